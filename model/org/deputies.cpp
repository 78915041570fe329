#include "model/org/deputies.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace rolecall {
namespace {

bool away(const Position& post) {
  return post.filling == Filling::vacant || post.filling == Filling::on_leave;
}

bool is_in(const Position& post, PersonId person) {
  return std::ranges::find(post.incumbents, person, &Incumbent::person) != post.incumbents.end();
}

class StandIns {
 public:
  explicit StandIns(const Org& org) : org_(org), answers_(org.positions.size(), Answer::unknown) {}

  /// Whether somebody answers for the post.
  bool answered(PositionId id) {
    std::vector<PositionId> line;
    Answer answer = Answer::nobody;
    while (true) {
      Answer& known = answers_[id.index()];
      if (known == Answer::open) break;  // a circle
      if (known == Answer::unknown) known = by_itself(id);
      if (known != Answer::unknown) {
        answer = known;
        break;
      }
      known = Answer::open;
      line.push_back(id);
      id = *org_[id].deputy_post;
    }
    for (const PositionId each : line) answers_[each.index()] = answer;
    return answer == Answer::somebody;
  }

 private:
  enum class Answer : std::uint8_t { unknown, open, nobody, somebody };

  /// What can be told without asking another post.
  Answer by_itself(PositionId id) const {
    const Position& post = org_[id];
    if (active(post.filling)) return Answer::somebody;
    if (!away(post)) return Answer::nobody;
    if (!post.deputy_post) {
      return post.deputy && is_there(*post.deputy, post) ? Answer::somebody : Answer::nobody;
    }
    const Position& other = org_[*post.deputy_post];
    if (!active(other.filling)) return away(other) ? Answer::unknown : Answer::nobody;
    // Who is on leave here is so in a second post, too.
    const bool same = !other.incumbents.empty() &&
                      std::ranges::all_of(other.incumbents, [&](const Incumbent& each) {
                        return post.filling == Filling::on_leave && is_in(post, each.person);
                      });
    return same ? Answer::nobody : Answer::somebody;
  }

  /// Whether a person can stand in for a post.
  bool is_there(PersonId person, const Position& post) const {
    if (is_in(post, person)) return false;
    const auto& posts = org_[person].positions;
    return posts.empty() || std::ranges::any_of(posts, [&](PositionId id) {
             return org_[id].filling != Filling::on_leave;
           });
  }

  const Org& org_;
  std::vector<Answer> answers_;
};

}  // namespace

void settle_deputies(Org& org) {
  StandIns stand_ins(org);
  std::vector<PositionId> deputised;
  for (std::size_t i = 0; i < org.positions.size(); ++i) {
    const PositionId id(i);
    if (away(org[id]) && stand_ins.answered(id)) deputised.push_back(id);
  }
  for (const PositionId id : deputised) {
    org.positions[id.index()].filling = Filling::deputised;
  }
}

}  // namespace rolecall
