// The layout of d3-flextree on a forest. Standard input: a line "parent width height" per box, in
// order; -1 for a top. Prints the milliseconds of the first and of the best run, and the size.
import { readFileSync } from "node:fs";
import { flextree } from "d3-flextree";

const across = 18;
const down = 36;
const rows = readFileSync(0, "utf8").trim().split("\n").map((line) => line.split(" ").map(Number));
const nodes = rows.map(([, width, height]) => ({ size: [width + across, height + down], children: [] }));
const tops = [];
rows.forEach(([parent], i) => (parent < 0 ? tops : nodes[parent].children).push(nodes[i]));
const root = tops.length === 1 ? tops[0] : { size: [0, 0], children: tops };

const times = [];
const size = [0, 0];
for (let run = 0; run < 7; ++run) {
  const layout = flextree({});
  const tree = layout.hierarchy(root);
  const start = performance.now();
  layout(tree);
  times.push(performance.now() - start);
  let [left, right, bottom] = [0, 0, 0];
  tree.each((node) => {
    left = Math.min(left, node.x - node.data.size[0] / 2);
    right = Math.max(right, node.x + node.data.size[0] / 2);
    bottom = Math.max(bottom, node.y + node.data.size[1]);
  });
  [size[0], size[1]] = [right - left - across, bottom - down];
}
console.log(JSON.stringify({ first: times[0], best: Math.min(...times), width: size[0], height: size[1] }));
