// The island, read once: nodes, ties, and who stands beside whom. Everything is named by number.
const island = JSON.parse(document.getElementById("sysmap-data").textContent);
const { nodes, ties, kinds, types, facets, measures, findings, gaps } = island;

ties.forEach((tie, at) => { tie.at = at; });
const tiesOf = nodes.map(() => []);
for (const tie of ties) {
  tiesOf[tie.from].push(tie);
  if (tie.to !== tie.from) tiesOf[tie.to].push(tie);
}
const otherEnd = (tie, node) => (tie.from === node ? tie.to : tie.from);

// Parallel ties stand side by side: `lane` is how far from the middle.
(() => {
  const lanes = new Map();
  for (const tie of ties) {
    const key = Math.min(tie.from, tie.to) * nodes.length + Math.max(tie.from, tie.to);
    (lanes.get(key) || lanes.set(key, []).get(key)).push(tie);
  }
  for (const lane of lanes.values()) {
    lane.forEach((tie, at) => { tie.lane = (at - (lane.length - 1) / 2) * (tie.from < tie.to ? 1 : -1); });
  }
})();

for (const measure of measures) {
  const span = measure.at.length === 2 && measure.values.length !== 2;
  const byNode = (list) => new Map(list.map((value, at) => [span ? measure.at[0] + at : measure.at[at], value]));
  measure.of = byNode(measure.values);
  measure.errorOf = byNode(measure.errors || []);
  measure.sorted = [...measure.of.values()].filter((value) => value !== null).sort((a, b) => b - a);
}

// 1-based; equal values share the better rank.
const rankOf = (measure, node) => measure.sorted.indexOf(measure.of.get(node)) + 1;
const kindOf = (node) => kinds[nodes[node].k];

const fold = (text) => String(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const haystacks = nodes.map((node) => ({
  name: fold(node.label),
  all: fold([kindOf(node.id).title.join(" "), ...Object.values(node.p).flat()].join(" ")),
}));
