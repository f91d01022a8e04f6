# SPDX-License-Identifier: Apache-2.0
# Fails if `program` does not print the content of the file `expected`.
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ${program} OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
file(READ ${expected} wanted)
if(NOT printed STREQUAL wanted)
  message(FATAL_ERROR "printed:\n${printed}\nexpected:\n${wanted}")
endif()
