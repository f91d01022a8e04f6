# SPDX-License-Identifier: Apache-2.0
# Builds the project that imports the modules, and checks what its programs print.
cmake_minimum_required(VERSION 3.28)
file(REMOVE_RECURSE ${work})
execute_process(
  COMMAND ${CMAKE_COMMAND} -G Ninja -S ${CMAKE_CURRENT_LIST_DIR} -B ${work} -D CMAKE_CXX_COMPILER=${compiler} -D
          CMAKE_CXX_FLAGS=${flags} -D ERRCAT_SOURCE_DIR=${source} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${work} COMMAND_ERROR_IS_FATAL ANY)

function(expect_output program expected)
  execute_process(COMMAND ${work}/${program} OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
  if(NOT printed STREQUAL expected)
    message(FATAL_ERROR "${program} printed:\n${printed}")
  endif()
endfunction()
expect_output(program [[
IMG.0144: no image 7
{"error":{"message":"The image type in the request is incorrect.","code":"IMG.0024"}}
]])
if(compiler MATCHES "clang" OR EXISTS ${work}/json_program) # g++ 14 does not compile it
  expect_output(json_program [[
{"error":{"message":"The imagetype is invalid.","code":"IMG.0024"}}
]])
endif()
