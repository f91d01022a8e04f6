# SPDX-License-Identifier: Apache-2.0
# Fails if the position-independent object at `object` has relocations in its data, writable data or dynamic
# initialization.
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ${readelf} -SW ${object} OUTPUT_VARIABLE sections COMMAND_ERROR_IS_FATAL ANY)
if(NOT sections MATCHES "[.]rodata")
  message(FATAL_ERROR "no read-only data in ${object}:\n${sections}")
endif()
string(REGEX MATCHALL "[.](rela[.]rodata|rela[.]data|data[.]rel|init_array|ctors)[^ ]*" unwanted "${sections}")
if(unwanted)
  message(SEND_ERROR "unexpected sections: ${unwanted}")
endif()
# name, type, address, offset, size
string(REGEX MATCHALL "[.](data|bss|tdata|tbss)[^ ]* +[A-Z]+ +[0-9a-f]+ +[0-9a-f]+ +[0-9a-f]+" writable "${sections}")
foreach(section IN LISTS writable)
  if(NOT section MATCHES " 0+$")
    message(SEND_ERROR "writable data: ${section}")
  endif()
endforeach()
