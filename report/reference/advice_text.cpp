#include "report/reference/advice_text.hpp"

#include <fmt/format.h>

#include <iterator>

#include "model/text/date.hpp"
#include "model/text/text.hpp"
#include "report/terminal.hpp"
#include "rules/advice.hpp"
#include "rules/finding_text.hpp"
#include "rules/near_roles.hpp"

namespace rolecall {

namespace {

std::string ids(const Org& org, const std::vector<DutyId>& duties) {
  std::string out;
  for (const DutyId id : duties) {
    out += fmt::format("{}`{}`", out.empty() ? "" : ", ", plain(org[id].id));
  }
  return out;
}

/// 167942 as "167,942".
std::string amount(std::int64_t number) {
  std::string out = fmt::format("{}", number);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, 1, ',');
  return out;
}

std::string range(const PayRange& range) {
  return fmt::format("{} to {}", amount(range.low), amount(range.high));
}

class AdviceText {
 public:
  AdviceText(const Org& org, const Advice& advice) : org_(org), advice_(advice) {}

  std::string write() {
    if (org_.company.empty()) {
      line("Advice as of {}", day());
    } else {
      line("Advice for {}, as of {}", plain(org_.company), day());
    }
    line("");
    line("{}", wrapped(headline(), 0));
    write_reasons();
    write_questions();
    write_near();
    write_duties();
    write_gaps();
    write_pay();
    if (!org_.complete) {
      line("");
      line("The description says that it is not complete: what it does not show may be elsewhere.");
    }
    return printed();
  }

 private:
  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
    out_ += '\n';
  }

  /// The same with nothing in it that a terminal would take for a command.
  std::string printed() const {
    std::string out;
    std::string_view rest = out_;
    while (!rest.empty()) {
      const std::string_view one = rest.substr(0, rest.find('\n'));
      out += printable(one) + '\n';
      rest.remove_prefix(one.size() + 1);
    }
    return out;
  }

  /// The day, and whether it is only taken for the one that is meant.
  std::string day() const {
    const bool open = !org_.document->company.as_of.given() && org_.as_of == today();
    return to_string(org_.as_of) + (open ? " (today)" : "");
  }

  std::string headline() const {
    const std::string role = advice_.role ? std::string(org_[*advice_.role].id) : std::string();
    switch (advice_.step) {
      case Advice::Step::create:
        return fmt::format("Create the {} first.", role);
      case Advice::Step::fill:
        return fmt::format("Fill the post of the {} first.", role);
      case Advice::Step::strengthen:
        if (advice_.unheld.empty() && advice_.stand_ins.empty()) {
          return fmt::format(
              "Nothing to create first: the facts ask for the {}, who is there, and "
              "none of its duties is missing.",
              role);
        }
        return fmt::format("Strengthen the {} first, before the other role is created.", role);
      case Advice::Step::mend:
        return advice_.gaps.empty() ? "CIO and CTO are both there, and no duty is missing."
                                    : "CIO and CTO are both there. Mend this first:";
      case Advice::Step::undecided:
        break;
    }
    return advice_.questions.empty() ? "The facts speak for both roles alike: create both."
                                     : "The facts do not say which of CIO and CTO to create first.";
  }

  void write_reasons() {
    if (advice_.step == Advice::Step::mend) return write_gaps_now();
    line("");
    line("Why");
    for (const Advice::Reason& reason : advice_.reasons) {
      const bool against = advice_.role && reason.speaks_for && reason.speaks_for != advice_.role;
      std::string sources;
      for (const std::string_view source : reason.sources) sources += fmt::format(" ({})", source);
      line("  - {}", wrapped(fmt::format("{}{}{}", reason.says,
                                         against ? "; this speaks for the other one" : "", sources),
                             4));
    }
  }

  void write_questions() {
    if (advice_.questions.empty()) return;
    line("");
    line("Questions to answer");
    for (const AdviceRule* rule : advice_.questions) {
      line("  - {}",
           wrapped(fmt::format("{} A CIO for {}, a CTO for {}. ({})", rule->asks, rule->for_cio,
                               rule->for_cto, fmt::join(rule->sources, ", ")),
                   4));
    }
    line("`aims`, `employees` and `industry` in `[company]` answer them.");
  }

  void write_near() {
    for (const Advice::Near& each : advice_.near) {
      const std::string role = plain(org_[each.role].id);
      const bool one = each.posts.size() == 1;
      const std::string then = one ? write_role(org_, each.posts[0], each.role).title
                                   : fmt::format("write `role = \"{}\"` there", role);
      line("");
      line("{}", wrapped(fmt::format("{}{} may be the {} in all but name: then {}.",
                                     one ? "" : "One of ", titles_of(org_, each.posts), role, then),
                         0));
    }
  }

  void write_duties() {
    if (advice_.unheld.empty() && advice_.stand_ins.empty()) return;
    const std::string role(org_[*advice_.role].id);
    line("");
    line("Duties that the {} would take", role);
    if (!advice_.unheld.empty()) {
      line("  {}",
           wrapped(fmt::format("{} {}: {}",
                               org_.has_duty_lists ? "nobody holds" : "not assigned yet are",
                               advice_.unheld.size(), ids(org_, advice_.unheld)),
                   4));
    }
    for (const Advice::StandIn& each : advice_.stand_ins) {
      line("  {}", wrapped(fmt::format("{} stands in for {}: {}", introduce(org_, each.party),
                                       each.duties.size(), ids(org_, each.duties)),
                           4));
    }
  }

  void write_gaps() {
    if (advice_.step == Advice::Step::undecided && !advice_.gaps.empty()) {
      line("");
      line("What is not covered now");
      write_gaps_now();
    }
  }

  void write_gaps_now() {
    for (const Advice::Gap& gap : advice_.gaps) {
      const std::string whose = gap.owner == "shared" ? "shared by CIO and CTO"
                                : gap.owner == "contested"
                                    ? "of either CIO or CTO"
                                    : fmt::format("of the {}", plain(gap.owner));
      if (!gap.missing.empty()) {
        line("  - {}",
             wrapped(fmt::format("{} {} missing: {}", counted(gap.missing.size(), "duty", "duties"),
                                 whose + (gap.missing.size() == 1 ? " is" : " are"),
                                 ids(org_, gap.missing)),
                     4));
      }
      if (!gap.others.empty()) {
        line("  - {}",
             wrapped(fmt::format(
                         "{} {} on paper only, contested, overlapping or covered in part: {}",
                         counted(gap.others.size(), "duty", "duties"),
                         whose + (gap.others.size() == 1 ? " is" : " are"), ids(org_, gap.others)),
                     4));
      }
    }
    if (!advice_.gaps.empty())
      line("`rolecall check` shows the proof and the change that mends each.");
  }

  void write_pay() {
    if (advice_.pay.empty()) return;
    line("");
    line("Pay, for what it is worth: the figures are of one country and one time");
    for (const Advice::PayCompared& each : advice_.pay) {
      const Pay& known = *each.pay;
      std::string ranges;
      if (known.base) ranges += fmt::format("base {}", range(*known.base));
      if (known.total) ranges += fmt::format(", in all {}", range(*known.total));
      line("  - {}",
           wrapped(fmt::format("`{}` costs {} a year in the company's currency, {} what holders of "
                               "the role {} were paid: {} {} ({}, {}, {})",
                               plain(org_[each.position].id), amount(each.cost),
                               each.side < 0   ? "below"
                               : each.side > 0 ? "above"
                                               : "within",
                               known.role, ranges, known.currency, known.country, known.date,
                               known.source),
                   4));
    }
    for (const Pay& each : pay()) {
      if (each.role != "top-executive" || !each.median) continue;
      line("  - {}", wrapped(fmt::format("top executives of all kinds: median {} {} ({}, {}, {})",
                                         amount(*each.median), each.currency, each.country,
                                         each.date, each.source),
                             4));
    }
  }

  const Org& org_;
  const Advice& advice_;
  std::string out_;
};

}  // namespace

std::string advice_text(const Org& org, const Advice& advice) {
  return AdviceText(org, advice).write();
}

}  // namespace rolecall
