# SPDX-License-Identifier: Apache-2.0
# errcat as a subdirectory: what it does to the parent project.
include(${CMAKE_CURRENT_LIST_DIR}/configure.cmake)

expect_configured(twice "done" [[
add_subdirectory(${ERRCAT} one)
add_subdirectory(${ERRCAT} two)
add_library(user INTERFACE)
target_link_libraries(user INTERFACE errcat::errcat)
]])

# Every target that errcat adds has its name, also when the parent asks for everything.
set(names [[
add_subdirectory(${ERRCAT} errcat)
function(check_names folder)
  get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target IN LISTS targets)
    if(NOT target MATCHES "^errcat(_|$)")
      message(SEND_ERROR "target ${target}")
    endif()
  endforeach()
  get_property(folders DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
  foreach(each IN LISTS folders)
    check_names(${each})
  endforeach()
endfunction()
check_names(${ERRCAT})
]])
set(everything -D ERRCAT_BUILD_TOOLS=ON -D ERRCAT_BUILD_TESTS=ON -D ERRCAT_BUILD_EXAMPLES=ON -D ERRCAT_INSTALL=ON)
expect_configured(names "done" "${names}" ${everything})

# The tools are built only where they are used.
expect_configured(tools "done" "add_subdirectory(\${ERRCAT} errcat)\n" -D ERRCAT_BUILD_TOOLS=ON)
build(tools all)
file(GLOB_RECURSE built ${work}/tools/build/errcat/*.o ${work}/tools/build/errcat/*.a)
if(built)
  message(SEND_ERROR "`all` built ${built}")
endif()

# errcat::json is a target before nlohmann_json is one, and needs it only where it is used. A nlohmann_json that is built
# by the parent need not be installed with errcat.
set(without -D CMAKE_DISABLE_FIND_PACKAGE_nlohmann_json=ON)
expect_configured(json_unused "done" "add_subdirectory(\${ERRCAT} errcat)\n" ${without})
set(json_used [[
add_subdirectory(${ERRCAT} errcat)
add_library(user INTERFACE)
target_link_libraries(user INTERFACE errcat::json)
add_executable(program main.cpp)
target_link_libraries(program PRIVATE user)
]])
file(WRITE ${work}/json_missing/main.cpp "int main() {}\n")
expect_refused(json_missing "nlohmann_json::nlohmann_json" "${json_used}" ${without})
file(WRITE ${work}/json_later/main.cpp "int main() {}\n")
set(json_later [[
add_library(nlohmann_json INTERFACE)
add_library(nlohmann_json::nlohmann_json ALIAS nlohmann_json)
]])
expect_configured(json_later "done" "${json_used}${json_later}" ${without} -D ERRCAT_INSTALL=ON)

# What is asked for and cannot be built is refused, or left out with a message.
set(alone -D ERRCAT_BUILD_TOOLS=OFF -D ERRCAT_BUILD_TESTS=OFF -D ERRCAT_BUILD_EXAMPLES=OFF)
expect_refused(bench "ERRCAT_BUILD_BENCH needs ERRCAT_BUILD_TOOLS" "add_subdirectory(\${ERRCAT} errcat)\n" ${alone} -D
               ERRCAT_BUILD_BENCH=ON)
expect_refused(fuzz "ERRCAT_BUILD_FUZZ needs clang" "add_subdirectory(\${ERRCAT} errcat)\n" ${alone} -D
               ERRCAT_BUILD_FUZZ=ON)
expect_configured(no_beast "example server is left out" "add_subdirectory(\${ERRCAT} errcat)\n" ${alone} -D
                  ERRCAT_BUILD_EXAMPLES=ON -D CMAKE_IGNORE_PATH=/usr/include)

# A csv.h or yaml.h of another library is not taken for libcsv's or libyaml's.
file(WRITE ${work}/foreign/csv.h "namespace io { class CSVReader; }\n")
file(WRITE ${work}/foreign/yaml.h "namespace yaml { class node; }\n")
foreach(library IN ITEMS csv yaml)
  expect_refused(
    foreign_${library} "Could NOT find lib${library}"
    "list(APPEND CMAKE_MODULE_PATH \${ERRCAT}/cmake)\nfind_package(lib${library} REQUIRED)\n" -D
    CMAKE_INCLUDE_PATH=${work}/foreign -D CMAKE_IGNORE_PATH=/usr/include)
endforeach()
