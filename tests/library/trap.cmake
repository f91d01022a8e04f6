# SPDX-License-Identifier: Apache-2.0
# Fails unless `program` prints the reason of its end and has the status of its hook.
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ${program} RESULT_VARIABLE status OUTPUT_VARIABLE printed)
if(NOT status EQUAL 42 OR NOT printed STREQUAL "errcat: a value without a row\n")
  message(FATAL_ERROR "status ${status}, printed: ${printed}")
endif()
