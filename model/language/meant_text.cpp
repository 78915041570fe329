#include "model/language/meant_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "model/language/read_toml.hpp"
#include "model/syntax/foreign.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

using syntax::Kind;
using syntax::NodeId;
using syntax::Tree;

bool has(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::optional<Finding> refusal(const SourceText& text, std::uint32_t file) {
  const std::string_view bytes = text.bytes();
  const Span start{file, 1, 1, 1, 2};
  if (bytes.size() > max_text_bytes) {
    return Finding("syntax",
                   fmt::format("the text has {} MiB, more than the {} MiB that are read",
                               bytes.size() >> 20, max_text_bytes >> 20),
                   start);
  }
  const std::size_t nul = bytes.find('\0');
  if (nul == std::string_view::npos) return std::nullopt;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return Finding("syntax", "the text is UTF-16, not UTF-8", start, "has the mark of UTF-16")
        .help("save the file as UTF-8");
  }
  Finding finding("syntax", "the file is binary, not text: it holds a NUL byte", start,
                  fmt::format("the NUL byte is at offset {}", nul));
  if (bytes.starts_with("PK\x03\x04")) {
    finding.message = "the file seems to be a spreadsheet or another packed file, not TOML";
    finding.help_text =
        "write each row as a `[[position]]` with `id`, `title`, `holder` and `reports_to`";
  }
  return finding;
}

MeantText::MeantText(const SourceText& text, std::uint32_t file, const Brackets& brackets,
                     Findings& findings)
    : text_(text),
      file_(file),
      tree_(std::make_shared<const Tree>(syntax::parse(text.bytes()))),
      cursor_(text, file) {
  stages_.reserve(2);  // trees look at their texts
  Tree later;
  const Tree* tree = tree_.get();
  const auto take_as_meant = [&](std::vector<Edit> edits) {
    if (edits.empty()) return false;
    apply(std::move(edits), tree->text);
    later = syntax::parse(stages_.back().text);
    tree = &later;
    return true;
  };
  take_as_meant(bracket_edits(brackets, findings));
  if (!tree->errors.empty()) {
    wrong_ = true;
    if (const auto other = syntax::seems_foreign(text.bytes())) {
      foreign_ = damaged_ = true;
      findings.push_back(Finding("syntax", other->message, {file, 1, 1, 1, 2}).help(other->help));
      return;
    }
    tell(*tree, findings);
    if (take_as_meant(safe_repairs(*tree))) tell(*tree, findings);
  }
  damaged_ = !tree->lost.empty();
  if (tree == tree_.get() && !damaged_) return;
  fed_ = without_errors(*tree);
  meant_ = syntax::parse(fed_);
}

/// A header with the brackets of the other kind is told and taken as meant.
std::vector<MeantText::Edit> MeantText::bracket_edits(const Brackets& brackets,
                                                      Findings& findings) const {
  std::vector<Edit> out;
  const Tree& tree = *tree_;
  for (NodeId id = tree[0].first_child; id != syntax::no_node; id = tree[id].next) {
    const Kind kind = tree[id].kind;
    if (kind != Kind::table && kind != Kind::array_table) continue;
    const NodeId key = tree[id].first_child;
    if (key == syntax::no_node || tree[key].first_child == syntax::no_node) continue;
    const std::string_view name = tree.text_of(tree[key].first_child);
    const bool alone = tree[tree[key].first_child].next == syntax::no_node;
    const bool is_list = alone && has(brackets.lists, name);
    if (kind == (is_list ? Kind::array_table : Kind::table)) continue;
    if (!is_list && !has(brackets.tables, name)) continue;
    const std::string inner(tree.text_of(key));
    const std::string header = is_list ? fmt::format("[[{}]]", inner) : fmt::format("[{}]", inner);
    const std::uint32_t begin = tree[id].begin;
    const std::uint32_t end = tree[id].end;
    Finding finding("wrong-type",
                    is_list ? fmt::format("`{}` must be a list of tables", name)
                            : fmt::format("`{}` must be a table", inner),
                    label_place(tree[key].begin, tree[key].end),
                    is_list ? "one table" : "a list of tables");
    offer(
        finding,
        {fmt::format("write `{}`", header), {ReplaceBytes{exact_place(begin, end), header}}, true});
    findings.push_back(std::move(finding));
    out.push_back({begin, end, header});
  }
  return out;
}

std::vector<MeantText::Edit> MeantText::safe_repairs(const Tree& tree) {
  std::vector<Edit> out;
  for (const syntax::Error& error : tree.errors) {
    if (!error.repair || !error.repair->safe) continue;
    out.push_back({error.repair->begin, error.repair->end, error.repair->text});
  }
  std::ranges::stable_sort(out, {}, &Edit::begin);
  std::uint32_t end = 0;
  std::erase_if(out, [&](const Edit& edit) {
    if (edit.begin < end) return true;
    end = edit.end;
    return false;
  });
  return out;
}

void MeantText::apply(std::vector<Edit> edits, std::string_view to) {
  Stage stage;
  std::uint32_t at = 0;
  for (Edit& edit : edits) {
    stage.text += to.substr(at, edit.begin - at);
    edit.begins_at = static_cast<std::uint32_t>(stage.text.size());
    stage.text += edit.text;
    at = edit.end;
  }
  stage.text += to.substr(at);
  stage.edits = std::move(edits);
  stages_.push_back(std::move(stage));
}

std::uint32_t MeantText::written_at(std::uint32_t offset) const {
  for (auto stage = stages_.rbegin(); stage != stages_.rend(); ++stage) {
    const auto next = std::ranges::upper_bound(stage->edits, offset, {}, &Edit::begins_at);
    if (next == stage->edits.begin()) continue;
    const Edit& edit = *std::prev(next);
    const auto end = edit.begins_at + static_cast<std::uint32_t>(edit.text.size());
    offset = offset < end ? edit.begin : edit.end + (offset - end);
  }
  return offset;
}

Span MeantText::exact_place(std::uint32_t begin, std::uint32_t end) const {
  const Span from = text_.span_at(begin, 0);
  const Span to = text_.span_at(end, 0);
  return {file_, from.line, from.column, to.line, to.column};
}

Span MeantText::label_place(std::uint32_t begin, std::uint32_t end) const {
  const std::size_t length = code_points(text_.bytes().substr(begin, end - begin));
  Span span = text_.span_at(begin, static_cast<std::uint32_t>(std::max<std::size_t>(length, 1)));
  span.file = file_;
  return span;
}

Span MeantText::place(std::uint32_t begin, std::uint32_t end) const {
  if (stages_.empty()) return cursor_.span(begin, end);
  begin = written_at(begin);
  end = written_at(end);
  return end > begin ? exact_place(begin, end) : label_place(begin, begin);
}

Finding MeantText::finding_of(const syntax::Error& error) const {
  Finding finding("syntax", error.message,
                  label_place(written_at(error.begin), written_at(error.end)), error.label);
  finding.help_text = error.help;
  if (error.repair) {
    const syntax::Replacement& repair = *error.repair;
    offer(
        finding,
        {repair.title,
         {ReplaceBytes{exact_place(written_at(repair.begin), written_at(repair.end)), repair.text}},
         repair.safe});
  }
  return finding;
}

void MeantText::tell(const Tree& tree, Findings& findings) {
  const std::size_t before = findings.size();
  bool waits = false;
  for (const syntax::Error& error : tree.errors) {
    if (!told_.emplace(written_at(error.begin), error.message).second) continue;
    findings.push_back(finding_of(error));
    if (error.repair && error.repair->safe) continue;
    if (std::exchange(waits, true)) continue;
    findings.back().notes.push_back(
        "what seems to be missing elsewhere is told when this can be read");
  }
  if (tree.untold > 0 && findings.size() > before) {
    findings.back().notes.push_back(
        fmt::format("and {} in this file", counted(tree.untold, "more error", "more errors")));
  }
}

}  // namespace rolecall
