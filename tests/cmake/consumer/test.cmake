# SPDX-License-Identifier: Apache-2.0
# Builds and runs the consumer's project from scratch, then again after a change of one of its catalogs. `way` is
# find_package (from a copy that `build` installs), add_subdirectory (of `source`), fetch_content (with the commands in
# the README, from a repository made of `source`, and the `errcat` that is built) or executable (a package without the
# tools, and ERRCAT_EXECUTABLE, as for cross compiling).
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${work})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/ DESTINATION ${work}/project)
if(way STREQUAL add_subdirectory)
  set(where -D ERRCAT_SOURCE_DIR=${source})
elseif(way STREQUAL fetch_content)
  find_program(git git REQUIRED)
  foreach(command IN ITEMS "init;--quiet" "add;." "commit;--quiet;-m;errcat" "tag;v1.1.0")
    execute_process(COMMAND ${git} --git-dir=${work}/repository --work-tree=${source} -c user.name=tests -c
                            user.email=tests ${command} WORKING_DIRECTORY ${source} COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  file(READ ${source}/README.md readme)
  string(REGEX MATCHALL "FetchContent_[A-Za-z]*[(][^)]*[)]" commands "${readme}")
  list(LENGTH commands count)
  if(NOT count EQUAL 2)
    message(FATAL_ERROR "expected two commands of FetchContent in the README: ${commands}")
  endif()
  string(REPLACE "<url>" "${work}/repository" commands "${commands}")
  string(REPLACE ";" "\n" commands "${commands}")
  file(WRITE ${work}/fetch.cmake "${commands}\n")
  set(where -D ERRCAT_FETCH=${work}/fetch.cmake -D ERRCAT_EXECUTABLE=${build}/tools/errcat)
else()
  execute_process(COMMAND ${CMAKE_COMMAND} --install ${build} --prefix ${work}/prefix OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  set(where -D CMAKE_PREFIX_PATH=${work}/prefix)
endif()
if(way STREQUAL executable)
  file(RENAME ${work}/prefix/bin/errcat ${work}/errcat)
  file(GLOB tool_exports ${work}/prefix/share/cmake/errcat/errcat-tool-*)
  file(REMOVE ${tool_exports})
  list(APPEND where -D ERRCAT_EXECUTABLE=${work}/errcat)
endif()
execute_process(
  COMMAND ${CMAKE_COMMAND} -G Ninja -S ${work}/project -B ${work}/build -D CMAKE_CXX_COMPILER=${compiler} -D
          CMAKE_CXX_COMPILER_LAUNCHER=${launcher} -D CMAKE_CXX_FLAGS=${flags} ${where} COMMAND_ERROR_IS_FATAL ANY)

# The package refuses an older major version and an unknown component.
if(way STREQUAL find_package)
  foreach(refusal IN ITEMS "0.9|version: 1[.]" "1 COMPONENTS yaml|component yaml is not")
    string(REGEX MATCH "^(.*)[|](.*)$" parts "${refusal}")
    set(message "${CMAKE_MATCH_2}")
    file(WRITE ${work}/refused/CMakeLists.txt
         "cmake_minimum_required(VERSION 3.25)\nproject(refused NONE)\nfind_package(errcat ${CMAKE_MATCH_1} REQUIRED)\n")
    execute_process(
      COMMAND ${CMAKE_COMMAND} -G Ninja -S ${work}/refused -B ${work}/refused/build ${where}
      ERROR_VARIABLE errors RESULT_VARIABLE result OUTPUT_QUIET)
    if(result EQUAL 0 OR NOT errors MATCHES "${message}")
      message(FATAL_ERROR "find_package(errcat ${refusal}): ${errors}")
    endif()
  endforeach()
endif()

# The target alone: as a subdirectory, errcat has programs that the consumer does not need.
function(expect_output tea)
  execute_process(COMMAND ${CMAKE_COMMAND} --build ${work}/build --target consumer COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${work}/build/consumer OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
  set(body [[{"error":{"message":"The image type in the request is incorrect.","code":"IMG.0024"}}]])
  if(NOT printed STREQUAL "${body}\nThere is no coffee.\nMake some.\n${tea}\n")
    message(FATAL_ERROR "the program printed:\n${printed}")
  endif()
endfunction()

expect_output("There is no tea, nor coffee.")
file(READ "${work}/build/tea_errors_include/consumer/other tables/tea.hpp" header)
if(NOT header MATCHES "// SPDX-License-Identifier: MIT\n.*a \"table\"; of [$]HOME, [(]c[)] others")
  message(FATAL_ERROR "the header of the CSV catalog lacks its license or source:\n${header}")
endif()
set(changed "${work}/project/other tables/tea.csv")
file(READ ${changed} catalog)
string(REPLACE "There is no tea, nor coffee." "No tea." catalog "${catalog}")
file(WRITE ${changed} "${catalog}")
expect_output("No tea.")
