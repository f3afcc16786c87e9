// What the reader has chosen. One object, one way to change it, and everyone who shows something is told.
const state = {
  language: island.language,
  theme: island.theme,
  view: "map",
  sheet: "overview",
  steps: 1,
  off: { kinds: new Set(), types: new Set(island.quiet), ghosts: false, grounds: false, facets: facets.map(() => new Set()) },
  colorBy: island.colorBy,
  sizeBy: island.sizeBy,
  suggestionsDrawn: false,
  sort: { column: "name", down: false },
};
// What is looked at, one at a time; a module that adds something to look at adds it here.
const nothing = { selected: null, tie: null, finding: null, gap: null };
Object.assign(state, nothing);
const watchers = [];
const starters = []; // what a module does once the page has begun, after the filter is known
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
// Whole numbers in groups of three, by hand: the first use of the browser's own formats holds the page up for 25 ms.
const integer = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, state.language === "id" ? "." : ",");
const number = (value) => value.toLocaleString(state.language, { maximumSignificantDigits: Math.abs(value) >= 1000 ? 6 : 3 });
// An estimate is never shown as if it were exact.
const scoreText = (measure, value) => `${measure.estimated ? "≈ " : ""}${number(value)}`;

// The hash keeps what one would like to send to a colleague. Nodes by kind and id: numbers change when rows do.
const nodeKey = (node) => `${kindOf(node).name}:${nodes[node].p[kindOf(node).columns.findIndex((column) => column.name === "id")] ?? node}`;

// Each key says how it is written (null: not at all) and what its text means for the state (null: nothing).
const kept = [];
const keep = (key, write, read) => kept.push({ key, write, read });
const keepChoice = (key, name, choices, usual) => keep(key, () => (state[name] === usual ? null : state[name]),
  (text) => (choices().includes(text) ? { [name]: text } : null));

keepChoice("lang", "language", () => ["id", "en"], island.language);
keepChoice("theme", "theme", () => ["system", "light", "dark"], island.theme);
keepChoice("color", "colorBy", () => ["label", ...facets.map((facet) => facet.key), ...measures.map((measure) => measure.name)], island.colorBy);
keepChoice("size", "sizeBy", () => ["", ...measures.map((measure) => measure.name)], island.sizeBy);
keep("node", () => (state.selected === null ? null : nodeKey(state.selected)), (text) => {
  const found = nodes.findIndex((node) => nodeKey(node.id) === text);
  return found < 0 ? null : { selected: found, sheet: "node" };
});
keep("finding", () => (state.finding === null || state.step !== null ? null : String(state.finding)), (text) => {
  const at = Number.parseInt(text, 10);
  return findings[at] && state.selected === null ? { finding: at, sheet: "findings" } : null;
});

function hashText() {
  const found = new URLSearchParams();
  for (const { key, write } of kept) if (write() !== null) found.set(key, write());
  return found.toString();
}

function writeHash() {
  const text = hashText();
  history.replaceState(null, "", text ? `#${text}` : location.pathname.endsWith("/") ? "#" : location.pathname.split("/").pop() || "#");
}

function readHash(text = location.hash.slice(1)) {
  const found = new URLSearchParams(text);
  for (const { key, read } of kept) if (found.has(key)) Object.assign(state, read(found.get(key)));
}

// The page as the text of a hash says it, whatever it showed before.
let initial = null;
const remember = () => { initial = structuredClone(state); };
function restore(text) {
  Object.assign(state, structuredClone(initial));
  readHash(text);
  for (const { show } of watchers) show();
  writeHash();
}

const applyTheme = () => {
  if (state.theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = state.theme;
};
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const stillness = matchMedia("(prefers-reduced-motion: reduce)");
const phone = matchMedia("(max-width: 760px)");

const lookAt = (values) => change({ ...nothing, ...values });
const select = (node) => (state.seeking !== null && node !== null && node !== state.seeking
  ? lookAt({ path: [state.seeking, node], sheet: "path" }) : lookAt({ selected: node, sheet: node === null ? "overview" : "node" }));
const selectTie = (tie) => lookAt({ tie, sheet: "tie" });
const selectFinding = (finding) => lookAt({ finding, sheet: "findings" });
const selectGap = (gap) => lookAt({ gap, sheet: "gaps" });
const clear = () => lookAt({ sheet: "overview" });
