// The module that lays a drawing on pages: the only file that knows QPDF.

// QPDF asks for the version of its pointers: std::shared_ptr alone.
#define POINTERHOLDER_TRANSITION 4

#include <charconv>
#include <cstring>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>

#include "layout/module/pages.hpp"

namespace rolecall {
namespace {

std::string number(double value) {
  char buffer[64];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, 3);
  return {buffer, end.ptr};
}

/// Numbers and an operator of a content stream.
template <class... Numbers>
void put(std::string& out, const char* what, Numbers... numbers) {
  ((out += number(numbers) + ' '), ...);
  out += what;
  out += '\n';
}

constexpr double mark = 10;  // length of a cutting mark
constexpr double label = 7;  // size of the words in the margin

/// The window of a sheet that shows something of the chart.
struct Window {
  double x;
  double y;  // from below
  double width;
  double height;
};

std::string before(const PdfPages& pages, const Window& window, int column, int row) {
  std::string out;
  put(out, "q");
  put(out, "rg", pages.ground[0], pages.ground[1], pages.ground[2]);
  if (pages.columns * pages.rows == 1) {
    put(out, "re f", 0.0, 0.0, pages.width, pages.height);
  } else {
    put(out, "re W f", window.x, window.y, window.width, window.height);
  }
  // The chart's lower left corner, seen from the sheet's.
  const double x = window.x - pages.left - column * pages.step_x;
  const double top = window.y + window.height + pages.top + row * pages.step_y;
  put(out, "cm", pages.scale, 0.0, 0.0, pages.scale, x, top - pages.chart_height * pages.scale);
  return out;
}

/// Where to cut, and which sheet this is.
std::string after(const PdfPages& pages, const Window& window, int column, int row) {
  std::string out = "\n";
  put(out, "Q");
  if (pages.columns * pages.rows == 1) return out;
  put(out, "q 0 G 0 g");
  put(out, "w", 0.5);
  for (const double x : {window.x, window.x + window.width}) {
    const bool left = x == window.x;
    for (const double y : {window.y, window.y + window.height}) {
      const bool below = y == window.y;
      put(out, "m", x, below ? y - 2 : y + 2);
      put(out, "l S", x, below ? y - 2 - mark : y + 2 + mark);
      put(out, "m", left ? x - 2 : x + 2, y);
      put(out, "l S", left ? x - 2 - mark : x + 2 + mark, y);
    }
  }
  put(out, "BT");
  out += "/RolecallLabel ";
  put(out, "Tf", label);
  put(out, "Td", window.x + mark, window.y - mark);
  out += "(row " + std::to_string(row + 1) + " of " + std::to_string(pages.rows) + ", column " +
         std::to_string(column + 1) + " of " + std::to_string(pages.columns) + ") Tj\n";
  put(out, "ET Q");
  return out;
}

void lay(QPDF& pdf, const PdfPages& pages) {
  QPDFPageDocumentHelper document(pdf);
  QPDFPageObjectHelper chart = document.getAllPages().at(0);
  document.removePage(chart);
  const Window window{pages.margin, pages.margin, pages.width - 2 * pages.margin,
                      pages.height - 2 * pages.margin};
  for (int row = 0; row < pages.rows; ++row) {
    for (int column = 0; column < pages.columns; ++column) {
      QPDFPageObjectHelper page = chart.shallowCopyPage();
      QPDFObjectHandle object = page.getObjectHandle();
      object.replaceKey("/MediaBox", QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(
                                         0, 0, pages.width, pages.height)));
      if (pages.columns * pages.rows > 1) {
        QPDFObjectHandle resources = object.getKey("/Resources").shallowCopy();
        QPDFObjectHandle fonts = resources.getKey("/Font");
        fonts = fonts.isDictionary() ? fonts.shallowCopy() : QPDFObjectHandle::newDictionary();
        fonts.replaceKey("/RolecallLabel",
                         QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type1 /BaseFont "
                                                 "/Helvetica /Encoding /WinAnsiEncoding >>"));
        resources.replaceKey("/Font", fonts);
        object.replaceKey("/Resources", resources);
      }
      page.addPageContents(QPDFObjectHandle::newStream(&pdf, before(pages, window, column, row)),
                           true);
      page.addPageContents(QPDFObjectHandle::newStream(&pdf, after(pages, window, column, row)),
                           false);
      document.addPage(page, false);
    }
  }
}

std::string finished(const char* bytes, std::size_t size, const PdfPages& pages) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("chart", bytes, size);
  if (pages.width > 0) lay(pdf, pages);
  QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
  info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(pages.title));
  info.replaceKey("/Creator", QPDFObjectHandle::newString("rolecall"));
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
  pdf.getRoot().replaceKey("/ViewerPreferences",
                           QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

extern "C" __attribute__((visibility("default"))) void ROLECALL_MODULE_FUNCTION(rolecall_lay_pdf)(
    const char* pdf, std::size_t size, const PdfPages* pages, ModuleSink sink, void* to) {
  try {
    const std::string out = finished(pdf, size, *pages);
    sink(to, true, out.data(), out.size());
  } catch (const std::exception& error) {
    sink(to, false, error.what(), std::strlen(error.what()));
  } catch (...) {
    static constexpr char message[] = "out of memory";
    sink(to, false, message, sizeof message - 1);
  }
}

}  // namespace rolecall
