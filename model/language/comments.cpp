#include "model/language/comments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "model/text/text.hpp"

namespace rolecall {

bool TomlWalk::next() {
  begin_ = end_;
  if (begin_ >= text_.size()) return false;
  const char c = text_[begin_];
  if (c == '#') {
    kind_ = Kind::comment;
    end_ = std::min(text_.find('\n', begin_), text_.size());
  } else if (c == '"' || c == '\'') {
    kind_ = Kind::string;
    end_ = end_of_string();
  } else {
    kind_ = Kind::byte;
    end_ = begin_ + 1;
  }
  return true;
}

std::size_t TomlWalk::end_of_string() const {
  const char quote = text_[begin_];
  const std::string three(3, quote);
  const auto step = [&](std::size_t at) -> std::size_t {
    return quote == '"' && text_[at] == '\\' ? 2 : 1;
  };
  std::size_t at = begin_;
  if (text_.substr(at, 3) == three) {
    at += 3;
    while (at < text_.size() && text_.substr(at, 3) != three) at += step(at);
    at += 3;
    // Up to two quotes may stand before the three that end the string.
    for (int more = 0; more < 2 && at < text_.size() && text_[at] == quote; ++more) ++at;
  } else {
    ++at;
    while (at < text_.size() && text_[at] != quote && text_[at] != '\n') at += step(at);
    ++at;
  }
  return std::min(at, text_.size());
}

namespace {

constexpr std::string_view mark = "rolecall:";

/// A part of a comment and where it stands in the text.
struct Word {
  std::string text;
  std::size_t at = 0;
};

/// Takes a comment apart into words; quotes within a word keep its spaces.
class Words {
 public:
  Words(std::string_view text, std::size_t at) : text_(text), base_(at) {}

  std::optional<Word> next() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    if (at_ == text_.size()) return std::nullopt;
    Word word{{}, base_ + at_};
    bool quoted = false;
    for (; at_ < text_.size() && (quoted || !is_space(text_[at_])); ++at_) {
      if (text_[at_] == '"') {
        quoted = !quoted;
      } else {
        word.text += text_[at_];
      }
    }
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
  Reader(const SourceText& text, std::uint32_t file, Findings& findings)
      : text_(text), file_(file), findings_(findings) {}

  std::vector<WaiverDecl> read() {
    const std::string_view bytes = text_.bytes();
    std::size_t waiting = 0;  // the first of the waivers that look for the next line
    bool alone = true;        // nothing but white space on this line yet
    for (TomlWalk walk(bytes); walk.next();) {
      const char c = walk.piece().front();
      if (walk.begin() < 3 && bytes.starts_with("\xEF\xBB\xBF")) continue;
      if (walk.kind() == TomlWalk::Kind::comment) {
        const std::size_t before = out_.size();
        read_comment(walk.piece(), walk.begin());
        if (alone) continue;
        give_line(before, walk.begin());
        waiting = out_.size();
      } else if (c == '\n') {
        alone = true;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        if (alone) give_line(waiting, walk.begin());
        waiting = out_.size();
        alone = false;
      }
    }
    return std::move(out_);
  }

 private:
  Span span(const Word& word) const {
    Span out = text_.span_at(
        word.at, static_cast<std::uint32_t>(std::max<std::size_t>(code_points(word.text), 1)));
    out.file = file_;
    return out;
  }

  void give_line(std::size_t from, std::size_t offset) {
    if (from == out_.size()) return;
    const std::uint32_t line = text_.span_at(offset).line;
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
        const Word part{word.text.substr(from, end - from), word.at + from};
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
      waiver.reason.value += ' ' + word.text;
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

  const SourceText& text_;
  std::uint32_t file_;
  Findings& findings_;
  std::vector<WaiverDecl> out_;
};

}  // namespace

std::vector<WaiverDecl> read_comment_waivers(const SourceText& text, std::uint32_t file,
                                             Findings& findings) {
  // Most files have none, and are not walked again.
  if (text.bytes().find(mark) == std::string_view::npos) return {};
  return Reader(text, file, findings).read();
}

}  // namespace rolecall
