// Changes for people: posts, duties, findings, and a line of sums.

#include <fmt/format.h>

#include <algorithm>

#include "report/diff.hpp"
#include "report/findings_text.hpp"
#include "report/snippet.hpp"
#include "report/terminal.hpp"

namespace rolecall {
namespace {

class Writer {
 public:
  Writer(const Changes& changes, bool colour)
      : changes_(changes), colour_(colour), painter_(colour) {}

  std::string write() {
    write_positions();
    write_duties();
    write_findings();
    out_ += sums_line(changes_) + '\n';
    return std::move(out_);
  }

 private:
  void heading(std::string_view text) {
    painter_.put(out_, Style::strong, text);
    out_ += '\n';
  }

  void row(Style style, std::string_view sign, std::string_view id, std::size_t widest,
           const std::string& words) {
    out_ += "  ";
    painter_.put(out_, style, sign);
    const std::string shown = printable(id);
    const std::size_t width = display_width(shown);
    out_ += ' ' + shown + std::string(width < widest ? widest - width : 0, ' ') + "  " +
            printable(words) + '\n';
  }

  template <class Rows>
  static std::size_t widest(const Rows& rows) {
    std::size_t width = 0;
    for (const auto& each : rows) width = std::max(width, display_width(printable(each.id)));
    return std::min<std::size_t>(width, 40);
  }

  void write_positions() {
    if (changes_.positions.empty()) return;
    heading("posts");
    const std::size_t width = widest(changes_.positions);
    for (const PositionChange& each : changes_.positions) {
      const bool gone = each.removed() || each.vacated;
      const Style style = each.added() ? Style::help : gone ? Style::error : Style::note;
      row(style, each.added() ? "+" : each.removed() ? "-" : "~", each.id, width, words_of(each));
    }
    out_ += '\n';
  }

  void write_duties() {
    if (changes_.duties.empty()) return;
    heading("duties");
    const std::size_t width = widest(changes_.duties);
    for (const DutyChange& each : changes_.duties) {
      const Style style = each.gained() ? Style::help : each.lost() ? Style::error : Style::note;
      row(style,
          each.gained() ? "+"
          : each.lost() ? "-"
                        : "~",
          each.id, width, holders_text(each) + " (" + verdicts_text(each) + ')');
    }
    out_ += '\n';
  }

  void write_findings() {
    if (!changes_.fixed.empty()) {
      heading("fixed");
      const Entries fixed(changes_.fixed);
      for (const Finding* finding : fixed) {
        out_ += "  ";
        painter_.put(out_, Style::help, "-");
        out_ += fmt::format(" {}[{}]: {}\n", name(finding->severity), finding->check,
                            printable(finding->message));
      }
      out_ += '\n';
    }
    if (changes_.appeared.empty()) return;
    heading("new");
    out_ += findings_text(changes_.after->sources, Entries(changes_.appeared), colour_);
  }

  const Changes& changes_;
  bool colour_;
  Painter painter_;
  std::string out_;
};

std::string write(const Changes& changes, const FormatOptions& options) {
  return Writer(changes, options.colour).write();
}

}  // namespace

extern const Diff text_diff;
const Diff text_diff{"text", "for people", write};

}  // namespace rolecall
