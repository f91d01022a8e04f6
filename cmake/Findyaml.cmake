# SPDX-License-Identifier: Apache-2.0
# Finds libyaml, which has no CMake package, and defines yaml::yaml.
find_path(yaml_INCLUDE_DIR yaml.h)
find_library(yaml_LIBRARY yaml)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  yaml
  REQUIRED_VARS yaml_LIBRARY yaml_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "run tools/setup.sh to install it")
if(yaml_FOUND AND NOT TARGET yaml::yaml)
  add_library(yaml::yaml UNKNOWN IMPORTED)
  set_target_properties(yaml::yaml PROPERTIES IMPORTED_LOCATION "${yaml_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES
                                                                                   "${yaml_INCLUDE_DIR}")
endif()
mark_as_advanced(yaml_INCLUDE_DIR yaml_LIBRARY)
