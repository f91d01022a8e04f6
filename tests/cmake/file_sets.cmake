# SPDX-License-Identifier: Apache-2.0
# Fails if a header under `include` is missing from `file_sets`: it would be neither installed nor verified.
cmake_minimum_required(VERSION 3.25)
file(GLOB_RECURSE headers ${include}/*.hpp)
foreach(header IN LISTS headers)
  if(NOT header IN_LIST file_sets)
    message(SEND_ERROR "${header} is missing from the file sets in CMakeLists.txt")
  endif()
endforeach()
if(NOT headers)
  message(SEND_ERROR "no headers under ${include}")
endif()
