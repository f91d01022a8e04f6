# SPDX-License-Identifier: Apache-2.0
# errcat_add_catalog(): a target whose header is generated at build time from a catalog of one's own.
#
#   errcat_add_catalog(<target> CATALOG <file> HEADER <path> [NAMESPACE <namespace>] [PREFIX <prefix>]
#                      [SOURCE <text>] [LICENSE <SPDX identifier>])
#
# <target> is an interface library: what links to it includes <path>, such as my/errors.hpp, and has errcat::errcat. The
# header is made anew when the catalog or the generator changes. A CSV catalog needs NAMESPACE, and takes PREFIX, SOURCE
# and LICENSE; a YAML catalog says these itself. When cross compiling, set ERRCAT_EXECUTABLE to an errcat of the build
# machine.
function(errcat_add_catalog target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "CATALOG;HEADER;NAMESPACE;PREFIX;SOURCE;LICENSE" "")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "errcat_add_catalog(${target}): unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_CATALOG OR NOT arg_HEADER)
    message(FATAL_ERROR "errcat_add_catalog(${target}): CATALOG and HEADER are needed")
  endif()
  if(ERRCAT_EXECUTABLE)
    set(errcat ${ERRCAT_EXECUTABLE})
  elseif(TARGET errcat::tool)
    set(errcat errcat::tool)
  else()
    message(FATAL_ERROR "errcat_add_catalog(${target}): the generator is not there; install errcat's tools, set "
                        "ERRCAT_BUILD_TOOLS where errcat is a subdirectory, or set ERRCAT_EXECUTABLE")
  endif()

  get_filename_component(catalog ${arg_CATALOG} ABSOLUTE)
  set(include ${CMAKE_CURRENT_BINARY_DIR}/${target}_include)
  get_filename_component(folder ${include}/${arg_HEADER} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  set(options)
  foreach(option IN ITEMS NAMESPACE PREFIX SOURCE LICENSE)
    if(DEFINED arg_${option})
      string(TOLOWER ${option} name)
      string(REPLACE ";" "$<SEMICOLON>" text "${arg_${option}}")
      list(APPEND options --${name} "${text}")
    endif()
  endforeach()
  add_custom_command(
    OUTPUT ${include}/${arg_HEADER}
    COMMAND ${errcat} generate ${catalog} -o ${include}/${arg_HEADER} ${options}
    DEPENDS ${catalog} ${errcat}
    COMMENT "Generating ${arg_HEADER}"
    VERBATIM)
  add_library(${target} INTERFACE ${include}/${arg_HEADER})
  target_include_directories(${target} INTERFACE ${include})
  target_link_libraries(${target} INTERFACE errcat::errcat)
endfunction()
