# SPDX-License-Identifier: Apache-2.0
# Writes <ims/errors.hpp> and the errcat headers that it includes as one header:
# cmake -D include=<folder> -D output=<file> -P one-file-header.cmake
cmake_minimum_required(VERSION 3.25)

set(seen)
set(text "\n#include <ims/errors.hpp>\n")
while(text MATCHES "\n#include <((errcat|ims)/[^>]*)>\n")
  set(header ${CMAKE_MATCH_1})
  set(directive "${CMAKE_MATCH_0}")
  set(content "")
  if(NOT header IN_LIST seen)
    list(APPEND seen ${header})
    file(READ ${include}/${header} content)
    string(REPLACE "#pragma once\n" "" content "${content}")
    string(REPLACE "// SPDX-License-Identifier: Apache-2.0\n" "" content "${content}")
  endif()
  # The first include is replaced by the header's content; later ones are removed.
  string(FIND "${text}" "${directive}" begin)
  string(LENGTH "${directive}" length)
  string(SUBSTRING "${text}" 0 ${begin} before)
  math(EXPR end "${begin} + ${length}")
  string(SUBSTRING "${text}" ${end} -1 after)
  set(text "${before}\n${content}${after}")
endwhile()
file(WRITE ${output}.new "// SPDX-License-Identifier: Apache-2.0\n#pragma once\n${text}")
file(COPY_FILE ${output}.new ${output} ONLY_IF_DIFFERENT)
file(REMOVE ${output}.new)
