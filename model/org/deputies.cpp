#include "model/org/deputies.hpp"

#include <algorithm>
#include <cstdint>
#include <ranges>
#include <utility>
#include <vector>

namespace rolecall {
namespace {

bool away(const Position& post) {
  return post.filling == Filling::vacant || post.filling == Filling::on_leave;
}

/// Who answers for a post. Somebody may be there whose name is not known.
struct Answer {
  bool somebody = false;
  std::vector<PersonId> persons;
};

class StandIns {
 public:
  explicit StandIns(const Org& org) : org_(org), states_(org.positions.size()) {
    answers_.resize(org.positions.size());
  }

  /// Who stands in for a post in which nobody is.
  const Answer& of(PositionId id) {
    std::vector<PositionId> line;  // each the deputy of the one before
    while (states_[id.index()] == State::unknown && away(org_[id]) && org_[id].deputy_post) {
      states_[id.index()] = State::open;
      line.push_back(id);
      id = *org_[id].deputy_post;
    }
    if (states_[id.index()] == State::unknown)
      settle(id, away(org_[id]) ? by_person(id) : by_itself(id));
    // In a circle nobody answers. Nobody stands in for oneself, or for one for whom one does not.
    for (const PositionId each : line | std::views::reverse) {
      settle(each,
             states_[id.index()] == State::open ? Answer{} : without(answers_[id.index()], each));
      id = each;
    }
    return answers_[id.index()];
  }

 private:
  enum class State : std::uint8_t { unknown, open, known };

  void settle(PositionId id, Answer answer) {
    answers_[id.index()] = std::move(answer);
    states_[id.index()] = State::known;
  }

  Answer by_itself(PositionId id) const {
    const Position& post = org_[id];
    if (!active(post.filling)) return {};
    return {true, org_.people({Party::Kind::position, id.value})};
  }

  Answer by_person(PositionId id) const {
    const Position& post = org_[id];
    if (post.deputy_post || !post.deputy || is_on_leave(*post.deputy)) return {};
    return without({true, {*post.deputy}}, id);
  }

  /// Without those who are on leave in the post.
  Answer without(Answer answer, PositionId id) const {
    if (answer.persons.empty()) return answer;
    std::erase_if(answer.persons, [&](PersonId person) {
      const auto& all = org_[id].incumbents;
      return std::ranges::find(all, person, &Incumbent::person) != all.end();
    });
    answer.somebody = !answer.persons.empty();
    return answer;
  }

  /// In all posts that the person has.
  bool is_on_leave(PersonId person) const {
    const auto& posts = org_[person].positions;
    return !posts.empty() && std::ranges::all_of(posts, [&](PositionId id) {
      const auto& all = org_[id].incumbents;
      return std::ranges::find(all, person, &Incumbent::person)->away;
    });
  }

  const Org& org_;
  std::vector<State> states_;
  std::vector<Answer> answers_;
};

}  // namespace

void settle_deputies(Org& org) {
  StandIns stand_ins(org);
  std::vector<std::pair<PositionId, Answer>> deputised;
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const PositionId id(i);
    if (!away(org[id])) continue;
    const Answer& answer = stand_ins.of(id);
    if (answer.somebody) deputised.emplace_back(id, answer);
  }
  for (auto& [id, answer] : deputised) {
    org.positions[id.index()].filling = Filling::deputised;
    org.positions[id.index()].stand_ins = std::move(answer.persons);
  }
}

}  // namespace rolecall
