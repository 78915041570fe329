# The rooms of the house: one static library a room, every .cpp in it taken by itself.
# Which room may include which is kept by tests/architecture.

add_library(rolecall_options INTERFACE)
target_compile_features(rolecall_options INTERFACE cxx_std_23)
target_include_directories(rolecall_options INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}>
  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/rolecall>)
if(ROLECALL_STRICT)
  set(strict
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
    -Wold-style-cast -Wcast-qual -Werror)
  target_compile_options(rolecall_options INTERFACE $<BUILD_INTERFACE:${strict}>)
endif()

# rolecall_room(<name> [plug-in folders...]): the library rolecall_<name> of this folder's files.
function(rolecall_room room)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  foreach(folder IN LISTS ARGN)
    file(GLOB more CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
    list(APPEND sources ${more})
  endforeach()
  add_library(rolecall_${room} STATIC ${sources})
  target_link_libraries(rolecall_${room} PUBLIC rolecall_options)
endfunction()

# rolecall_table(<target> <folder> <Type> <function>): a table of pointers to the constants that
# the files of a plug-in folder define, one a file, sorted by name. The file `duty-missing.cpp` in
# `checks/` defines `const Check duty_missing_check`; a name that does not fit is a link error.
function(rolecall_table target folder type function header)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  set(stems)
  foreach(file IN LISTS files)
    get_filename_component(stem ${file} NAME_WE)
    list(APPEND stems ${stem})
  endforeach()
  list(SORT stems)
  string(TOLOWER ${type} suffix)
  set(declarations "")
  set(entries "")
  foreach(stem IN LISTS stems)
    string(REPLACE "-" "_" symbol ${stem})
    string(APPEND declarations "extern const ${type} ${symbol}_${suffix};\n")
    string(APPEND entries "    &${symbol}_${suffix},\n")
  endforeach()
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${folder}_table.cpp)
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT
"// Made by cmake/rooms.cmake from the files in ${folder}/.
#include \"${header}\"

namespace rolecall {

${declarations}
std::span<const ${type}* const> ${function}() {
  static constexpr const ${type}* table[] = {
${entries}  };
  return table;
}

}  // namespace rolecall
")
  target_sources(${target} PRIVATE ${out})
endfunction()
