# SPDX-License-Identifier: Apache-2.0
# Fails where a header under `include` is in no file set: it would be neither installed nor verified.
cmake_minimum_required(VERSION 3.25)
file(GLOB_RECURSE headers ${include}/*.hpp)
foreach(header IN LISTS headers)
  if(NOT header IN_LIST file_sets)
    message(SEND_ERROR "${header} is in no file set of CMakeLists.txt")
  endif()
endforeach()
if(NOT headers)
  message(SEND_ERROR "no headers under ${include}")
endif()
