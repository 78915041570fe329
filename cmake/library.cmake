# find_package(rolecall) for programs that judge descriptions themselves: the rooms model, rules and
# report as static libraries with their headers. examples/library is such a program.

set(library_targets rolecall_options rolecall_fmt rolecall_toml rolecall_utf8proc
    rolecall_model rolecall_rules rolecall_report)
if(TARGET rolecall_fmt_code)
  list(APPEND library_targets rolecall_fmt_code)
endif()
foreach(target IN LISTS library_targets)
  string(REGEX REPLACE "^rolecall_" "" name ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
endforeach()

set(library_folder ${CMAKE_INSTALL_LIBDIR}/cmake/rolecall)
install(TARGETS ${library_targets} EXPORT rolecall
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library)
install(EXPORT rolecall NAMESPACE rolecall:: FILE rolecall-targets.cmake
  DESTINATION ${library_folder} COMPONENT library)
# The JSON library is a matter of ours alone.
foreach(room model rules report)
  install(DIRECTORY ${room} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/rolecall COMPONENT library
    FILES_MATCHING PATTERN "*.hpp" PATTERN json_text.hpp EXCLUDE
    PATTERN data EXCLUDE PATTERN checks EXCLUDE PATTERN formats EXCLUDE
    PATTERN diffs EXCLUDE)
endforeach()

include(CMakePackageConfigHelpers)
configure_package_config_file(cmake/rolecall-config.cmake.in rolecall-config.cmake
  INSTALL_DESTINATION ${library_folder})
# Before 1.0 a minor version may change what a header says.
write_basic_package_version_file(rolecall-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/rolecall-config.cmake
  ${PROJECT_BINARY_DIR}/rolecall-config-version.cmake
  DESTINATION ${library_folder} COMPONENT library)
