// The legend is the filter: every row says what a mark means, how many there are, and shows or hides them.
const legend = document.getElementById("legend");

function toggle(set, value) {
  if (set.has(value)) set.delete(value); else set.add(value);
  change({ off: state.off });
}

function row({ mark, label, count, off, flip, over }) {
  return make("label", { class: off ? "row off" : "row", onpointerenter: over && (() => over(true)), onpointerleave: over && (() => over(false)) },
    make("input", { type: "checkbox", checked: !off, onchange: flip, onfocus: over && (() => over(true)), onblur: over && (() => over(false)) }),
    mark, make("span", { class: "name" }, label), make("span", { class: "count" }, integer(count)));
}

const opened = new Set(["kinds", "ties"]);
function section(key, title, rows, count) {
  return make("details", { open: opened.has(key), "data-key": key, ontoggle: (event) => (event.target.open ? opened.add(key) : opened.delete(key)) },
    make("summary", null, make("span", null, title), count ? make("span", { class: "count" }, count) : null), rows);
}

const swatch = (color) => make("span", { class: "swatch", style: { background: `var(--${color})` } });

function kindRows() {
  const counts = new Array(kinds.length).fill(0);
  for (const node of nodes) counts[node.k] += 1;
  const colored = !colorFacet() && !colorMeasure();
  const ground = island.grounds.length ? row({ mark: make("span", { class: "swatch ground" }), label: t("grounds"), count: island.grounds.length, off: state.off.grounds,
    flip: () => { state.off.grounds = !state.off.grounds; change({ off: state.off }); } }) : null;
  return [kinds.map((kind, at) => row({
    mark: shapeIcon(kind.shape, colored ? `var(--c${kind.color})` : "var(--muted)"),
    label: say(kind.title), count: counts[at], off: state.off.kinds.has(at), flip: () => toggle(state.off.kinds, at),
  })), ground];
}

function tieRows() {
  const counts = new Array(types.length).fill(0);
  for (const tie of ties) counts[tie.t] += 1;
  const rows = types.map((type, at) => row({
    mark: strokeIcon(type), label: say(type.title), count: counts[at], off: state.off.types.has(at), flip: () => toggle(state.off.types, at),
    over: (on) => { hoveredType = on ? at : null; redraw(); },
  }));
  if (island.quiet.length) rows.push(make("p", { class: "muted small-print" }, t(views.some((one) => one.name === "causal") ? "quiet_view" : "quiet", { ties: island.quiet.map((at) => say(types[at].title).toLowerCase()).join(", ") })));
  if (suggested.length) rows.unshift(suggestionRow());
  if (!gaps.length) return rows;
  const ghost = strokeIcon({ color: "accent", width: 1.6, dash: [4, 3], directed: false });
  return [row({ mark: ghost, label: t("gaps"), count: gaps.length, off: state.off.ghosts,
    flip: () => { state.off.ghosts = !state.off.ghosts; change({ off: state.off }); } }), ...rows];
}

function facetRows(facet, at) {
  const counts = new Array(facet.values.length).fill(0);
  for (const value of facet.of) if (value >= 0) counts[value] += 1;
  const colored = colorFacet() === facet;
  return facet.values.map((label, value) => row({
    mark: colored ? swatch(valueColor(facet, value)) : null, label: say(label), count: counts[value],
    off: state.off.facets[at].has(value), flip: () => toggle(state.off.facets[at], value),
  }));
}

const facetSection = (facet, at) => section(facet.key, facetTitle(facet), facetRows(facet, at), "");

function chooser(key, label, value, options, set) {
  const picker = make("select", { id: `by-${key}`, onchange: (event) => set(event.target.value) },
    options.map(([name, text]) => make("option", { value: name, selected: name === value }, text)));
  return make("div", { class: "chooser" }, make("label", { for: `by-${key}` }, label), picker);
}

function ramp() {
  const measure = colorMeasure();
  if (!measure) return null;
  return make("div", { class: "ramp", title: measure.estimated ? say(measure.estimated) : null },
    make("span", null, scoreText(measure, measure.sorted[measure.sorted.length - 1])), make("i"), make("span", null, scoreText(measure, measure.sorted[0])));
}

// Quiet ties are no filter: they stand where one looks.
const isFiltered = () => state.off.kinds.size || [...state.off.types].some(typeOff) || state.off.facets.some((set) => set.size);

// What is hidden, by the names of the data: numbers change when rows do. An empty text hides nothing.
const HIDDEN = [
  ["ghosts", () => state.off.ghosts, (off) => { off.ghosts = true; }],
  ["grounds", () => state.off.grounds, (off) => { off.grounds = true; }],
  ...kinds.map((kind, at) => [kind.label, () => state.off.kinds.has(at), (off) => off.kinds.add(at)]),
  ...types.map((type, at) => [type.type, () => state.off.types.has(at), (off) => off.types.add(at)]),
  ...facets.flatMap((facet, of) => facet.values.map(([name], at) => [`${facet.key}=${name}`, () => state.off.facets[of].has(at), (off) => off.facets[of].add(at)])),
];
const bare = (name) => name.replaceAll(",", ";");
const nothingOff = () => ({ kinds: new Set(), types: new Set(), ghosts: false, grounds: false, facets: facets.map(() => new Set()) });
const hiddenText = () => HIDDEN.filter(([, isOff]) => isOff()).map(([name]) => bare(name)).join(",");
const hiddenFirst = hiddenText();
keep("hide", () => (hiddenText() === hiddenFirst ? null : hiddenText()), (text) => {
  const off = nothingOff();
  const wanted = new Set(text.split(","));
  for (const [name, , hide] of HIDDEN) if (wanted.has(bare(name))) hide(off);
  return { off };
});
const byName = (entries) => entries.sort((a, b) => a[1].localeCompare(b[1], state.language));

function showLegend() {
  const measureOptions = byName(measures.filter((measure) => measure.ranked && measure.sorted.length).map((measure) => [measure.name, head(measure.title)]));
  const facetOptions = facets.map((facet) => [facet.key, facetTitle(facet)]);
  const color = colorFacet() ? state.colorBy : colorMeasure() ? state.colorBy : "label";
  const focused = document.activeElement && legend.contains(document.activeElement) ? [...legend.querySelectorAll("input,select,button,summary")].indexOf(document.activeElement) : -1;
  const shownCount = shown.filter(Boolean).length;
  fill(legend,
    make("div", { class: "shown", "aria-live": "polite" }, make("h2", null, t("legend")), make("span", { class: "count" }, t("filtered", { shown: integer(shownCount), total: integer(nodes.length) })),
      isFiltered() ? make("button", { type: "button", class: "link", onclick: showAll }, t("show_all")) : null),
    section("kinds", t("kinds"), kindRows(), integer(nodes.length)),
    make("div", { class: "choosers" },
      chooser("color", t("color_by"), color, [["label", t("by_kind")], ...facetOptions, ...measureOptions], (value) => change({ colorBy: value })),
      chooser("size", t("size_by"), sizeMeasure() ? state.sizeBy : "", [["", t("same_size")], ...measureOptions], (value) => change({ sizeBy: value }))),
    ramp(),
    colorFacet() ? facetSection(colorFacet(), facets.indexOf(colorFacet())) : null,
    types.length || gaps.length ? section("ties", t("ties"), tieRows(), integer(ties.length)) : null,
    facets.map((facet, at) => (facet === colorFacet() ? null : facetSection(facet, at))));
  if (focused >= 0) { const again = legend.querySelectorAll("input,select,button,summary")[focused]; if (again) again.focus(); }
}

// Two kinds may have a field of the same name: then the kind is said too.
function facetTitle(facet) {
  const twin = facets.some((other) => other !== facet && say(other.title) === say(facet.title));
  const kind = kinds.find((one) => facet.key.startsWith(`${one.label}.`));
  return twin && kind ? `${head(facet.title)} (${say(kind.title).toLowerCase()})` : head(facet.title);
}

function showAll() {
  change({ off: { ...nothingOff(), ghosts: state.off.ghosts, grounds: state.off.grounds } });
}
