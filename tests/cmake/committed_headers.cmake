# SPDX-License-Identifier: Apache-2.0
# Fails if a committed header differs from what `tool` generates. `committed` lists catalog and header by turns.
cmake_minimum_required(VERSION 3.25)
while(committed)
  list(POP_FRONT committed catalog header)
  execute_process(COMMAND ${tool} generate ${catalog} -o ${made} COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${made} ${header} RESULT_VARIABLE differs)
  if(differs)
    message(SEND_ERROR "${header} is out of date. Run: cmake --build ${build} --target regenerate")
  endif()
endwhile()
