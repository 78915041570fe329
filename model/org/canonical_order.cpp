#include "model/org/canonical_order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace rolecall {
namespace {

/// What a table says, as one text.
class Content {
 public:
  Content& add(const Text& text) { return put(text.value); }
  Content& add(const WrittenBool& flag) {
    return put(!flag.given() ? "" : flag.value ? "true" : "false");
  }
  Content& add(const WrittenInt& number) {
    return put(number.given() ? fmt::format("{}", number.value) : "");
  }
  Content& add(const WrittenDate& date) { return put(date.given() ? to_string(date.value) : ""); }
  Content& add(const Texts& texts) {
    for (const Text& text : texts) put(text.value);
    return put("");
  }
  Content& add(const DutyEntries& entries) {
    for (const DutyEntry& entry : entries) add(entry.what).add(entry.scope);
    return put("");
  }
  Content& add(const DutyLists& lists) {
    return add(lists.accountable).add(lists.responsible).add(lists.consulted).add(lists.informed);
  }

  std::string all;

 private:
  Content& put(std::string_view value) {
    all += value;
    all += '\0';
    return *this;
  }
};

std::string content(const PositionDecl& decl) {
  Content out;
  out.add(decl.title).add(decl.holder);
  for (const HolderDecl& holder : decl.holders) {
    out.add(holder.name).add(holder.from).add(holder.until).add(holder.state);
  }
  out.add(decl.reports_to).add(decl.unit).add(decl.state).add(decl.role);
  out.add(decl.from).add(decl.until).add(decl.deputy).add(decl.overseer).add(decl.dotted_to);
  out.add(decl.grade).add(decl.assistant).add(decl.cost).add(decl.scope).add(decl.outcomes);
  return std::move(out.add(decl.duties).add(decl.was).all);
}

std::string content(const TeamDecl& decl) {
  Content out;
  out.add(decl.name).add(decl.kind).add(decl.lead).add(decl.parent).add(decl.size);
  return std::move(out.add(decl.duties).add(decl.was).all);
}

std::string content(const BodyDecl& decl) {
  Content out;
  return std::move(
      out.add(decl.name).add(decl.chair).add(decl.members).add(decl.duties).add(decl.was).all);
}

std::string content(const PersonDecl& decl) {
  Content out;
  out.add(decl.id).add(decl.skills).add(decl.background);
  return std::move(out.add(decl.ready_for).add(decl.was).all);
}

std::string content(const LinkDecl& decl) {
  Content out;
  return std::move(out.add(decl.between).add(decl.on).add(decl.cadence).add(decl.forum).all);
}

std::string content(const DutyDecl& decl) {
  Content out;
  out.add(decl.title).add(decl.about).add(decl.owner).add(decl.area).add(decl.focus);
  out.add(decl.required).add(decl.delegable).add(decl.may_hold).add(decl.sources);
  return std::move(out.add(decl.was).all);
}

std::string content(const DutyViewDecl& decl) {
  Content out;
  return std::move(out.add(decl.lists).add(decl.lead).add(decl.joint).add(decl.unowned).all);
}

/// How many levels below a top each position stands; of those with one id each as high as the
/// highest. Those in a circle of lines, and below one, come after all others.
std::vector<std::uint32_t> levels(const std::vector<PositionDecl>& positions) {
  constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  numbers.reserve(positions.size());
  for (const PositionDecl& decl : positions) {
    numbers.try_emplace(decl.id.value, static_cast<std::uint32_t>(numbers.size()));
  }
  // Who reports to an id, counted first, then in rows one behind the other.
  std::vector<std::uint32_t> boss(positions.size(), none);
  std::vector<std::uint32_t> row(numbers.size() + 1, 0);
  std::vector<std::uint32_t> queue;
  std::vector<std::uint32_t> out(positions.size(), none);
  for (std::uint32_t i = 0; i < positions.size(); ++i) {
    const std::string_view above = positions[i].reports_to.value;
    const auto known = above == positions[i].id.value ? numbers.end() : numbers.find(above);
    if (known == numbers.end()) {
      out[i] = 0;
      queue.push_back(i);
    } else {
      boss[i] = known->second;
      ++row[known->second + 1];
    }
  }
  for (std::size_t i = 1; i < row.size(); ++i) row[i] += row[i - 1];
  std::vector<std::uint32_t> reports(row.back());
  std::vector<std::uint32_t> next(row.begin(), std::prev(row.end()));
  for (std::uint32_t i = 0; i < positions.size(); ++i) {
    if (boss[i] != none) reports[next[boss[i]]++] = i;
  }
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const std::uint32_t number = numbers.find(positions[queue[at]].id.value)->second;
    for (std::uint32_t k = row[number]; k < row[number + 1]; ++k) {
      if (out[reports[k]] != none) continue;
      out[reports[k]] = out[queue[at]] + 1;
      queue.push_back(reports[k]);
    }
  }
  if (numbers.size() == positions.size()) return out;
  std::vector<std::uint32_t> highest(numbers.size(), none);
  const auto of_id = [&](std::size_t i) -> std::uint32_t& {
    return highest[numbers.find(positions[i].id.value)->second];
  };
  for (std::size_t i = 0; i < out.size(); ++i) of_id(i) = std::min(of_id(i), out[i]);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = of_id(i);
  return out;
}

/// The first bytes of a text as a number that compares as they do: most texts differ in them.
std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < sizeof out; ++i) {
    out = out << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return out;
}

struct Key {
  std::uint32_t level;
  std::uint32_t index;
  std::uint64_t begins;
  std::string_view name;
};

/// Those that `name` names, by level, name and content.
template <class Decl, class Name>
std::vector<const Decl*> sorted(const std::vector<Decl>& all, Name name,
                                const std::vector<std::uint32_t>& levels = {}) {
  std::vector<Key> keys;
  keys.reserve(all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const std::string_view text = name(all[i]);
    keys.push_back({levels.empty() ? 0 : levels[i], i, first_bytes(text), text});
  }
  const auto before = [](const Key& a, const Key& b) {
    if (a.level != b.level) return a.level < b.level;
    return a.begins != b.begins ? a.begins < b.begins : a.name < b.name;
  };
  std::ranges::sort(keys, before);
  std::vector<const Decl*> out;
  out.reserve(keys.size());
  for (std::size_t first = 0; first < keys.size();) {
    std::size_t end = first + 1;
    while (end < keys.size() && !before(keys[first], keys[end])) ++end;
    if (end - first == 1) {
      out.push_back(&all[keys[first].index]);
    } else {
      std::vector<std::pair<std::string, std::uint32_t>> same;
      for (std::size_t k = first; k < end; ++k) {
        same.emplace_back(content(all[keys[k].index]), keys[k].index);
      }
      std::ranges::sort(same);
      for (const auto& [text, index] : same) out.push_back(&all[index]);
    }
    first = end;
  }
  return out;
}

constexpr auto id_of = [](const auto& decl) -> std::string_view { return decl.id.value; };

}  // namespace

CanonicalOrder canonical_order(const Document& document) {
  CanonicalOrder out;
  out.positions = sorted(document.positions, id_of, levels(document.positions));
  out.teams = sorted(document.teams, id_of);
  out.bodies = sorted(document.bodies, id_of);
  out.persons = sorted(document.persons,
                       [](const PersonDecl& decl) -> std::string_view { return decl.name.value; });
  out.links = sorted(document.links, [](const LinkDecl& decl) -> std::string_view {
    return decl.between.empty() ? std::string_view() : decl.between.front().value;
  });
  out.duties = in_order(document.duties);
  out.duty_views = sorted(document.duty_views, [](const DutyViewDecl& decl) -> std::string_view {
    return decl.duty.value;
  });
  const auto without_id = [](const auto* decl) { return !decl->id.given(); };
  std::erase_if(out.positions, without_id);
  std::erase_if(out.teams, without_id);
  std::erase_if(out.bodies, without_id);
  return out;
}

std::vector<const DutyDecl*> in_order(const std::vector<DutyDecl>& duties) {
  return sorted(duties, id_of);
}

}  // namespace rolecall
