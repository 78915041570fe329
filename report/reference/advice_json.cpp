// Advice as one JSON document, for programs.

#include "report/json_text.hpp"
#include "report/reference/advice_text.hpp"

namespace rolecall {
namespace {

class AdviceJson {
 public:
  AdviceJson(const Org& org, const Advice& advice) : org_(org), advice_(advice) {}

  Json write() const {
    Json out;
    out["company"] = org_.company;
    out["as_of"] = to_string(org_.as_of);
    out["complete"] = org_.complete;
    out["step"] = name(advice_.step);
    out["role"] = role(advice_.role);
    out["reasons"] = list(advice_.reasons, [&](const Advice::Reason& each) {
      return Json{{"says", each.says},
                  {"speaks_for", role(each.speaks_for)},
                  {"sources", texts(each.sources)}};
    });
    out["questions"] = list(advice_.questions, [&](const AdviceRule* each) {
      return Json{{"id", each->id},
                  {"asks", each->asks},
                  {"for_cio", each->for_cio},
                  {"for_cto", each->for_cto},
                  {"sources", texts(each->sources)}};
    });
    out["near"] = list(advice_.near, [&](const Advice::Near& each) {
      return Json{
          {"role", role(each.role)},
          {"positions", list(each.posts, [&](PositionId id) { return Json(org_[id].id); })}};
    });
    out["unheld"] = duties(advice_.unheld);
    out["stand_ins"] = list(advice_.stand_ins, [&](const Advice::StandIn& each) {
      return Json{{"holder", org_.subject(each.party).text()}, {"duties", duties(each.duties)}};
    });
    out["gaps"] = list(advice_.gaps, [&](const Advice::Gap& each) {
      return Json{{"owner", each.owner},
                  {"missing", duties(each.missing)},
                  {"others", duties(each.others)}};
    });
    out["pay"] = list(advice_.pay, [&](const Advice::PayCompared& each) { return pay(each); });
    return out;
  }

 private:
  template <class All, class Write>
  static Json list(const All& all, Write write) {
    Json out = Json::array();
    for (const auto& one : all) out.push_back(write(one));
    return out;
  }

  template <class Texts>
  static Json texts(const Texts& all) {
    return list(all, [](const auto& one) { return Json(one); });
  }

  Json role(const std::optional<RoleId>& id) const {
    return id ? Json(org_[*id].id) : Json(nullptr);
  }

  Json duties(const std::vector<DutyId>& all) const {
    return list(all, [&](DutyId id) { return Json(org_[id].id); });
  }

  static Json range(const std::optional<PayRange>& range) {
    return range ? Json::array({range->low, range->high}) : Json(nullptr);
  }

  Json pay(const Advice::PayCompared& each) const {
    const std::string_view stands = each.side < 0 ? "below" : each.side > 0 ? "above" : "within";
    return Json{{"position", org_[each.position].id},
                {"role", each.pay->role},
                {"cost", each.cost},
                {"stands", stands},
                {"base", range(each.pay->base)},
                {"total", range(each.pay->total)},
                {"currency", each.pay->currency},
                {"country", each.pay->country},
                {"date", each.pay->date},
                {"source", each.pay->source}};
  }

  const Org& org_;
  const Advice& advice_;
};

}  // namespace

std::string advice_json(const Org& org, const Advice& advice) {
  return json_text(AdviceJson(org, advice).write());
}

}  // namespace rolecall
