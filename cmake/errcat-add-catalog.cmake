# SPDX-License-Identifier: Apache-2.0
# errcat_add_catalog(): adds a target with a header that is generated at build time from your own catalog.
#
#   errcat_add_catalog(<target> CATALOG <file> HEADER <path> [NAMESPACE <namespace>] [PREFIX <prefix>]
#                      [SOURCE <text>] [LICENSE <SPDX identifier>] [BODY <JSON template>] [MEDIA_TYPE <type>])
#
# <target> is an interface library. Targets that link to it can include <path>, such as my/errors.hpp, and are linked to
# errcat::errcat. The header is regenerated when the catalog or the generator changes. A CSV catalog needs NAMESPACE and
# accepts the others; a YAML catalog contains them. When cross compiling, set ERRCAT_EXECUTABLE to an
# errcat that runs on the build machine.
function(errcat_add_catalog target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "CATALOG;HEADER;NAMESPACE;PREFIX;SOURCE;LICENSE;BODY;MEDIA_TYPE" "")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "errcat_add_catalog(${target}): unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_CATALOG OR NOT arg_HEADER)
    message(FATAL_ERROR "errcat_add_catalog(${target}): CATALOG and HEADER are required")
  endif()
  if(ERRCAT_EXECUTABLE)
    set(errcat ${ERRCAT_EXECUTABLE})
  elseif(TARGET errcat::tool)
    set(errcat errcat::tool)
  else()
    message(FATAL_ERROR "errcat_add_catalog(${target}): no generator found; install errcat's tools, set "
                        "ERRCAT_BUILD_TOOLS if errcat is a subdirectory, or set ERRCAT_EXECUTABLE")
  endif()

  get_filename_component(catalog ${arg_CATALOG} ABSOLUTE)
  set(include ${CMAKE_CURRENT_BINARY_DIR}/${target}_include)
  get_filename_component(folder ${include}/${arg_HEADER} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  set(options)
  foreach(option IN ITEMS NAMESPACE PREFIX SOURCE LICENSE BODY MEDIA_TYPE)
    if(DEFINED arg_${option})
      string(TOLOWER ${option} name)
      string(REPLACE "_" "-" name ${name})
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
