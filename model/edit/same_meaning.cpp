#include "model/edit/same_meaning.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/language/meant_text.hpp"
#include "model/syntax/tree.hpp"

namespace rolecall {
namespace {

std::vector<std::string> comments_of(std::string_view text) {
  std::vector<std::string> out;
  const syntax::Tree tree = syntax::parse(text);
  for (syntax::NodeId id = 0; id < tree.nodes.size(); ++id) {
    if (tree[id].kind != syntax::Kind::comment) continue;
    const std::string_view piece = tree.text_of(id);
    out.emplace_back(piece.substr(0, piece.find_last_not_of(" \t\r") + 1));
  }
  std::ranges::sort(out);
  return out;
}

/// All values of a TOML text, keys in alphabetical order: two texts that hold the same give the
/// same. None where it is no TOML. Read by another reader than ours, so that what `fmt` does to a
/// text is judged by one that knows nothing of it.
std::optional<std::string> values_text(const SourceText& text) {
  if (refusal(text, 0) || !syntax::parse(text.bytes()).errors.empty()) return std::nullopt;
  try {
    std::ostringstream out;
    out << toml::default_formatter{toml::parse(text.bytes(), std::string_view{})};
    return std::move(out).str();
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

}  // namespace

bool same_meaning(const SourceText& a, const SourceText& b) {
  // The comments hold the waivers; what is the same comment is the same waiver.
  if (comments_of(a.bytes()) != comments_of(b.bytes())) return false;
  const auto said = values_text(a);
  return said && said == values_text(b);
}

}  // namespace rolecall
