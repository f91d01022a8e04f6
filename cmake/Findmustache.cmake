# SPDX-License-Identifier: Apache-2.0
# Finds kainjow's Mustache, a header without a CMake package, and defines mustache::mustache.
find_path(mustache_INCLUDE_DIR kainjow/mustache.hpp)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  mustache
  REQUIRED_VARS mustache_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "run tools/setup.sh to install it")
if(mustache_FOUND AND NOT TARGET mustache::mustache)
  add_library(mustache::mustache INTERFACE IMPORTED)
  set_target_properties(mustache::mustache PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${mustache_INCLUDE_DIR}")
endif()
mark_as_advanced(mustache_INCLUDE_DIR)
