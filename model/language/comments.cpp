#include "model/language/comments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "model/language/reading_errors.hpp"
#include "model/text/text.hpp"
#include "model/text/text_cursor.hpp"

namespace rolecall {
namespace {

constexpr std::string_view mark = "rolecall:";

/// A part of a comment and where it stands in the text.
struct Word {
  std::string text;  ///< without quotes
  std::size_t at = 0;
  std::size_t end = 0;
};

/// Takes a comment apart into words; quotes within a word keep its spaces.
class Words {
 public:
  Words(std::string_view text, std::size_t at) : text_(text), base_(at) {}

  std::optional<Word> next() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    if (at_ == text_.size()) return std::nullopt;
    Word word{{}, base_ + at_, 0};
    bool quoted = false;
    for (; at_ < text_.size() && (quoted || !is_space(text_[at_])); ++at_) {
      if (text_[at_] == '"') {
        quoted = !quoted;
      } else {
        word.text += text_[at_];
      }
    }
    word.end = base_ + at_;
    return word;
  }

 private:
  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

  std::string_view text_;
  std::size_t base_;
  std::size_t at_ = 0;
};

class Reader {
 public:
  Reader(const syntax::Tree& tree, const SourceText& text, std::uint32_t file, Findings& findings)
      : tree_(tree), text_(text), file_(file), findings_(findings), cursor_(text, file) {}

  std::vector<WaiverDecl> read() {
    for (const syntax::Node& node : tree_.nodes) {
      if (node.kind != syntax::Kind::comment) continue;
      const std::size_t before = out_.size();
      read_comment(tree_.text.substr(node.begin, node.end - node.begin), node.begin);
      if (before == out_.size()) continue;
      give_line(before, alone(node.begin) ? next_thing(node.end) : node.begin);
    }
    return std::move(out_);
  }

 private:
  Span span(const Word& word) { return cursor_.span(word.at, word.end); }

  /// Whether nothing but blanks stands before the comment on its line.
  bool alone(std::size_t at) const {
    while (at > tree_.nodes[0].begin && (tree_.text[at - 1] == ' ' || tree_.text[at - 1] == '\t')) {
      --at;
    }
    return at == tree_.nodes[0].begin || tree_.text[at - 1] == '\n';
  }

  /// The next byte behind a comment that is neither white space nor a comment; the text's end where
  /// there is none. Each stretch of comments is walked once.
  std::size_t next_thing(std::size_t at) {
    if (at < next_thing_) return next_thing_;
    while (true) {
      at = tree_.text.find_first_not_of(" \t\r\n", at);
      if (at == std::string_view::npos) return next_thing_ = tree_.text.size();
      if (tree_.text[at] != '#') return next_thing_ = at;
      at = std::min(tree_.text.find('\n', at), tree_.text.size());
    }
  }

  void give_line(std::size_t from, std::size_t offset) {
    if (offset == tree_.text.size()) return;  // nothing stands below the comment
    const std::uint32_t line = text_.line_of(offset);
    for (std::size_t i = from; i < out_.size(); ++i) out_[i].line = line;
  }

  void read_comment(std::string_view comment, std::size_t offset) {
    std::size_t at = comment.find_first_not_of("# \t");
    if (at == std::string_view::npos || !comment.substr(at).starts_with(mark)) return;
    at += mark.size();
    Words words(comment.substr(at), offset + at);
    const auto verb = words.next();
    if (!verb) return;
    if (verb->text != "allow") {
      doubt_verb(*verb);
      return;
    }
    WaiverDecl waiver;
    waiver.span = span(*verb);
    waiver.line = waiver.span.line;  // for a comment below which nothing stands
    std::vector<Text> checks;
    // Checks go on for as long as there are commas between them.
    std::optional<Word> word = words.next();
    for (bool more = true; more && word && word->text.find('=') == std::string::npos;) {
      more = word->text.ends_with(',');
      add_checks(*word, checks);
      word = words.next();
    }
    for (; word; word = words.next()) read_rest(*word, waiver);
    if (checks.empty()) {
      findings_.push_back(
          Finding("missing-key", "a comment allows something, but names no check", waiver.span,
                  "allow what?")
              .help(
                  "name the check that may find something here: `# rolecall: allow duty-overlap`"));
    }
    for (Text& check : checks) {
      out_.push_back(waiver);
      out_.back().check = std::move(check);
    }
  }

  void add_checks(const Word& word, std::vector<Text>& checks) {
    for (std::size_t from = 0; from < word.text.size();) {
      const std::size_t end = std::min(word.text.find(',', from), word.text.size());
      if (end > from) {
        Word part{word.text.substr(from, end - from), word.at, word.end};
        if (word.end - word.at == word.text.size()) {  // without quotes
          part.at = word.at + from;
          part.end = word.at + end;
        }
        checks.push_back({part.text, span(part)});
      }
      from = end + 1;
    }
  }

  void read_rest(const Word& word, WaiverDecl& waiver) {
    if (word.text.starts_with("until=")) {
      const auto date = parse_date(std::string_view(word.text).substr(6));
      if (date) {
        waiver.until = {*date, span(word)};
      } else {
        findings_.push_back(Finding("wrong-type", "`until` must be a date", span(word),
                                    fmt::format("not a date: {}", quoted(word.text.substr(6))))
                                .help("write it as `until=2027-03-31`"));
      }
    } else if (word.text.starts_with("by=")) {
      waiver.by = {word.text.substr(3), span(word)};
    } else if (waiver.reason.given()) {
      if (waiver.reason.value.size() < most_bytes("reason")) waiver.reason.value += ' ' + word.text;
    } else {
      waiver.reason = {word.text, span(word)};
    }
  }

  /// Prose may well begin with the name of this program. A word that only a waiver can have meant
  /// is a mistake.
  void doubt_verb(const Word& verb) {
    constexpr std::array<std::string_view, 7> meant{"allow",   "ignore", "waive", "disable",
                                                    "silence", "accept", "skip"};
    if (!nearest(verb.text, meant)) return;
    Finding finding("unknown-key",
                    fmt::format("unknown word {} in a comment for rolecall", quoted(verb.text)),
                    span(verb), "would be passed over");
    finding.add_subject({Subject::Kind::reference, verb.text});
    finding.help_text = "did you mean `allow`?";
    findings_.push_back(std::move(finding));
  }

  const syntax::Tree& tree_;
  const SourceText& text_;
  std::uint32_t file_;
  Findings& findings_;
  std::vector<WaiverDecl> out_;
  std::size_t next_thing_ = 0;
  TextCursor cursor_;
};

}  // namespace

std::vector<WaiverDecl> read_comment_waivers(const syntax::Tree& tree, const SourceText& text,
                                             std::uint32_t file, Findings& findings) {
  // Most files have none, and are not walked again.
  if (text.bytes().find(mark) == std::string_view::npos) return {};
  return Reader(tree, text, file, findings).read();
}

}  // namespace rolecall
