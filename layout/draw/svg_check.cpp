#include "layout/draw/svg_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "layout/draw/url_template.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

bool name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' ||
         c == '_' || c == '-' || c == '.';
}

bool space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

class Reader {
 public:
  explicit Reader(std::string_view svg) : svg_(svg) {}

  std::expected<SvgContents, std::string> read() {
    for (const char c : svg_) {
      if (static_cast<unsigned char>(c) < ' ' && !space(c)) {
        return std::unexpected("a control character");
      }
    }
    if (const auto bad = find_invalid_utf8(svg_)) {
      return std::unexpected(fmt::format("bytes that are not UTF-8 at {}", *bad));
    }
    while (error_.empty() && at_ < svg_.size()) piece();
    if (error_.empty() && !open_.empty()) fail("an element without an end");
    if (error_.empty() && !root_) fail("no element");
    if (!error_.empty()) return std::unexpected(error_);
    return std::move(contents_);
  }

 private:
  void fail(std::string_view what) {
    if (error_.empty()) error_ = fmt::format("{} at byte {}", what, at_);
  }

  bool starts(std::string_view with) const { return svg_.substr(at_).starts_with(with); }

  void skip_past(std::string_view end) {
    const std::size_t found = svg_.find(end, at_);
    if (found == std::string_view::npos) return fail("a piece without an end");
    at_ = found + end.size();
  }

  void piece() {
    if (svg_[at_] != '<') return text();
    if (starts("<!--")) {
      at_ += 4;
      const std::size_t dashes = svg_.find("--", at_);
      skip_past("-->");
      if (error_.empty() && dashes + 3 != at_) fail("`--` in a comment");
      return;
    }
    if (at_ == 0 && starts("<?xml")) return skip_past("?>");
    if (!root_ && starts("<!DOCTYPE")) return skip_past(">");
    if (starts("</")) return end_tag();
    start_tag();
  }

  void text() {
    const std::size_t end = std::min(svg_.find('<', at_), svg_.size());
    const std::string_view part = svg_.substr(at_, end - at_);
    const bool blank = std::all_of(part.begin(), part.end(), space);
    if (open_.empty() && !blank) return fail("text outside of the root");
    if (part.find("]]>") != std::string_view::npos) return fail("`]]>`");
    if (!blank && part.find('&') != std::string_view::npos && !unescaped(part)) return;
    if (!blank && !open_.empty() && open_.back() == "text") ++contents_.texts;
    at_ = end;
  }

  std::string_view tag_name() {
    const std::size_t begin = at_;
    while (at_ < svg_.size() && name_char(svg_[at_])) ++at_;
    if (at_ == begin) fail("no name");
    return svg_.substr(begin, at_ - begin);
  }

  void skip_space() {
    while (at_ < svg_.size() && space(svg_[at_])) ++at_;
  }

  void end_tag() {
    at_ += 2;
    const std::string_view name = tag_name();
    if (open_.empty() || open_.back() != name) return fail("an end without a beginning");
    open_.pop_back();
    skip_space();
    if (at_ >= svg_.size() || svg_[at_] != '>') return fail("no `>`");
    ++at_;
  }

  void start_tag() {
    ++at_;
    const std::string_view name = tag_name();
    if (open_.empty() && root_) return fail("a second root");
    if (name == "script" || name == "foreignObject") return fail("an active element");
    root_ = true;
    names_.clear();
    for (;;) {
      const std::size_t before = at_;
      skip_space();
      if (!error_.empty() || at_ >= svg_.size()) return fail("an unfinished element");
      if (svg_[at_] == '>') {
        ++at_;
        open_.push_back(name);
        return;
      }
      if (starts("/>")) {
        at_ += 2;
        return;
      }
      if (before == at_) return fail("no space before an attribute");
      attribute();
    }
  }

  void attribute() {
    const std::string_view name = tag_name();
    if (!starts("=\"")) return fail("no value");
    if (std::find(names_.begin(), names_.end(), name) != names_.end()) {
      return fail("an attribute twice");
    }
    names_.push_back(name);
    at_ += 2;
    const std::size_t end = svg_.find('"', at_);
    if (end == std::string_view::npos) return fail("a value without an end");
    const std::string_view value = svg_.substr(at_, end - at_);
    if (value.find('<') != std::string_view::npos) return fail("`<` in a value");
    if (name == "id") {
      auto id = unescaped(value);
      if (!id) return;
      contents_.ids.push_back(std::move(*id));
    } else if (value.find('&') != std::string_view::npos && !unescaped(value)) {
      return;
    }
    // Nothing that a reader's browser would run can come from a chart.
    if (name == "href") {
      const auto address = unescaped(value);
      if (!address || !harmless_address(*address)) return fail("a dangerous address");
    }
    if (name.starts_with("on") || name == "xlink:href") return fail("an active attribute");
    at_ = end + 1;
  }

  std::optional<std::string> unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      if (text[i] != '&') {
        out += text[i++];
        continue;
      }
      const std::size_t end = text.find(';', i);
      const std::string_view entity =
          end == std::string_view::npos ? std::string_view() : text.substr(i + 1, end - i - 1);
      if (entity == "amp") {
        out += '&';
      } else if (entity == "lt") {
        out += '<';
      } else if (entity == "gt") {
        out += '>';
      } else if (entity == "quot") {
        out += '"';
      } else if (entity == "apos") {
        out += '\'';
      } else if (entity.size() > 1 && entity.size() < 9 && entity[0] == '#') {
        const bool hex = entity[1] == 'x';
        const char* first = entity.data() + (hex ? 2 : 1);
        const char* last = entity.data() + entity.size();
        std::uint32_t code = 0;
        const auto read = std::from_chars(first, last, code, hex ? 16 : 10);
        if (read.ec != std::errc() || read.ptr != last || code == 0 || code > 0x10ffff) {
          fail("a bad character reference");
          return std::nullopt;
        }
        append_utf8(out, code);
      } else {
        fail("a bare `&` or an unknown entity");
        return std::nullopt;
      }
      i = end + 1;
    }
    return out;
  }

  std::string_view svg_;
  std::size_t at_ = 0;
  bool root_ = false;
  std::vector<std::string_view> open_;
  std::vector<std::string_view> names_;  ///< of the attributes of the element at hand
  std::string error_;
  SvgContents contents_;
};

}  // namespace

std::expected<SvgContents, std::string> check_svg(std::string_view svg) {
  return Reader(svg).read();
}

}  // namespace rolecall
