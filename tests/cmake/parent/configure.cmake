# SPDX-License-Identifier: Apache-2.0
# Functions for tests of what a parent project sees. `source` is errcat, `work` a scratch folder, `compiler` and
# `launcher` those of the build.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${work})

# configure(<folder> <lines> [<option>...]): writes a project with these lines and configures it in work/<folder>. Sets
# `result` and `output`. In the lines, ERRCAT is the folder of errcat's sources.
function(configure folder lines)
  file(WRITE ${work}/${folder}/CMakeLists.txt
       "cmake_minimum_required(VERSION 3.25)\nproject(parent LANGUAGES CXX)\nset(ERRCAT ${source})\n${lines}")
  set(generator -G Ninja)
  if("-G" IN_LIST ARGN)
    set(generator)
  endif()
  execute_process(
    COMMAND ${CMAKE_COMMAND} ${generator} -S ${work}/${folder} -B ${work}/${folder}/build -D CMAKE_CXX_COMPILER=${compiler}
            -D CMAKE_CXX_COMPILER_LAUNCHER=${launcher} ${ARGN}
    RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE err)
  set(result ${result} PARENT_SCOPE)
  string(REGEX REPLACE "[ \n]+" " " output "${out}${err}") # CMake wraps messages
  set(output "${output}" PARENT_SCOPE)
endfunction()

# Fails unless the project is configured and the output matches `pattern`.
function(expect_configured folder pattern lines)
  configure(${folder} "${lines}" ${ARGN})
  if(NOT result EQUAL 0 OR NOT output MATCHES "${pattern}")
    message(SEND_ERROR "${folder}: expected success and '${pattern}':\n${output}")
  endif()
endfunction()

# Fails unless configuring stops with an error that matches `pattern`.
function(expect_refused folder pattern lines)
  configure(${folder} "${lines}" ${ARGN})
  if(result EQUAL 0 OR NOT output MATCHES "CMake Error.*${pattern}")
    message(SEND_ERROR "${folder}: expected an error '${pattern}':\n${output}")
  endif()
endfunction()

# Builds a target of the project in work/<folder>, and fails if that fails.
function(build folder target)
  execute_process(COMMAND ${CMAKE_COMMAND} --build ${work}/${folder}/build --target ${target} -j 2 OUTPUT_QUIET
                          COMMAND_ERROR_IS_FATAL ANY)
endfunction()
