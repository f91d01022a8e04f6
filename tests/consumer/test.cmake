# SPDX-License-Identifier: Apache-2.0
# Builds the stranger's project afresh, `way` find_package (on a copy installed from `build`) or add_subdirectory (of
# `source`), and runs it.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${work})
if(way STREQUAL find_package)
  execute_process(COMMAND ${CMAKE_COMMAND} --install ${build} --prefix ${work}/prefix COMMAND_ERROR_IS_FATAL ANY)
  set(where -D CMAKE_PREFIX_PATH=${work}/prefix)
else()
  set(where -D ERRCAT_SOURCE_DIR=${source})
endif()
execute_process(
  COMMAND ${CMAKE_COMMAND} -G Ninja -S ${CMAKE_CURRENT_LIST_DIR} -B ${work}/build -D CMAKE_CXX_COMPILER=${compiler} -D
          CMAKE_CXX_FLAGS=${flags} ${where} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${work}/build COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${work}/build/stranger OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
set(expected [[{"error":{"message":"The image type in the request is incorrect.","code":"IMG.0024"}}]])
if(NOT printed STREQUAL "${expected}\n")
  message(FATAL_ERROR "the stranger's program printed ${printed}")
endif()
