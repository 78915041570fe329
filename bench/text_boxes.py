"""Text outside its box, as a browser sets it: measured in headless Chromium."""
import pathlib
import re
import subprocess

# What a viewer may have instead of the fonts that the drawing names.
FONTS = [None, "Liberation Sans", "DejaVu Sans", "Verdana", "DejaVu Serif", "DejaVu Sans Mono"]

SCRIPT = """
const slack = 0.75;
const out = [];
for (const font of FONTS) {
  let texts = 0, outside = 0, worst = 0, which = "";
  for (const node of document.querySelectorAll("g.card, g.chip, g.text")) {
    const shape = node.querySelector("path,polygon");
    if (!shape) continue;
    const box = shape.getBBox();
    for (const text of node.querySelectorAll("text")) {
      if (font) text.setAttribute("font-family", font);
      const at = text.getBBox();
      const over = Math.max(box.x - at.x, at.x + at.width - box.x - box.width);
      ++texts;
      if (over > slack) ++outside;
      if (over > worst) { worst = over; which = text.textContent; }
    }
  }
  out.push([font ?? "as named", texts, outside, worst, which]);
}
document.body.textContent = "RESULT" + JSON.stringify(out) + "END";
"""


def measure(svg, folder, chromium):
    """Rows of font, number of texts, how many leave their box, by how many points at most, which."""
    import html
    import json

    page = pathlib.Path(folder) / "text.html"
    fonts = json.dumps(FONTS)
    drawing = svg[svg.index("<svg"):]
    page.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body>{drawing}<script>const FONTS={fonts};{SCRIPT}</script>')
    done = subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom",
         page.resolve().as_uri()], capture_output=True, text=True, timeout=300)
    found = re.search(r"RESULT(.*?)END", done.stdout, re.S)
    return json.loads(html.unescape(found.group(1))) if found else None
