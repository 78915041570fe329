// The drawing module: the only file that knows cgraph and gvc. Loaded on demand, so that a run
// that draws nothing does not pay for them.

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include "layout/module/scene.hpp"

#ifdef ROLECALL_BARE_PLUGINS
extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;
}
#endif

namespace rolecall {
namespace {

// cgraph takes `char*` and does not write to it.
char* c(const char* text) { return const_cast<char*>(text); }

std::string number(double value) {
  char buffer[64];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, 6);
  std::string out(buffer, end.ptr);
  while (out.ends_with('0')) out.pop_back();
  if (out.ends_with('.')) out.pop_back();
  return out;
}

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;
using Context = std::unique_ptr<GVC_t, FreeContext>;

/// One kind of attribute with its default; objects that agree with that set nothing.
class Attribute {
 public:
  Attribute(Agraph_t* graph, int kind, const char* name, const std::string& standard)
      : graph_(graph),
        standard_(standard),
        symbol_(agattr(graph, kind, c(name), c(standard.c_str()))) {}

  void set(void* object, std::string_view value) const {
    if (value == standard_) return;
    const std::string text(value);
    agxset(object, symbol_, c(text.c_str()));
  }

  /// Equal texts share one string in cgraph, plain or HTML; escaping keeps them apart.
  void set_html(void* object, const std::string& value) const {
    char* html = agstrdup_html(graph_, c(value.c_str()));
    agxset(object, symbol_, html);
    agstrfree(graph_, html);
  }

 private:
  Agraph_t* graph_;
  std::string standard_;
  Agsym_t* symbol_;
};

void add_graph_attributes(Agraph_t* g, const Scene& scene) {
  const auto set = [g](const char* name, const std::string& value) {
    agattr(g, AGRAPH, c(name), c(value.c_str()));
  };
  set("bgcolor", std::string(scene.background));
  set("fontname", std::string(scene.font));
  set("linelength", "0");  // no line breaks within strings
  if (scene.positions) {
    set("outputorder", "edgesfirst");
    set("pad", number(scene.pad));
    set("splines", "true");
    if (scene.dpi > 0) set("dpi", number(scene.dpi));
  } else {
    set("label", scene.title);
    set("labelloc", "t");
  }
}

/// Tooltips are kept for DOT alone: in SVG they are written later, and elsewhere they do nothing.
Graph build(const Scene& scene, DrawFormat format) {
  const bool tooltips = format == DrawFormat::dot;
  Graph graph(agopen(c(scene.name.c_str()), Agdirected, nullptr));
  if (!graph) return graph;
  Agraph_t* g = graph.get();
  add_graph_attributes(g, scene);
  // Else a page has half an inch around the pad.
  if (format == DrawFormat::pdf) agattr(g, AGRAPH, c("margin"), c("0"));

  const std::string font(scene.font);
  const Attribute node_font(g, AGNODE, "fontname", font);
  const Attribute fixed(g, AGNODE, "fixedsize", "true");
  const Attribute margin(g, AGNODE, "margin", "0");
  const Attribute shape(g, AGNODE, "shape", "box");
  const std::string boxes = scene.rounded ? "rounded,filled" : "filled";
  const Attribute style(g, AGNODE, "style", boxes);
  const Attribute fill(g, AGNODE, "fillcolor", std::string(scene.fill));
  const Attribute line(g, AGNODE, "color", std::string(scene.line));
  const Attribute ink(g, AGNODE, "fontcolor", std::string(scene.ink));
  const Attribute size(g, AGNODE, "fontsize", "11");
  const Attribute pen(g, AGNODE, "penwidth", "1");
  const Attribute borders(g, AGNODE, "peripheries", "");
  // Graphviz's own default, which is the name: an empty label is written as such, also in DOT.
  const Attribute label(g, AGNODE, "label", "\\N");
  const Attribute tooltip(g, AGNODE, "tooltip", "");
  const Attribute id(g, AGNODE, "id", "");
  const Attribute width(g, AGNODE, "width", "");
  const Attribute height(g, AGNODE, "height", "");

  std::vector<Agnode_t*> nodes;
  nodes.reserve(scene.nodes.size());
  const auto place = [&](const Attribute* pos) {
    for (const SceneNode& from : scene.nodes) {
      Agnode_t* n = agnode(g, c(from.name.c_str()), 1);
      nodes.push_back(n);
      if (from.html) {
        label.set_html(n, from.label);
      } else {
        label.set(n, from.label);
      }
      if (from.bare) {
        shape.set(n, "plaintext");
        style.set(n, "solid");
      } else {
        if (!from.style.empty()) style.set(n, boxes + "," + std::string(from.style));
        if (from.doubled) borders.set(n, "2");
        fill.set(n, from.fill);
        line.set(n, from.line);
        pen.set(n, number(from.pen));
      }
      if (from.inset > 0) margin.set(n, number(from.inset / 72.0) + ",0");
      ink.set(n, from.ink);
      size.set(n, number(from.font_size));
      id.set(n, from.id);
      if (tooltips) tooltip.set(n, from.tooltip);
      width.set(n, number(from.width / 72.0));
      height.set(n, number(from.height / 72.0));
      if (pos) pos->set(n, number(from.x) + ',' + number(from.y));
    }
  };
  if (scene.positions) {
    const Attribute pos(g, AGNODE, "pos", "");
    place(&pos);
  } else {
    place(nullptr);
  }

  const Attribute arrow(g, AGEDGE, "arrowhead", "none");
  const Attribute color(g, AGEDGE, "color", std::string(scene.connector));
  const Attribute edge_style(g, AGEDGE, "style", "solid");
  const Attribute edge_pen(g, AGEDGE, "penwidth", "1.25");
  const auto join = [&](const Attribute* pos) {
    for (const SceneEdge& from : scene.edges) {
      Agedge_t* e = agedge(g, nodes[from.from], nodes[from.to], nullptr, 1);
      color.set(e, from.color);
      if (!from.style.empty()) edge_style.set(e, from.style);
      edge_pen.set(e, number(from.pen));
      if (pos) pos->set(e, from.spline);
    }
  };
  if (scene.positions) {
    const Attribute pos(g, AGEDGE, "pos", "");
    join(&pos);
  } else {
    const Attribute constraint(g, AGEDGE, "constraint", "true");
    join(nullptr);
  }
  return graph;
}

/// cgraph writes into a string. Must not throw through C, so a failure is kept and told.
struct Writer {
  std::string out;
  bool failed = false;
};

int append(void* to, const char* text) {
  auto* writer = static_cast<Writer*>(to);
  try {
    writer->out += text;
    return 0;
  } catch (...) {
    writer->failed = true;
    return EOF;
  }
}

int no_flush(void*) { return 0; }

bool write_dot(Agraph_t* graph, std::string& out) {
  Writer writer;
  Agiodisc_t io{nullptr, append, no_flush};
  Agiodisc_t* const before = graph->clos->disc.io;
  graph->clos->disc.io = &io;
  const int result = agwrite(graph, &writer);
  graph->clos->disc.io = before;
  out = std::move(writer.out);
  return result == 0 && !writer.failed;
}

/// For SVG only Graphviz's core and its layout are loaded: a tenth of the time, and text is
/// measured by built-in tables, the same on every machine.
Context bare_context() {
#ifdef ROLECALL_BARE_PLUGINS
  static const lt_symlist_t plugins[] = {
      {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
      {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
      {nullptr, nullptr}};
  return Context(gvContextPlugins(plugins, 0));
#else
  return nullptr;
#endif
}

/// PNG and PDF need Pango. Its plug-in remembers the name of the last font by an address within
/// the context, so there is one context for all such drawings, and it is never freed.
GVC_t* full_context() {
  static GVC_t* const context = gvContext();
  return context;
}

std::string last_message(const char* otherwise) {
  const char* said = aglasterr();
  std::string out = said && *said ? said : otherwise;
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

/// Returns whether `out` is the drawing; else it is a message.
bool render(const Scene& scene, DrawFormat format, std::string& out) {
  agseterr(AGMAX);  // keeps messages off stderr; the last one stays readable
  agreseterrors();
  if (format == DrawFormat::dot) {
    const Graph graph = build(scene, format);
    if (graph && write_dot(graph.get(), out)) return true;
    out = last_message("Graphviz could not write the graph");
    return false;
  }
  // The context is freed last, after the graph, after the layout.
  const Context bare = format == DrawFormat::svg ? bare_context() : nullptr;
  GVC_t* const context = bare ? bare.get() : full_context();
  if (!context) {
    out = "Graphviz could not be started";
    return false;
  }
  const Graph graph = build(scene, format);
  if (!graph) {
    out = last_message("Graphviz could not hold the graph");
    return false;
  }
  if (gvLayout(context, graph.get(), "nop2") != 0) {
    out = last_message("Graphviz could not take the positions");
    return false;
  }
  static constexpr const char* names[] = {"svg", "png", "pdf", "dot"};
  char* bytes = nullptr;
  unsigned size = 0;
  const int result =
      gvRenderData(context, graph.get(), names[static_cast<std::size_t>(format)], &bytes, &size);
  const bool ok = result == 0 && bytes && size > 0;
  if (ok) {
    out.assign(bytes, size);
  } else {
    out = last_message("Graphviz drew nothing");
  }
  if (bytes) gvFreeRenderData(bytes);
  gvFreeLayout(context, graph.get());
  return ok;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) void ROLECALL_MODULE_FUNCTION(
    rolecall_draw_scene)(const Scene* scene, DrawFormat format, ModuleSink sink, void* to) {
  try {
    std::string out;
    const bool ok = render(*scene, format, out);
    sink(to, ok, out.data(), out.size());
  } catch (...) {
    static constexpr char message[] = "out of memory";
    sink(to, false, message, sizeof message - 1);
  }
}

}  // namespace rolecall
