#include "model/edit/same_meaning.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "model/language/read_toml.hpp"
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

}  // namespace

bool same_meaning(const SourceText& a, const SourceText& b) {
  // The comments hold the waivers; what is the same comment is the same waiver.
  if (comments_of(a.bytes()) != comments_of(b.bytes())) return false;
  const auto said = values_text(a);
  return said && said == values_text(b);
}

}  // namespace rolecall
