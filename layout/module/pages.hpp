#pragma once
// What the module that works on PDF is told. Plain data, as for the drawing module.

#include <cstddef>

#include "layout/module/module_sink.hpp"

namespace rolecall {

/// The pages to make of a PDF of one page; see `Sheets`. Points; colours from 0 to 1.
struct PdfPages {
  double chart_width = 0;
  double chart_height = 0;
  double width = 0;  ///< of a sheet; 0: the page stays as it is
  double height = 0;
  double scale = 1;
  int columns = 1;
  int rows = 1;
  double margin = 0;
  double left = 0;
  double top = 0;
  double step_x = 0;
  double step_y = 0;
  double ground[3] = {1, 1, 1};  ///< colour of the page
  const char* title = nullptr;   ///< UTF-8
};

/// The module's only function, and the name by which it is found. Gives the document, the same
/// bytes on every run.
extern "C" void ROLECALL_MODULE_FUNCTION(rolecall_lay_pdf)(const char* pdf, std::size_t size,
                                                           const PdfPages* pages, ModuleSink sink,
                                                           void* to);
using LayPdf = decltype(&ROLECALL_MODULE_FUNCTION(rolecall_lay_pdf));
inline constexpr const char* lay_pdf_name = ROLECALL_MODULE_SYMBOL(rolecall_lay_pdf);

}  // namespace rolecall
