# SPDX-License-Identifier: Apache-2.0
# Compiles `source`. Without `twin` it fails unless the compiler rejects the source, in `standard`, with an error that
# matches `message`.
cmake_minimum_required(VERSION 3.25)
if(twin)
  set(standard c++20)
endif()
execute_process(
  COMMAND ${compiler} -std=${standard} -Wall -Wextra -Werror -fsyntax-only -I${include} -I${samples} ${twin} ${source}
  RESULT_VARIABLE failed
  ERROR_VARIABLE errors)
if(twin AND failed)
  message(FATAL_ERROR "the twin does not compile:\n${errors}")
endif()
if(NOT twin AND NOT failed)
  message(FATAL_ERROR "${source} compiles")
endif()
if(NOT twin AND NOT errors MATCHES "${message}")
  message(FATAL_ERROR "expected an error that matches '${message}':\n${errors}")
endif()
