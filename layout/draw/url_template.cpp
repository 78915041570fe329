#include "layout/draw/url_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "model/text/letters.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

bool letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool of_an_address(char c) {
  return letter_or_digit(c) || std::string_view("-._~:/?#[]@!$&()*+,;=%").contains(c);
}

std::string percent_encoded(std::string_view text, std::string_view kept = "") {
  std::string out;
  for (const char c : text) {
    if (letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~' || kept.contains(c)) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

/// What stands before the first `:` where that ends a scheme; else nothing.
std::string scheme_of(std::string_view address) {
  const std::size_t end = address.find_first_of(":/?#");
  if (end == std::string_view::npos || address[end] != ':') return {};
  return end == 0 ? ":" : in_small_letters(address.substr(0, end));
}

bool harmless_scheme(std::string_view scheme) {
  return scheme.empty() || scheme == "http" || scheme == "https" || scheme == "mailto";
}

}  // namespace

std::string address_of_file(std::string_view path) { return percent_encoded(path, "/"); }

bool harmless_address(std::string_view address) {
  return std::ranges::all_of(address, of_an_address) && harmless_scheme(scheme_of(address));
}

std::expected<LinkTemplate, std::string> LinkTemplate::parse(std::string_view text) {
  static constexpr std::string_view names[] = {"id", "kind"};
  if (text.empty()) return std::unexpected("the address is empty");
  LinkTemplate out;
  std::string literal;
  std::string example;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '{') {
      if (!of_an_address(text[at])) {
        return std::unexpected(fmt::format("{} cannot stand in an address; write it as %{:02X}",
                                           quoted(text.substr(at, 1)),
                                           static_cast<unsigned char>(text[at])));
      }
      literal += text[at++];
      continue;
    }
    const std::size_t end = std::min(text.find('}', at), text.size());
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const auto found = std::ranges::find(names, name);
    if (end == text.size() || found == std::end(names)) {
      return std::unexpected(
          fmt::format("{} is no part that is known; there are `{{id}}` and "
                      "`{{kind}}`",
                      quoted(text.substr(at, end - at + 1))));
    }
    example += literal + "x";
    if (!literal.empty()) out.parts_.emplace_back(std::move(literal));
    literal.clear();
    out.parts_.emplace_back(found == std::begin(names) ? Part::id : Part::kind);
    at = end + 1;
  }
  example += literal;
  if (!literal.empty()) out.parts_.emplace_back(std::move(literal));
  if (const std::string scheme = scheme_of(example); !harmless_scheme(scheme)) {
    return std::unexpected(
        fmt::format("an address begins with http:, https: or mailto:, or has no scheme; not {}",
                    quoted(scheme)));
  }
  return out;
}

std::string LinkTemplate::of(std::string_view subject) const {
  const std::size_t colon = std::min(subject.find(':'), subject.size());
  const std::string_view kind = subject.substr(0, colon);
  const std::string_view id = subject.substr(std::min(colon + 1, subject.size()));
  std::string out;
  for (const auto& part : parts_) {
    if (const auto* literal = std::get_if<std::string>(&part)) {
      out += *literal;
    } else {
      out += percent_encoded(std::get<Part>(part) == Part::id ? id : kind);
    }
  }
  return out;
}

}  // namespace rolecall
