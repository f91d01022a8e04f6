# SPDX-License-Identifier: Apache-2.0
# errcat_add_catalog(): what it refuses, how often it generates, what it installs, and what it does in a cross build.
# `tool` is the generator.
include(${CMAKE_CURRENT_LIST_DIR}/configure.cmake)

set(catalog [[
namespace: cafe
source: written for the tests
errors:
  - {code: Empty, name: empty, status: 503, message: There is no coffee., description: "", handling_measure: ""}
]])
function(put_catalog folder)
  file(WRITE ${work}/${folder}/cafe.yaml "${catalog}")
  file(WRITE ${work}/${folder}/cafe.csv "code,name,status,message,description,handling_measure\n1,one,400,M.,,\n")
endfunction()
set(with_tool -D ERRCAT_EXECUTABLE=${tool})

# What it refuses.
foreach(
  refusal IN
  ITEMS "CATALOG missing.yaml|no catalog .*missing[.]yaml" "CATALOG .|no catalog" "CATALOG cafe.csv|needs NAMESPACE and SOURCE"
        "CATALOG cafe.csv NAMESPACE n|needs NAMESPACE and SOURCE" "CATALOG cafe.csv SOURCE s|needs NAMESPACE and SOURCE")
  string(REGEX MATCH "^(.*)[|](.*)$" parts "${refusal}")
  put_catalog(refused)
  expect_refused(refused "${CMAKE_MATCH_2}"
                 "add_subdirectory(\${ERRCAT} errcat)\nerrcat_add_catalog(cafe HEADER cafe.hpp ${CMAKE_MATCH_1})\n" ${with_tool})
  file(REMOVE_RECURSE ${work}/refused)
endforeach()

# The header is generated once per change, also for two programs, and by Make; and a change that leaves the header as it is
# compiles nothing again. The generator counts its runs.
file(WRITE ${work}/errcat "#!/bin/sh\necho >>${work}/runs\nexec '${tool}' \"\$@\"\n")
file(CHMOD ${work}/errcat PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
set(programs [[
add_subdirectory(${ERRCAT} errcat)
errcat_add_catalog(cafe CATALOG cafe.yaml HEADER cafe/errors.hpp)
foreach(number IN ITEMS 1 2)
  add_executable(program_${number} main.cpp)
  target_link_libraries(program_${number} PRIVATE cafe)
endforeach()
]])
function(expect_runs count of)
  file(STRINGS ${work}/runs runs NEWLINE_CONSUME)
  string(LENGTH "${runs}" runs)
  if(NOT runs EQUAL count)
    message(SEND_ERROR "${of}: the generator ran ${runs} times instead of ${count}")
  endif()
endfunction()
foreach(generator IN ITEMS "Unix Makefiles" "Ninja")
  string(MAKE_C_IDENTIFIER ${generator} folder)
  put_catalog(${folder})
  file(WRITE ${work}/${folder}/main.cpp "#include <cafe/errors.hpp>\nint main() { return cafe::errors.size() != 1; }\n")
  expect_configured(${folder} "done" "${programs}" -G ${generator} -D ERRCAT_EXECUTABLE=${work}/errcat)
  file(WRITE ${work}/runs "")
  build(${folder} all)
  expect_runs(1 "${generator}, the first build")
  file(TIMESTAMP ${work}/${folder}/build/program_1 before "%s%f")
  file(APPEND ${work}/${folder}/cafe.yaml "    # the header does not hold this\n")
  build(${folder} all)
  build(${folder} all)
  expect_runs(2 "${generator}, a change of a comment and two builds")
  file(TIMESTAMP ${work}/${folder}/build/program_1 after "%s%f")
  if(NOT before STREQUAL after)
    message(SEND_ERROR "${generator}: a change that leaves the header as it is compiles again")
  endif()
  string(REPLACE "There is no coffee." "No coffee." changed "${catalog}")
  file(WRITE ${work}/${folder}/cafe.yaml "${changed}")
  build(${folder} all)
  build(${folder} all)
  expect_runs(3 "${generator}, a change of the table and two builds")
  file(TIMESTAMP ${work}/${folder}/build/program_1 after "%s%f")
  if(before STREQUAL after)
    message(SEND_ERROR "${generator}: a change of the table does not compile again")
  endif()
endforeach()

# The target is installed and exported with the library that uses it; another project finds both.
put_catalog(exported)
file(WRITE ${work}/exported/coffee.cpp "#include <cafe/errors.hpp>\nint coffee() { return cafe::errors[\"Empty\"].status(); }\n")
file(WRITE ${work}/exported/coffee-config.cmake
     "include(CMakeFindDependencyMacro)\nfind_dependency(errcat)\ninclude(\${CMAKE_CURRENT_LIST_DIR}/coffee-targets.cmake)\n")
set(exported [[
add_subdirectory(${ERRCAT} errcat)
errcat_add_catalog(cafe CATALOG cafe.yaml HEADER cafe/errors.hpp)
add_library(coffee coffee.cpp)
target_link_libraries(coffee PUBLIC cafe)
install(TARGETS coffee cafe EXPORT coffee FILE_SET HEADERS)
install(EXPORT coffee NAMESPACE coffee:: FILE coffee-targets.cmake DESTINATION lib/cmake/coffee)
install(FILES coffee-config.cmake DESTINATION lib/cmake/coffee)
]])
expect_configured(exported "done" "${exported}" ${with_tool} -D ERRCAT_INSTALL=ON)
build(exported all)
execute_process(COMMAND ${CMAKE_COMMAND} --install ${work}/exported/build --prefix ${work}/prefix OUTPUT_QUIET
                        COMMAND_ERROR_IS_FATAL ANY)
file(REMOVE_RECURSE ${work}/exported) # the package must not need it
file(WRITE ${work}/importing/main.cpp
     "#include <cafe/errors.hpp>\nint coffee();\nint main() { return coffee() == cafe::errors[\"Empty\"].status() ? 0 : 1; }\n")
set(importing [[
find_package(coffee REQUIRED)
add_executable(program main.cpp)
target_link_libraries(program PRIVATE coffee::coffee)
]])
expect_configured(importing "done" "${importing}" -D CMAKE_PREFIX_PATH=${work}/prefix)
build(importing all)
execute_process(COMMAND ${work}/importing/build/program COMMAND_ERROR_IS_FATAL ANY)

# A cross build never runs an errcat that it has built: it uses ERRCAT_EXECUTABLE, or stops. CMake takes a build for
# another system as one if CMAKE_SYSTEM_NAME is set.
set(cross "add_subdirectory(\${ERRCAT} errcat)\nerrcat_add_catalog(cafe CATALOG cafe.yaml HEADER cafe/errors.hpp)\n")
set(for_another -D CMAKE_SYSTEM_NAME=Linux -D ERRCAT_BUILD_TOOLS=ON)
put_catalog(cross)
expect_configured(cross "done" "${cross}" ${for_another} ${with_tool})
build(cross cafe)
execute_process(
  COMMAND ${CMAKE_COMMAND} -G Ninja -S ${source} -B ${work}/alone -D CMAKE_CXX_COMPILER=${compiler} -D ERRCAT_BUILD_TESTS=OFF
          -D ERRCAT_BUILD_EXAMPLES=OFF ${for_another} ${with_tool} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${work}/alone --target reference_page OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${work}/alone --target help OUTPUT_VARIABLE targets)
if(EXISTS ${work}/alone/tools/errcat OR targets MATCHES "man_pages" OR NOT targets MATCHES "errcat_tool")
  message(SEND_ERROR "a cross build of errcat runs its own programs:\n${targets}")
endif()
put_catalog(cross_without)
expect_refused(cross_without "set ERRCAT_EXECUTABLE to an errcat that runs on the build machine" "${cross}" ${for_another}
               -D ERRCAT_EXECUTABLE=${work}/no_such_file)
