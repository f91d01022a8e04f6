# SPDX-License-Identifier: Apache-2.0
# Install rules in three components: `headers` with the CMake package and errcat.pc; `page`, the reference page of the IMG
# errors; `tools` with their man pages. The tools have a separate export set, so the package works without them.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(errcat_package_dir ${CMAKE_INSTALL_DATADIR}/cmake/errcat)

install(TARGETS errcat EXPORT errcat FILE_SET HEADERS COMPONENT headers)
install(EXPORT errcat NAMESPACE errcat:: FILE errcat-targets.cmake DESTINATION ${errcat_package_dir} COMPONENT headers)
install(TARGETS errcat_json EXPORT errcat_json FILE_SET HEADERS COMPONENT headers)
install(EXPORT errcat_json NAMESPACE errcat:: FILE errcat-json-targets.cmake DESTINATION ${errcat_package_dir}
        COMPONENT headers)

configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/errcat-config.cmake.in ${PROJECT_BINARY_DIR}/errcat-config.cmake
  INSTALL_DESTINATION ${errcat_package_dir})
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/errcat-config-version.cmake
  COMPATIBILITY SameMajorVersion
  ARCH_INDEPENDENT)
install(FILES ${PROJECT_BINARY_DIR}/errcat-config.cmake ${PROJECT_BINARY_DIR}/errcat-config-version.cmake
              ${CMAKE_CURRENT_LIST_DIR}/errcat-add-catalog.cmake
        DESTINATION ${errcat_package_dir} COMPONENT headers)

# errcat.pc finds the prefix relative to itself, so the folder can be moved.
configure_file(${CMAKE_CURRENT_LIST_DIR}/errcat.pc.in ${PROJECT_BINARY_DIR}/errcat.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/errcat.pc DESTINATION ${CMAKE_INSTALL_DATADIR}/pkgconfig COMPONENT headers)

if(TARGET errcat_tool)
  install(TARGETS errcat_tool EXPORT errcat_tool COMPONENT tools)
  install(EXPORT errcat_tool NAMESPACE errcat:: FILE errcat-tool-targets.cmake DESTINATION ${errcat_package_dir}
          COMPONENT tools)
  install(TARGETS errcat_ims_explain COMPONENT tools)
  install(FILES ${PROJECT_SOURCE_DIR}/tools/errcat/catalog.schema.json
                ${PROJECT_SOURCE_DIR}/tools/errcat/yaml-catalog.schema.json
          DESTINATION ${CMAKE_INSTALL_DATADIR}/errcat COMPONENT tools)
  # Where `errcat explain` looks if no catalog is named.
  install(FILES ${PROJECT_SOURCE_DIR}/tools/catalogs/img.yaml DESTINATION ${CMAKE_INSTALL_DATADIR}/errcat/catalogs
          COMPONENT tools)
  foreach(tool IN ITEMS errcat/errcat ims-explain/ims-explain)
    get_filename_component(name ${tool} NAME)
    install(
      FILES ${PROJECT_SOURCE_DIR}/tools/${tool}.bash
      DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
      RENAME ${name} COMPONENT tools)
    install(FILES ${PROJECT_SOURCE_DIR}/tools/${tool}.fish
            DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT tools)
  endforeach()
  install(FILES ${PROJECT_SOURCE_DIR}/tools/errcat/_errcat ${PROJECT_SOURCE_DIR}/tools/ims-explain/_ims-explain
          DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT tools)
  if(TARGET reference_page)
    install(FILES ${PROJECT_BINARY_DIR}/tools/img.html DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/liberrcat-dev
            COMPONENT page)
  endif()
  if(TARGET man_pages)
    get_target_property(man_pages man_pages ERRCAT_FILES)
    install(FILES ${man_pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT tools)
  endif()
endif()
