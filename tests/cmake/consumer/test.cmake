# SPDX-License-Identifier: Apache-2.0
# Builds the stranger's project afresh, `way` find_package (on a copy installed from `build`), add_subdirectory (of
# `source`) or executable (a package whose generator is given, as in cross compiling). Then changes its catalog.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${work})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/ DESTINATION ${work}/project)
if(way STREQUAL add_subdirectory)
  set(where -D ERRCAT_SOURCE_DIR=${source})
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
          CMAKE_CXX_FLAGS=${flags} ${where} COMMAND_ERROR_IS_FATAL ANY)

# Another major version and a component that there is not are refused in words.
if(way STREQUAL find_package)
  foreach(refusal IN ITEMS "2|version: 1[.]" "1 COMPONENTS yaml|the component yaml is not")
    string(REGEX MATCH "^(.*)[|](.*)$" parts "${refusal}")
    set(words "${CMAKE_MATCH_2}")
    file(WRITE ${work}/refused/CMakeLists.txt
         "cmake_minimum_required(VERSION 3.25)\nproject(refused CXX)\nfind_package(errcat ${CMAKE_MATCH_1} REQUIRED)\n")
    execute_process(
      COMMAND ${CMAKE_COMMAND} -G Ninja -S ${work}/refused -B ${work}/refused/build -D CMAKE_CXX_COMPILER=${compiler} ${where}
      ERROR_VARIABLE said RESULT_VARIABLE result OUTPUT_QUIET)
    if(result EQUAL 0 OR NOT said MATCHES "${words}")
      message(FATAL_ERROR "find_package(errcat ${refusal}): ${said}")
    endif()
  endforeach()
endif()

function(expect_output coffee)
  execute_process(COMMAND ${CMAKE_COMMAND} --build ${work}/build COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${work}/build/stranger OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
  set(body [[{"error":{"message":"The image type in the request is incorrect.","code":"IMG.0024"}}]])
  if(NOT printed STREQUAL "${body}\n${coffee}\nMake some.\nThere is no tea, nor coffee.\n")
    message(FATAL_ERROR "the stranger's program printed ${printed}")
  endif()
endfunction()

expect_output("There is no coffee.")
file(READ "${work}/build/tea_errors_include/stranger/of others/tea.hpp" header)
if(NOT header MATCHES "// SPDX-License-Identifier: MIT\n.*a \"table\"; of [$]HOME, [(]c[)] others")
  message(FATAL_ERROR "the header of the CSV table does not say its license and source:\n${header}")
endif()
file(READ ${work}/project/catalog.yaml catalog)
string(REPLACE "There is no coffee." "No coffee." catalog "${catalog}")
file(WRITE ${work}/project/catalog.yaml "${catalog}")
expect_output("No coffee.")
