// What the reader has chosen. One object, one way to change it, and everyone who shows something is told.
const state = {
  language: island.language,
  theme: island.theme,
  view: "map",
  sheet: "overview",
  selected: null,
  tie: null,
  finding: null,
  gap: null,
  steps: 1,
  off: { kinds: new Set(), types: new Set(), ghosts: false, facets: facets.map(() => new Set()) },
  colorBy: island.colorBy,
  sizeBy: island.sizeBy,
  sort: { column: "name", down: false },
};
const watchers = [];
const watch = (keys, show) => watchers.push({ keys: keys.split(" "), show });

function change(values) {
  const changed = new Set(Object.keys(values).filter((key) => key === "off" || state[key] !== values[key]));
  Object.assign(state, values);
  for (const { keys, show } of watchers) if (keys.some((key) => changed.has(key))) show();
  if (changed.size) writeHash();
}

// Words: a pair is [English, Indonesian].
const say = (pair) => pair[state.language === "id" ? 1 : 0];
const t = (key, values) => say(island.words[key]).replace(/\{(\w+)\}/g, (_, name) => (values ? values[name] : ""));
// Titles of measures are words within a sentence; at the head of a row they begin large.
const head = (pair) => say(pair).replace(/^./u, (letter) => letter.toUpperCase());
const integer = (value) => value.toLocaleString(state.language);
const number = (value) => value.toLocaleString(state.language, { maximumSignificantDigits: Math.abs(value) >= 1000 ? 6 : 3 });

// The hash keeps what one would like to send to a colleague. Nodes by kind and id: numbers change when rows do.
const nodeKey = (node) => `${kindOf(node).name}:${nodes[node].p[kindOf(node).columns.findIndex((column) => column.name === "id")] ?? node}`;

function writeHash() {
  const kept = new URLSearchParams();
  if (state.language !== island.language) kept.set("lang", state.language);
  if (state.theme !== island.theme) kept.set("theme", state.theme);
  if (state.view !== "map") kept.set("view", state.view);
  if (state.selected !== null) kept.set("node", nodeKey(state.selected));
  if (state.finding !== null) kept.set("finding", state.finding);
  if (state.colorBy !== island.colorBy) kept.set("color", state.colorBy);
  if (state.sizeBy !== island.sizeBy) kept.set("size", state.sizeBy);
  const text = kept.toString();
  history.replaceState(null, "", text ? `#${text}` : location.pathname.endsWith("/") ? "#" : location.pathname.split("/").pop() || "#");
}

function readHash() {
  const kept = new URLSearchParams(location.hash.slice(1));
  const values = {};
  if (["id", "en"].includes(kept.get("lang"))) values.language = kept.get("lang");
  if (["system", "light", "dark"].includes(kept.get("theme"))) values.theme = kept.get("theme");
  if (["map", "table"].includes(kept.get("view"))) values.view = kept.get("view");
  if (kept.get("color")) values.colorBy = kept.get("color");
  if (kept.get("size")) values.sizeBy = kept.get("size");
  const wanted = kept.get("node");
  const found = wanted === null ? -1 : nodes.findIndex((node) => nodeKey(node.id) === wanted);
  if (found >= 0) Object.assign(values, { selected: found, sheet: "node" });
  const finding = Number.parseInt(kept.get("finding"), 10);
  if (findings[finding] && found < 0) Object.assign(values, { finding, sheet: "findings" });
  Object.assign(state, values);
}

const applyTheme = () => {
  if (state.theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = state.theme;
};
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const stillness = matchMedia("(prefers-reduced-motion: reduce)");
const phone = matchMedia("(max-width: 760px)");

const select = (node) => change({ selected: node, tie: null, finding: null, gap: null, sheet: node === null ? "overview" : "node" });
const selectTie = (tie) => change({ selected: null, tie, finding: null, gap: null, sheet: "tie" });
const selectFinding = (finding) => change({ selected: null, tie: null, finding, gap: null, sheet: "findings" });
const selectGap = (gap) => change({ selected: null, tie: null, finding: null, gap, sheet: "gaps" });
const clear = () => change({ selected: null, tie: null, finding: null, gap: null, sheet: "overview" });
