// The organisation chart with its findings: who is where, what each position covers, what
// overlaps, what stands on paper only, and what is missing, as ghosts where it should be.

#include "layout/chart/duty_badges.hpp"
#include "layout/chart/ghosts.hpp"
#include "layout/chart/head.hpp"
#include "layout/chart/posts.hpp"
#include "layout/chart/view.hpp"

namespace rolecall {
namespace {

Chart make(const Judgement& judgement, const Part& part) {
  Chart chart;
  set_head(chart, judgement, part, "");
  const PostCards posts(judgement, part, chart);
  add_duty_badges(judgement, posts, chart);
  posts.add_hidden(chart);
  posts.add_relations(chart);
  add_ghosts(judgement, posts, chart);
  return chart;
}

}  // namespace

extern const View chart_view;
const View chart_view{"chart", "the organisation chart, with who covers which duties", make};

}  // namespace rolecall
