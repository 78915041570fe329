# Modules of the program: parts with heavy libraries, each the only user of its own, that are loaded on
# demand. C++ structs cross between program and module, so the name of a module's function carries
# the version, the compiler and a digest of the headers that both read: a module of another build is
# not found instead of read wrongly.

set(module_headers ${PROJECT_SOURCE_DIR}/layout/module/module_sink.hpp
    ${PROJECT_SOURCE_DIR}/layout/module/pages.hpp ${PROJECT_SOURCE_DIR}/layout/module/scene.hpp)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${module_headers})
set(digests "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} ${CMAKE_CXX_FLAGS} ${CMAKE_SIZEOF_VOID_P}")
foreach(header IN LISTS module_headers)
  file(SHA256 ${header} digest)
  string(APPEND digests " ${digest}")
endforeach()
string(SHA256 digest "${digests}")
string(SUBSTRING ${digest} 0 12 digest)
set(ROLECALL_MODULE_ABI "${PROJECT_VERSION}_${digest}")
string(REPLACE . _ ROLECALL_MODULE_ABI ${ROLECALL_MODULE_ABI})

# rolecall_module(<name> <library>): the module rolecall-<name> of the folder <name>.
function(rolecall_module name library)
  file(GLOB module_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  add_library(rolecall-${name} MODULE ${module_sources})
  set_target_properties(rolecall-${name} PROPERTIES
    PREFIX ""
    CXX_VISIBILITY_PRESET hidden
    LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
  target_compile_definitions(rolecall-${name} PRIVATE ROLECALL_MODULE_ABI=${ROLECALL_MODULE_ABI})
  target_link_libraries(rolecall-${name} PRIVATE rolecall_options ${library})
  add_dependencies(rolecall_layout rolecall-${name})
  install(TARGETS rolecall-${name} LIBRARY DESTINATION ${ROLECALL_MODULE_DIR} COMPONENT program)
endfunction()
