# The libraries that the program itself stands on: rolecall_fmt, rolecall_toml, rolecall_utf8proc.
#
# Most of the time that a small `check` takes is the dynamic linker's. With ROLECALL_STATIC_RUNTIME
# the three C++ libraries and utf8proc become part of the program. Debian has no archives of fmt and
# toml++; both are made from the headers of their packages.

add_library(rolecall_fmt INTERFACE)
add_library(rolecall_toml INTERFACE)
add_library(rolecall_utf8proc INTERFACE)

if(ROLECALL_STATIC_RUNTIME)
  get_target_property(fmt_headers fmt::fmt INTERFACE_INCLUDE_DIRECTORIES)
  add_library(rolecall_fmt_code STATIC ${PROJECT_SOURCE_DIR}/cmake/fmt.cpp)
  target_include_directories(rolecall_fmt_code SYSTEM PUBLIC ${fmt_headers})
  target_link_libraries(rolecall_fmt INTERFACE rolecall_fmt_code)
  target_compile_definitions(rolecall_toml INTERFACE TOML_HEADER_ONLY=1)
  target_include_directories(rolecall_toml SYSTEM INTERFACE ${tomlplusplus_INCLUDE_DIRS})
  target_link_libraries(rolecall_utf8proc INTERFACE -l:libutf8proc.a)
  set(ROLECALL_RUNTIME_LINK -static-libstdc++ -static-libgcc)
else()
  target_link_libraries(rolecall_fmt INTERFACE fmt::fmt)
  target_link_libraries(rolecall_toml INTERFACE PkgConfig::tomlplusplus)
  target_link_libraries(rolecall_utf8proc INTERFACE PkgConfig::utf8proc)
  set(ROLECALL_RUNTIME_LINK)
endif()
