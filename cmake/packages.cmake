# SPDX-License-Identifier: Apache-2.0
# Debian packages, made by `cpack` in a build folder: liberrcat-dev for all architectures and, if the tools are built,
# errcat-tools.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME errcat)
set(CPACK_PACKAGE_CONTACT "errcat maintainers <maintainers@errcat.example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL headers)
if(ERRCAT_BUILD_TOOLS)
  list(APPEND CPACK_COMPONENTS_ALL page tools)
endif()
set(CPACK_COMPONENT_HEADERS_GROUP dev)
set(CPACK_COMPONENT_PAGE_GROUP dev)
set(CPACK_COMPONENT_TOOLS_GROUP tools)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                                WORLD_EXECUTE)

set(CPACK_DEBIAN_DEV_PACKAGE_NAME liberrcat-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "nlohmann-json3-dev (>= 3.11)")
set(CPACK_DEBIAN_DEV_DESCRIPTION
    "The 177 IMG errors of the Image Management Service as an enumeration with
messages, descriptions, handling measures and response bodies, and functions
to look them up and to write and read them as JSON.")

set(CPACK_DEBIAN_TOOLS_PACKAGE_NAME errcat-tools)
set(CPACK_DEBIAN_TOOLS_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_TOOLS_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_TOOLS_PACKAGE_RECOMMENDS "liberrcat-dev, pandoc")
set(CPACK_DEBIAN_TOOLS_DESCRIPTION
    "errcat imports published error tables as catalogs, checks and compares them,
and compiles them into C++ headers. ims-explain explains error codes of the
Image Management Service and how to handle them.")

# The files that Debian requires in each package; `cmake --install` does not install them.
set(ENV{SOURCE_DATE_EPOCH} ${errcat_released})
string(TIMESTAMP released "%a, %d %b %Y %H:%M:%S +0000" UTC)
unset(ENV{SOURCE_DATE_EPOCH})
configure_file(${CMAKE_CURRENT_LIST_DIR}/debian-changelog.in ${PROJECT_BINARY_DIR}/changelog @ONLY)
find_program(ERRCAT_GZIP gzip)
set(documented_components headers)
set(documented_packages ${CPACK_DEBIAN_DEV_PACKAGE_NAME})
if(ERRCAT_BUILD_TOOLS)
  list(APPEND documented_components tools)
  list(APPEND documented_packages ${CPACK_DEBIAN_TOOLS_PACKAGE_NAME})
endif()
if(ERRCAT_GZIP)
  execute_process(COMMAND ${ERRCAT_GZIP} -9nf ${PROJECT_BINARY_DIR}/changelog COMMAND_ERROR_IS_FATAL ANY)
  foreach(component package IN ZIP_LISTS documented_components documented_packages)
    set(doc ${CMAKE_INSTALL_DATADIR}/doc/${package})
    install(FILES ${CMAKE_CURRENT_LIST_DIR}/debian-copyright DESTINATION ${doc} RENAME copyright COMPONENT ${component}
            EXCLUDE_FROM_ALL)
    install(FILES ${PROJECT_BINARY_DIR}/changelog.gz DESTINATION ${doc} COMPONENT ${component} EXCLUDE_FROM_ALL)
  endforeach()
endif()
include(CPack)
