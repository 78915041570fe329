#include "model/edit/list_edits.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "model/edit/layout_of_lines.hpp"

namespace rolecall {
namespace {

using syntax::Kind;
using syntax::NodeId;

/// A value or pair with the comma behind it.
struct Item {
  NodeId node;
  std::optional<NodeId> comma{};
};

std::vector<Item> items_of(const Places& places, NodeId container) {
  std::vector<Item> out;
  for (const NodeId child : places.tree().children(container)) {
    const Kind kind = places.tree()[child].kind;
    if (kind == Kind::comma) {
      if (!out.empty() && !out.back().comma) out.back().comma = child;
    } else if (kind != Kind::comment) {
      out.push_back({child});
    }
  }
  return out;
}

class Container {
 public:
  Container(const Places& places, NodeId node)
      : places_(places), node_(node), items_(items_of(places, node)) {}

  const std::vector<Item>& items() const { return items_; }

  /// Takes out the items from `first` to `last`. At least one more is there.
  void take_out(std::size_t first, std::size_t last, TextEdits& edits) const {
    const bool at_end = last + 1 == items_.size();
    const bool open = !items_[last].comma;  // no comma behind it
    if (alone_on_lines(first, last)) {
      edits.push_back({line_begin(text(), begin(first)), line_end(text(), whole_end(last)), {}});
      if (at_end && open && items_[first - 1].comma) cut(*items_[first - 1].comma, edits);
    } else if (!at_end) {
      const std::size_t next = begin(last + 1);
      const bool plain = is_blank(text().substr(whole_end(last), next - whole_end(last)));
      edits.push_back({begin(first), plain ? next : whole_end(last), {}});
    } else if (is_plain(end(first - 1), begin(first))) {
      edits.push_back({end(first - 1), end(last), {}});
    } else {
      if (open && items_[first - 1].comma) cut(*items_[first - 1].comma, edits);
      edits.push_back({begin(first), whole_end(last), {}});
    }
  }

  void add(std::span<const std::string> entries, TextEdits& edits) const {
    if (items_.empty()) return add_first(entries, edits);
    const std::size_t last = items_.size() - 1;
    const bool comma = items_[last].comma.has_value();
    std::string added;
    if (first_on_line(last) && text().find('\n', whole_end(last)) < container_end()) {
      const std::size_t at = line_end(text(), whole_end(last));
      for (const std::string& entry : entries) {
        added += indent(last) + entry;
        if (comma || &entry != &entries.back()) added += ',';
        added += break_of(text(), whole_end(last));
      }
      if (!comma) edits.push_back({end(last), end(last), ","});
      edits.push_back({at, at, std::move(added)});
      return;
    }
    for (const std::string& entry : entries) added += comma ? ' ' + entry + ',' : ", " + entry;
    edits.push_back({whole_end(last), whole_end(last), std::move(added)});
  }

 private:
  std::string_view text() const { return places_.text(); }
  std::size_t begin(std::size_t i) const { return places_.tree()[items_[i].node].begin; }
  std::size_t end(std::size_t i) const { return places_.tree()[items_[i].node].end; }
  /// With its comma.
  std::size_t whole_end(std::size_t i) const {
    return items_[i].comma ? places_.tree()[*items_[i].comma].end : end(i);
  }
  std::size_t container_end() const { return places_.tree()[node_].end - 1; }

  void cut(NodeId comma, TextEdits& edits) const {
    edits.push_back({places_.tree()[comma].begin, places_.tree()[comma].end, {}});
  }

  bool first_on_line(std::size_t i) const {
    const std::size_t from = line_begin(text(), begin(i));
    return is_blank(text().substr(from, begin(i) - from));
  }

  std::string indent(std::size_t i) const {
    const std::size_t from = line_begin(text(), begin(i));
    return std::string(text().substr(from, begin(i) - from));
  }

  /// Whether nothing but white space and commas stands between two bytes.
  bool is_plain(std::size_t from, std::size_t to) const {
    return text().substr(from, to - from).find('#') == std::string_view::npos;
  }

  /// Whether the lines of the items hold nothing else but a comment at the end.
  bool alone_on_lines(std::size_t first, std::size_t last) const {
    if (!first_on_line(first)) return false;
    const std::size_t from = whole_end(last);
    const std::size_t to = line_end(text(), from);
    if (to > container_end()) return false;
    const std::string_view rest = text().substr(from, to - from);
    const std::size_t at = rest.find_first_not_of(" \t\r\n");
    return at == rest.npos || rest[at] == '#';
  }

  void add_first(std::span<const std::string> entries, TextEdits& edits) const {
    std::string joined;
    for (const std::string& entry : entries) joined += (joined.empty() ? "" : ", ") + entry;
    const std::size_t from = places_.tree()[node_].begin + 1;
    const std::size_t to = container_end();
    if (is_blank(text().substr(from, to - from))) {
      edits.push_back({from, to, std::move(joined)});
      return;
    }
    // Comments alone, so the bracket stands on a line of its own.
    const std::size_t at = line_begin(text(), to);
    edits.push_back({at, at, "  " + joined + ',' + std::string(break_of(text(), from))});
  }

  const Places& places_;
  NodeId node_;
  std::vector<Item> items_;
};

}  // namespace

void take_out(const Places& places, NodeId container, std::span<const NodeId> nodes,
              TextEdits& edits) {
  const Container from(places, container);
  const auto& items = from.items();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!std::ranges::binary_search(nodes, items[i].node)) continue;
    std::size_t last = i;
    while (last + 1 < items.size() && std::ranges::binary_search(nodes, items[last + 1].node)) {
      ++last;
    }
    from.take_out(i, last, edits);
    i = last;
  }
}

void add_entries(const Places& places, NodeId value, std::span<const std::string> entries,
                 TextEdits& edits) {
  const syntax::Node& node = places.tree()[value];
  if (node.kind == Kind::array) return Container(places, value).add(entries, edits);
  edits.push_back({node.begin, node.begin, "["});
  std::string added;
  for (const std::string& entry : entries) added += ", " + entry;
  edits.push_back({node.end, node.end, added + ']'});
}

}  // namespace rolecall
