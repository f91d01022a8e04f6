# SPDX-License-Identifier: Apache-2.0
# Fails, and says what to do, where the committed header is not what `tool` makes of `catalog` today.
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ${tool} generate ${catalog} -o ${made} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${made} ${committed} RESULT_VARIABLE differs)
if(differs)
  message(FATAL_ERROR "include/ims/errors.hpp is not what tools/catalogs/img.yaml gives. "
                      "Run: cmake --build ${build} --target regenerate")
endif()
