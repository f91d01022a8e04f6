# SPDX-License-Identifier: Apache-2.0
# Finds libcsv and defines libcsv::libcsv: by pkg-config, else by its header. Other libraries have a csv.h, too.
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(PC_libcsv QUIET libcsv)
endif()

function(libcsv_is_header result folder)
  file(STRINGS ${folder}/csv.h declarations REGEX "csv_parse[ \t]*[(]" LIMIT_COUNT 1)
  if(NOT declarations)
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()
find_path(libcsv_INCLUDE_DIR csv.h HINTS ${PC_libcsv_INCLUDE_DIRS} VALIDATOR libcsv_is_header)
find_library(libcsv_LIBRARY csv HINTS ${PC_libcsv_LIBRARY_DIRS})

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  libcsv
  REQUIRED_VARS libcsv_LIBRARY libcsv_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "run tools/setup.sh to install it")
if(libcsv_FOUND AND NOT TARGET libcsv::libcsv)
  add_library(libcsv::libcsv UNKNOWN IMPORTED)
  set_target_properties(libcsv::libcsv PROPERTIES IMPORTED_LOCATION "${libcsv_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES
                                                                                         "${libcsv_INCLUDE_DIR}")
endif()
mark_as_advanced(libcsv_INCLUDE_DIR libcsv_LIBRARY)
