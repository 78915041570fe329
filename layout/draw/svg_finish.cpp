#include "layout/draw/svg_finish.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "layout/theme/text_width.hpp"
#include "model/text/shown.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// What a card says, in one sentence for those who hear it.
std::string spoken(const Card& card) {
  std::string out;
  const auto say = [&](std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += ", ";
    out += clean(text.substr(0, 1024));
  };
  say(card.name);
  say(card.title);
  for (const std::string& role : card.roles) say(role);
  say(card.state);
  for (const std::string& line : card.lines) say(line);
  if (card.more > 0) say(and_more(card.more));
  for (const Badge& badge : card.badges) say(badge.text);
  return out.empty() ? card.id : out;
}

class Finisher {
 public:
  Finisher(std::string_view svg, const Chart& chart, const Scene& scene,
           const std::optional<LinkTemplate>& link)
      : rest_(svg), chart_(chart), scene_(scene), link_(link) {
    out_.reserve(svg.size());
  }

  std::string finish() {
    while (!rest_.empty() && !rest_.starts_with("<svg")) next_line();
    begin();
    while (!rest_.empty()) {
      const std::string_view line = next_line();
      if (line.starts_with("<!--") || line.starts_with("<title>")) continue;
      if (line.starts_with("<g id=\"edge")) {
        out_ += "<g class=\"edge\">\n";
      } else if (line.starts_with("<g id=") && line.ends_with("class=\"node\">")) {
        begin_node(line);
      } else if (line == "</g>" && in_link_) {
        out_ += "</a>\n</g>\n";
        in_link_ = false;
      } else {
        out_.append(line) += '\n';
      }
    }
    return without_commands(out_);
  }

 private:
  /// What Graphviz wrote of the texts, with no command of a build service.
  static std::string without_commands(std::string_view svg) {
    std::string out;
    out.reserve(svg.size());
    for (std::size_t at = 0; at < svg.size();) {
      const std::size_t end = std::min(svg.find('[', at), svg.size());
      out += svg.substr(at, end - at);
      if (end < svg.size()) out += opens_command(out) ? "&#91;" : "[";
      at = end + 1;
    }
    return out;
  }

  std::string_view next_line() {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return line;
  }

  /// The root element, which Graphviz writes on two lines.
  void begin() {
    out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out_.append(next_line()) += '\n';
    static constexpr std::string_view xlink = " xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    std::string line(next_line());
    if (const std::size_t at = line.find(xlink); at != line.npos) line.erase(at, xlink.size());
    while (line.ends_with('>')) line.pop_back();
    const std::string title = clean(chart_.title.substr(0, 4096));
    out_ += line;
    out_ += R"( role="graphics-document document" aria-labelledby="chart-title chart-about">)";
    fmt::format_to(
        std::back_inserter(out_),
        "\n<title id=\"chart-title\">{}</title>\n<desc id=\"chart-about\">{}{}{}</desc>\n",
        xml_text(title.empty() ? "Organisation chart" : title),
        xml_text(clean(chart_.subtitle.substr(0, 4096))), chart_.subtitle.empty() ? "" : " · ",
        counted(chart_.cards.size(), "card", "cards"));
  }

  /// A card that leads somewhere by itself does; another where the template says.
  std::string address_of(const Card& card) const {
    if (!card.link.empty()) return address_of_file(card.link);
    return link_ ? link_->of(card.id) : std::string();
  }

  void begin_node(std::string_view line) {
    const std::size_t node = nodes_++;
    const std::string_view id = line.substr(0, line.find(" class="));
    const std::string says = node < scene_.nodes.size() ? scene_.nodes[node].tooltip : "";
    if (node < chart_.cards.size()) {
      const Card& card = chart_.cards[node];
      // What is seen of a link is its name, and its chips are read as they come.
      if (const std::string address = address_of(card); !address.empty()) {
        fmt::format_to(std::back_inserter(out_), "{} class=\"card\">\n<a href=\"{}\">\n", id,
                       xml_text(address));
        in_link_ = linked_ = true;
      } else {
        fmt::format_to(std::back_inserter(out_),
                       "{} class=\"card\" role=\"img\" aria-label=\"{}\">\n", id,
                       xml_text(spoken(card)));
      }
    } else if (node < scene_.nodes.size() && !scene_.nodes[node].bare) {
      // The card's name and the legend's words say the same as chips and samples.
      out_.append("<g class=\"chip\"").append(linked_ ? "" : " aria-hidden=\"true\"") += ">\n";
    } else {
      out_ += "<g class=\"text\">\n";
    }
    if (!says.empty()) {
      fmt::format_to(std::back_inserter(out_), "<title>{}</title>\n", xml_text(says));
    }
  }

  std::string_view rest_;
  const Chart& chart_;
  const Scene& scene_;
  const std::optional<LinkTemplate>& link_;
  std::size_t nodes_ = 0;
  bool in_link_ = false;
  bool linked_ = false;  ///< some card leads somewhere
  std::string out_;
};

}  // namespace

std::string finish_svg(std::string_view svg, const Chart& chart, const Scene& scene,
                       const std::optional<LinkTemplate>& link) {
  return Finisher(svg, chart, scene, link).finish();
}

}  // namespace rolecall
