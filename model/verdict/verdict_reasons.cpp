#include "model/verdict/verdict_reasons.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// A verdict is read at a glance; more names and reasons than this are only counted.
constexpr std::size_t most_named = 6;

/// Why nobody is there, as the end of a sentence.
std::string empty_because(const Org& org, const Holder& holder) {
  if (holder.party.kind == Party::Kind::body) return "has no active member";
  const auto seat = org.seat(holder.party);
  if (!seat) return "has no lead";
  const Position& post = org[PositionId(seat->index())];
  return fmt::format("is {}", post.why.empty() ? name(post.filling) : std::string_view(post.why));
}

/// "`cio` (Ada Okafor)": a party and who is there.
std::string describe(const Org& org, Party party) {
  const std::string names = org.names(party);
  const std::string id = quoted(org.id(party));
  return names.empty() ? id : fmt::format("{} ({})", id, plain(names));
}

}  // namespace

std::string party_list(const Org& org, const std::vector<Party>& parties) {
  std::string out;
  for (std::size_t i = 0; i < parties.size() && i < most_named; ++i) {
    if (i > 0) out += i + 1 == parties.size() ? " and " : ", ";
    out += describe(org, parties[i]);
  }
  if (parties.size() > most_named) {
    out += fmt::format(" and {} more", parties.size() - most_named);
  }
  return out;
}

std::string holder_list(const Org& org, const Verdict& verdict) {
  std::vector<Party> parties;
  for (const Holder& holder : verdict.holders) parties.push_back(holder.party);
  return party_list(org, parties);
}

std::string paper_reason(const Org& org, const Verdict& verdict) {
  const Holder& first = verdict.paper.front();
  std::string out = fmt::format("{} {}", quoted(org.id(first.party)), empty_because(org, first));
  if (verdict.paper.size() > 1) {
    out += fmt::format(", and {} more have nobody either", verdict.paper.size() - 1);
  }
  return out;
}

std::string overlap_reason(const Org& org, const Verdict& verdict) {
  std::vector<Party> parties;
  for (const std::size_t i : verdict.clashing) parties.push_back(verdict.holders[i].party);
  const std::string out = fmt::format("{} are {} accountable, {}", party_list(org, parties),
                                      parties.size() == 2 ? "both" : "all", name(verdict.overlap));
  if (verdict.overlap == OverlapKind::one_line) return out;
  return verdict.common_boss ? fmt::format("{}; the lowest common boss is {}", out,
                                           quoted(org.id(*verdict.common_boss)))
                             : out + "; they have no common boss";
}

std::string misplaced_reason(const Org& org, const Verdict& verdict, Party holder) {
  const Role& line = org[*verdict.line_role];
  return fmt::format("{} stands in the {}'s line, which looks {}", describe(org, holder), line.id,
                     name(line.focus));
}

std::string provisional_reason(const Org& org, const Verdict& verdict) {
  for (const Holder& holder : verdict.holders) {
    if (!provisional(holder.filling)) continue;
    const Position& post = org[PositionId(org.seat(holder.party)->index())];
    if (holder.filling == Filling::deputised) {
      return fmt::format("{} is {}, and {} stands in", quoted(post.id), post.why,
                         plain(post.deputy_text));
    }
    return fmt::format("{} is {}", describe(org, holder.party), name(holder.filling));
  }
  return {};
}

std::string delegated_reason(const Org& org, const Verdict& verdict) {
  return fmt::format("{} is accountable, and it is done by {}", holder_list(org, verdict),
                     party_list(org, verdict.doers));
}

void add_reasons(const Org& org, Verdict& verdict, bool for_now) {
  std::vector<std::string>& reasons = verdict.reasons;
  const VerdictKind kind = verdict.kind;
  if (kind != VerdictKind::on_paper) {
    for (const Holder& holder : verdict.paper) {
      if (reasons.size() > most_named) break;
      reasons.push_back(fmt::format("{} is named too, but {}", quoted(org.id(holder.party)),
                                    empty_because(org, holder)));
    }
  }
  if (!verdict.yielding.empty()) {
    std::vector<Party> yielded;
    for (const Holder& holder : verdict.yielding) yielded.push_back(holder.party);
    reasons.push_back(fmt::format("{} would hold it through a bundle and yields to the exact entry",
                                  party_list(org, yielded)));
  }
  if (verdict.stand_in && !verdict.holders.empty()) {
    reasons.push_back(fmt::format("{} stands in: nobody is {}", holder_list(org, verdict),
                                  org[org[verdict.duty].owner.role].id));
  }
  if ((kind == VerdictKind::missing || kind == VerdictKind::unknown) && !verdict.doers.empty()) {
    reasons.push_back(fmt::format("{} does it", party_list(org, verdict.doers)));
  }
  if (!verdict.doers_out_of_line.empty()) {
    reasons.push_back(
        fmt::format("{} does it outside the line", party_list(org, verdict.doers_out_of_line)));
  }
  if (kind != VerdictKind::provisional && for_now) {
    reasons.push_back(provisional_reason(org, verdict));
  }
}

}  // namespace rolecall
