# SPDX-License-Identifier: Apache-2.0
# errcat_add_catalog(): adds a target with a header that is generated at build time from your own catalog.
#
#   errcat_add_catalog(<target> CATALOG <file> HEADER <path> [NAMESPACE <namespace>] [PREFIX <prefix>]
#                      [SOURCE <text>] [LICENSE <SPDX identifier>] [BODY <JSON template>] [MEDIA_TYPE <type>])
#
# <target> is an interface library. Targets that link to it can include <path>, such as my/errors.hpp, and are linked to
# errcat::errcat. The header is regenerated when the catalog or the generator changes; it is in the file set HEADERS, so
# install(TARGETS <target> FILE_SET HEADERS) installs it. A CSV catalog needs NAMESPACE and SOURCE and accepts the others;
# a YAML catalog contains them.
#
# The generator is ERRCAT_EXECUTABLE if that cache variable is set, then errcat::tool, then `errcat` on the PATH. A cross
# build does not use an errcat::tool that it builds itself, unless there is a CMAKE_CROSSCOMPILING_EMULATOR.

# Stores the generator in `out`, a file or a target; FALSE if there is none.
function(errcat_find_generator out)
  set(${out} errcat::tool PARENT_SCOPE)
  if(NOT ERRCAT_EXECUTABLE AND TARGET errcat::tool)
    get_target_property(imported errcat::tool IMPORTED)
    if(imported OR NOT CMAKE_CROSSCOMPILING OR CMAKE_CROSSCOMPILING_EMULATOR)
      return()
    endif()
  endif()
  if(NOT ERRCAT_EXECUTABLE)
    find_program(ERRCAT_EXECUTABLE errcat DOC "The errcat that generates headers; it must run on the build machine"
                 NO_CMAKE_FIND_ROOT_PATH)
  endif()
  set(${out} ${ERRCAT_EXECUTABLE} PARENT_SCOPE)
  if(NOT EXISTS "${ERRCAT_EXECUTABLE}")
    set(${out} FALSE PARENT_SCOPE)
  endif()
endfunction()

function(errcat_add_catalog target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "CATALOG;HEADER;NAMESPACE;PREFIX;SOURCE;LICENSE;BODY;MEDIA_TYPE" "")
  set(fatal FATAL_ERROR "errcat_add_catalog(${target}):")
  if(arg_UNPARSED_ARGUMENTS)
    message(${fatal} " unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_CATALOG OR NOT arg_HEADER)
    message(${fatal} " CATALOG and HEADER are required")
  endif()
  get_filename_component(catalog ${arg_CATALOG} ABSOLUTE)
  get_source_file_property(is_generated ${catalog} GENERATED)
  if(NOT is_generated AND (NOT EXISTS ${catalog} OR IS_DIRECTORY ${catalog}))
    message(${fatal} " no catalog ${catalog}")
  endif()
  string(TOLOWER ${catalog} lower)
  if(lower MATCHES "[.]csv$" AND NOT (arg_NAMESPACE AND arg_SOURCE))
    message(${fatal} " a CSV catalog needs NAMESPACE and SOURCE")
  endif()
  errcat_find_generator(errcat)
  if(NOT errcat)
    message(${fatal} " no generator found (ERRCAT_EXECUTABLE is '${ERRCAT_EXECUTABLE}'). Install errcat's tools or, if "
                     "errcat is a subdirectory, set ERRCAT_BUILD_TOOLS. In a cross build, set ERRCAT_EXECUTABLE to an "
                     "errcat that runs on the build machine.")
  endif()

  set(include ${CMAKE_CURRENT_BINARY_DIR}/${target}_include)
  set(header ${include}/${arg_HEADER})
  get_filename_component(folder ${header} DIRECTORY)
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
  # errcat leaves a header alone whose content does not change. The stamp is newer than the catalog, so that Make does not
  # run errcat again, and nothing that includes the header is compiled again.
  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${target}.stamp)
  add_custom_command(
    OUTPUT ${stamp}
    BYPRODUCTS ${header}
    COMMAND ${errcat} generate ${catalog} -o ${header} ${options}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${catalog} ${errcat}
    COMMENT "Generating ${arg_HEADER}"
    VERBATIM)
  add_library(${target} INTERFACE ${stamp})
  target_sources(${target} INTERFACE FILE_SET HEADERS BASE_DIRS ${include} FILES ${header})
  target_link_libraries(${target} INTERFACE errcat::errcat)
endfunction()
