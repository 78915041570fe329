# cpack -G DEB, after a build of the preset `release`: rolecall, the program with its modules, completion and
# manual, and rolecall-dev, the library. ./dev package does it all.

install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program RENAME copyright)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR}-dev COMPONENT library RENAME copyright)
# Side by side as here, for they name each other.
install(DIRECTORY docs examples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_NAME rolecall)
set(CPACK_PACKAGE_VENDOR rolecall)
# Nobody's; ./dev package takes the packager's from DEBEMAIL.
set(CPACK_PACKAGE_CONTACT "rolecall <noreply@rolecall.invalid>")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME rolecall)
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION
"Reads a description of a company's CIO, CTO and the people around them, tells
which of their duties are covered, overlapping or missing, and draws the chart
that shows it.")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
# Letters in PNG and PDF.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS fonts-dejavu-core)
# For --against.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS git)

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME rolecall-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION
"Static libraries and headers for programs in C++ that read and judge
descriptions as rolecall does. CMake finds them with find_package(rolecall).")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS
  "libfmt-dev, libboost-graph-dev, nlohmann-json3-dev, libtomlplusplus-dev,
  libutf8proc-dev")

include(CPack)
