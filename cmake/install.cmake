# SPDX-License-Identifier: Apache-2.0
# What is installed: the headers with their CMake package, and the tools in an export set of their own.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(errcat_package_dir ${CMAKE_INSTALL_DATADIR}/cmake/errcat)

install(TARGETS errcat EXPORT errcat FILE_SET HEADERS)
install(EXPORT errcat NAMESPACE errcat:: FILE errcat-targets.cmake DESTINATION ${errcat_package_dir})
if(TARGET errcat_json)
  install(TARGETS errcat_json EXPORT errcat_json FILE_SET HEADERS)
  install(EXPORT errcat_json NAMESPACE errcat:: FILE errcat-json-targets.cmake DESTINATION ${errcat_package_dir})
endif()
if(TARGET errcat_tool)
  install(TARGETS errcat_tool EXPORT errcat_tool)
  install(EXPORT errcat_tool NAMESPACE errcat:: FILE errcat-tool-targets.cmake DESTINATION ${errcat_package_dir})
  install(TARGETS ims-explain)
  install(
    FILES ${PROJECT_SOURCE_DIR}/tools/explain/ims-explain.bash
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
    RENAME ims-explain)
endif()

configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/errcat-config.cmake.in ${PROJECT_BINARY_DIR}/errcat-config.cmake
  INSTALL_DESTINATION ${errcat_package_dir})
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/errcat-config-version.cmake
  COMPATIBILITY SameMajorVersion
  ARCH_INDEPENDENT)
install(FILES ${PROJECT_BINARY_DIR}/errcat-config.cmake ${PROJECT_BINARY_DIR}/errcat-config-version.cmake
              ${CMAKE_CURRENT_LIST_DIR}/errcat-add-catalog.cmake
        DESTINATION ${errcat_package_dir})
