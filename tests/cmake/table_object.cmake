# SPDX-License-Identifier: Apache-2.0
# Fails where the position-independent object at `object` relocates table data, or has writable or dynamically
# initialized data.
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ${readelf} -SW ${object} OUTPUT_VARIABLE sections COMMAND_ERROR_IS_FATAL ANY)
if(NOT sections MATCHES "[.]rodata")
  message(FATAL_ERROR "no table in the object:\n${sections}")
endif()
string(REGEX MATCHALL "[.](rela[.]rodata|rela[.]data|data[.]rel|init_array|ctors)[^ ]*" unwanted "${sections}")
if(unwanted)
  message(SEND_ERROR "sections that the tables must not need: ${unwanted}")
endif()
# name, type, address, offset, size
string(REGEX MATCHALL "[.](data|bss|tdata|tbss)[^ ]* +[A-Z]+ +[0-9a-f]+ +[0-9a-f]+ +[0-9a-f]+" writable "${sections}")
foreach(section IN LISTS writable)
  if(NOT section MATCHES " 0+$")
    message(SEND_ERROR "writable data: ${section}")
  endif()
endforeach()
