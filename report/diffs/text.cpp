// Changes for people: posts with what they bring about, all else that is said differently, duties,
// findings, and a line of sums.

#include "model/text/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text/letters.hpp"
#include "report/diff.hpp"
#include "report/findings_text.hpp"
#include "report/snippet.hpp"
#include "report/terminal.hpp"

namespace rolecall {
namespace {

class Writer {
 public:
  Writer(const Changes& changes, bool colour, bool verbose)
      : changes_(changes), words_(changes, verbose), colour_(colour), painter_(colour) {}

  std::string write() {
    write_positions();
    write_tables();
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
            wrapped(printable(words), widest + 6) + '\n';
  }

  /// `ids` gives the id of each row.
  template <class Rows, class Id>
  static std::size_t widest(const Rows& rows, Id id) {
    std::size_t width = 0;
    for (const auto& each : rows) width = std::max(width, display_width(printable(id(each))));
    return std::min<std::size_t>(width, 40);
  }

  static std::string with_label(const std::string& label, const std::string& words) {
    return label.empty() ? words : words.empty() ? label : label + ": " + words;
  }

  void write_positions() {
    if (changes_.positions.empty()) return;
    heading("posts");
    const std::size_t width =
        widest(changes_.positions, [](const PositionChange& each) { return each.id; });
    for (const PositionChange& each : changes_.positions) {
      const bool gone = each.removed() || each.vacated;
      const Style style = each.added() ? Style::help : gone ? Style::error : Style::note;
      row(style,
          each.added()     ? "+"
          : each.removed() ? "-"
                           : "~",
          each.id, width, with_label(words_.label(each), words_.words(each)));
      for (const DutyGroup& group : words_.consequences(each)) {
        below(width, words_.consequence(group));
        if (words_.names_all(group)) below(width + 2, words_.list(group));
      }
    }
    out_ += '\n';
  }

  /// A line that belongs to the row above it.
  void below(std::size_t width, const std::string& words) {
    const std::size_t indent = width + 6;
    out_ += std::string(indent, ' ') + wrapped(printable(words), indent) + '\n';
  }

  void write_tables() {
    for (const TableWords& words : table_words()) {
      std::vector<const TableChange*> rows;
      for (const TableChange& change : changes_.tables) {
        if (change.table == words.table) rows.push_back(&change);
      }
      if (rows.empty()) continue;
      heading(words.heading);
      // Of these there is one, so that its keys are what changes.
      const std::size_t width = widest(rows, [](const TableChange* each) { return each->id; });
      const bool by_key = words.table == "company" || words.table == "checks";
      for (const TableChange* change : rows)
        by_key ? write_keys(*change) : write_table(*change, width);
      out_ += '\n';
    }
  }

  void write_keys(const TableChange& change) {
    const std::size_t width = widest(change.keys, [](const KeyChange& each) { return each.key; });
    for (const KeyChange& each : change.keys) {
      row(Style::note,
          !each.given_before  ? "+"
          : !each.given_after ? "-"
                              : "~",
          each.key, width, words_.words(each));
    }
  }

  void write_table(const TableChange& change, std::size_t width) {
    const Style style = change.added ? Style::help : change.removed ? Style::error : Style::note;
    const bool same = bare_name(change.name) == bare_name(change.id);
    row(style,
        change.added     ? "+"
        : change.removed ? "-"
                         : "~",
        change.id, width, with_label(same ? std::string() : change.name, words_.words(change)));
  }

  void write_duties() {
    const std::vector<DutyGroup> groups = words_.handovers();
    if (groups.empty()) return;
    heading("duties");
    const auto head = [](const DutyGroup& group) {
      return group.duties.size() == 1 ? std::string(group.duties.front()->id)
                                      : counted(group.duties.size(), "duty", "duties");
    };
    const std::size_t width = widest(groups, head);
    for (const DutyGroup& group : groups) {
      const DutyChange& each = *group.duties.front();
      const bool one = group.duties.size() == 1;
      const Style style = each.gained() ? Style::help : each.lost() ? Style::error : Style::note;
      const std::string words = words_.holders(each) + " (" + words_.verdicts(each) + ')';
      row(style,
          each.gained() ? "+"
          : each.lost() ? "-"
                        : "~",
          head(group), width, with_label(one ? words_.label(each) : std::string(), words));
      if (!one) below(width, words_.list(group));
    }
    out_ += '\n';
  }

  void write_findings() {
    if (!changes_.fixed.empty()) {
      heading("fixed");
      const Entries fixed(changes_.fixed);
      for (const Finding* finding : fixed.apart()) {
        out_ += "  ";
        painter_.put(out_, Style::help, "-");
        out_ += fmt::format(" {}[{}]: {}\n", name(finding->severity), finding->check,
                            printable(finding->message));
      }
      out_ += '\n';
    }
    if (changes_.appeared.empty()) return;
    heading("new");
    out_ += findings_text(changes_.after->sources, Entries(changes_.appeared), colour_,
                          changes_.after->trees);
  }

  static std::string bare_name(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (is_ascii_letter(c) || (c >= '0' && c <= '9')) out += small_letter(c);
    }
    return out;
  }

  const Changes& changes_;
  ChangeWords words_;
  bool colour_;
  Painter painter_;
  std::string out_;
};

std::string write(const Changes& changes, const FormatOptions& options) {
  return Writer(changes, options.colour, options.verbose).write();
}

}  // namespace

extern const Diff text_diff;
const Diff text_diff{"text", "for people", write};

}  // namespace rolecall
