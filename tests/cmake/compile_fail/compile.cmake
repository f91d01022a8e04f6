# SPDX-License-Identifier: Apache-2.0
# Compiles `source`. Without `twin` the compiler must refuse it, and must say `words`, a regular expression.
cmake_minimum_required(VERSION 3.25)
execute_process(
  COMMAND ${compiler} -std=c++20 -Wall -Wextra -Werror -fsyntax-only -I${include} -I${generated} ${twin} ${source}
  RESULT_VARIABLE failed
  ERROR_VARIABLE said)
if(twin AND failed)
  message(FATAL_ERROR "the twin does not compile:\n${said}")
endif()
if(NOT twin AND NOT failed)
  message(FATAL_ERROR "it compiles")
endif()
if(NOT twin AND NOT said MATCHES "${words}")
  message(FATAL_ERROR "the compiler does not say '${words}', but:\n${said}")
endif()
