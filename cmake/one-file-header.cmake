# SPDX-License-Identifier: Apache-2.0
# Writes the catalogs' engine and the IMG table as one header: cmake -D include=... -D output=... -P. What it is made of
# stands in it as it is, each #include of errcat's own replaced by the file.
file(READ ${include}/errcat/catalog.hpp engine)
file(READ ${include}/ims/errors.hpp table)
foreach(part IN ITEMS engine table)
  string(REPLACE "#pragma once\n\n" "" ${part} "${${part}}")
endforeach()
string(REPLACE "#include <errcat/catalog.hpp>\n" "" table "${table}")
if("${engine}${table}" MATCHES "\n#include <(errcat|ims)/")
  message(FATAL_ERROR "a header of errcat's own is left: ${CMAKE_MATCH_0}")
endif()
file(CONFIGURE OUTPUT ${output} CONTENT "#pragma once\n\n@engine@\n@table@" @ONLY)
