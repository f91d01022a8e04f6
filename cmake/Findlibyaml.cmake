# SPDX-License-Identifier: Apache-2.0
# Finds libyaml and defines libyaml::libyaml: by its own CMake package, which only some systems have, then by pkg-config,
# else by its header.
find_package(yaml CONFIG QUIET)
if(TARGET yaml)
  set(libyaml_FOUND TRUE)
  if(NOT TARGET libyaml::libyaml)
    add_library(libyaml::libyaml INTERFACE IMPORTED)
    target_link_libraries(libyaml::libyaml INTERFACE yaml)
  endif()
  return()
endif()

find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(PC_libyaml QUIET yaml-0.1)
endif()

function(libyaml_is_header result folder)
  file(STRINGS ${folder}/yaml.h declarations REGEX "yaml_parser_initialize[ \t]*[(]" LIMIT_COUNT 1)
  if(NOT declarations)
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()
find_path(libyaml_INCLUDE_DIR yaml.h HINTS ${PC_libyaml_INCLUDE_DIRS} VALIDATOR libyaml_is_header)
find_library(libyaml_LIBRARY yaml HINTS ${PC_libyaml_LIBRARY_DIRS})

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  libyaml
  REQUIRED_VARS libyaml_LIBRARY libyaml_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "run tools/setup.sh to install it")
if(libyaml_FOUND AND NOT TARGET libyaml::libyaml)
  add_library(libyaml::libyaml UNKNOWN IMPORTED)
  set_target_properties(libyaml::libyaml PROPERTIES IMPORTED_LOCATION "${libyaml_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES
                                                                                           "${libyaml_INCLUDE_DIR}")
endif()
mark_as_advanced(libyaml_INCLUDE_DIR libyaml_LIBRARY)
