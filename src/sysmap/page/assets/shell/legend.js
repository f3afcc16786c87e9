// The legend is the filter: every row says what a mark means, how many there are, and shows or hides them.
import { facets, gaps, island, kinds, measures, nodes, ties, types } from "../base/data.js";
import { elementOf, fill, focusedIn, make } from "../base/dom.js";
import { shapeIcon, strokeIcon, swatch } from "../base/icons.js";
import { change, keep, state } from "../base/state.js";
import { compareTexts, integer, say, sayCapitalized, scoreText, t } from "../base/words.js";
import { isTypeHidden, shown } from "../map/filter.js";
import { GAP_STROKE, SUGGESTION_STROKE } from "../map/ghosts.js";
import { colorFacet, colorMeasure, sizeMeasure, valueColor } from "../map/looks.js";
import { hoverType } from "../map/stage.js";
import { views } from "./views.js";
import { chooser, facetTitle } from "./choosers.js";
/** @import { Child, Hidden } from "../base/types.d.ts" */
/** @import { Facet } from "../core/types.d.ts" */

const legend = elementOf("legend");
const CONTROLS = "input,select,button,summary";

/**
 * @typedef {object} Row
 * @property {Child} mark
 * @property {string} label
 * @property {number} count
 * @property {boolean} isOff
 * @property {() => void} flip
 * @property {(isOver: boolean) => void} [hover]
 */

/** @param {Set<number>} hidden @param {number} value */
function toggle(hidden, value) {
  if (hidden.has(value)) hidden.delete(value);
  else hidden.add(value);
  change({ off: state.off });
}

/** @param {"ghosts" | "grounds"} name */
function flipHidden(name) {
  state.off[name] = !state.off[name];
  change({ off: state.off });
}

/** @param {Row} row */
const legendRow = ({ mark, label, count, isOff, flip, hover }) =>
  make(
    "label",
    {
      class: isOff ? "row off" : "row",
      onpointerenter: hover && (() => hover(true)),
      onpointerleave: hover && (() => hover(false)),
    },
    make("input", {
      type: "checkbox",
      checked: !isOff,
      onchange: flip,
      onfocus: hover && (() => hover(true)),
      onblur: hover && (() => hover(false)),
    }),
    mark,
    make("span", { class: "name" }, label),
    make("span", { class: "count" }, integer(count)),
  );

const openSections = new Set(["kinds", "ties"]);

/** Open the section of what nodes are coloured by. */
export function openColorSection() {
  if (colorFacet()) openSections.add(state.colorBy);
}

/** @param {string} key @param {string} title @param {Child} rows @param {string} count */
const section = (key, title, rows, count) =>
  make(
    "details",
    {
      open: openSections.has(key),
      "data-key": key,
      ontoggle: (event) => (event.target.open ? openSections.add(key) : openSections.delete(key)),
    },
    make("summary", null, make("span", null, title), count ? make("span", { class: "count" }, count) : null),
    rows,
  );

/** How often each number from 0 on occurs. @param {Iterable<number>} numbers @param {number} length */
function countEach(numbers, length) {
  const counts = new Array(length).fill(0);
  for (const value of numbers) if (value >= 0) counts[value] += 1;
  return counts;
}

function kindRows() {
  const counts = countEach(
    nodes.map((node) => node.k),
    kinds.length,
  );
  const isColored = !colorFacet() && !colorMeasure();
  const rows = kinds.map((kind, at) =>
    legendRow({
      mark: shapeIcon(kind.shape, isColored ? `var(--c${kind.color})` : "var(--muted)"),
      label: say(kind.title),
      count: counts[at],
      isOff: state.off.kinds.has(at),
      flip: () => toggle(state.off.kinds, at),
    }),
  );
  return island.grounds.length ? [...rows, groundRow()] : rows;
}

const groundRow = () =>
  legendRow({
    mark: make("span", { class: "swatch ground" }),
    label: t("grounds"),
    count: island.grounds.length,
    isOff: state.off.grounds,
    flip: () => flipHidden("grounds"),
  });

function tieRows() {
  const counts = countEach(
    ties.map((tie) => tie.t),
    types.length,
  );
  const rows = types.map((type, at) =>
    legendRow({
      mark: strokeIcon(type),
      label: say(type.title),
      count: counts[at],
      isOff: state.off.types.has(at),
      flip: () => toggle(state.off.types, at),
      hover: (isOver) => hoverType(isOver ? at : null),
    }),
  );
  return [gaps.length ? gapRow() : null, island.suggestions.length ? suggestionRow() : null, rows, quietNote()];
}

const gapRow = () =>
  legendRow({
    mark: strokeIcon(GAP_STROKE),
    label: t("gaps"),
    count: gaps.length,
    isOff: state.off.ghosts,
    flip: () => flipHidden("ghosts"),
  });

const suggestionRow = () =>
  legendRow({
    mark: strokeIcon(SUGGESTION_STROKE),
    label: t("suggestions"),
    count: island.suggestions.length,
    isOff: !state.suggestionsDrawn,
    flip: () => change({ suggestionsDrawn: !state.suggestionsDrawn }),
  });

/** Which ties are drawn only where one looks. */
function quietNote() {
  if (!island.quiet.length) return null;
  const quiet = island.quiet.map((at) => say(types[at].title).toLowerCase()).join(", ");
  const hasView = views.some(({ name }) => name === "causal");
  return make("p", { class: "muted small-print" }, t(hasView ? "quiet_view" : "quiet", { ties: quiet }));
}

/** @param {Facet} facet */
function facetSection(facet) {
  const at = facets.indexOf(facet);
  const counts = countEach(facet.of, facet.values.length);
  const isColored = colorFacet() === facet;
  const rows = facet.values.map((label, value) =>
    legendRow({
      mark: isColored ? swatch(valueColor(facet, value)) : null,
      label: say(label),
      count: counts[value],
      isOff: state.off.facets[at].has(value),
      flip: () => toggle(state.off.facets[at], value),
    }),
  );
  return section(facet.key, facetTitle(facet), rows, "");
}

/** From which value to which the colours run. */
function colorRamp() {
  const measure = colorMeasure();
  if (!measure) return null;
  const [least, most] = [measure.sorted[measure.sorted.length - 1], measure.sorted[0]];
  return make(
    "div",
    { class: "ramp", title: measure.estimated ? say(measure.estimated) : null },
    make("span", null, scoreText(measure, least)),
    make("i"),
    make("span", null, scoreText(measure, most)),
  );
}

const isFiltered = () =>
  state.off.kinds.size > 0 || [...state.off.types].some(isTypeHidden) || state.off.facets.some((set) => set.size > 0);

/** @returns {Hidden} */
const nothingHidden = () => ({
  kinds: new Set(),
  types: new Set(),
  ghosts: false,
  grounds: false,
  facets: facets.map(() => new Set()),
});

/**
 * What can be hidden, by the names of the data: numbers change when rows do.
 * @type {{ name: string, isHidden: () => boolean, hide: (off: Hidden) => void }[]}
 */
const HIDEABLE = [
  { name: "ghosts", isHidden: () => state.off.ghosts, hide: (off) => (off.ghosts = true) },
  { name: "grounds", isHidden: () => state.off.grounds, hide: (off) => (off.grounds = true) },
  ...kinds.map(({ label }, at) => ({
    name: label,
    isHidden: () => state.off.kinds.has(at),
    hide: (/** @type {Hidden} */ off) => off.kinds.add(at),
  })),
  ...types.map(({ type }, at) => ({
    name: type,
    isHidden: () => state.off.types.has(at),
    hide: (/** @type {Hidden} */ off) => off.types.add(at),
  })),
  ...facets.flatMap(({ key, values }, of) =>
    values.map(([value], at) => ({
      name: `${key}=${value}`,
      isHidden: () => state.off.facets[of].has(at),
      hide: (/** @type {Hidden} */ off) => off.facets[of].add(at),
    })),
  ),
];
/** Names stand in a list with commas. @param {string} name */
const listedName = (name) => name.replaceAll(",", ";");
const hiddenText = () =>
  HIDEABLE.filter(({ isHidden }) => isHidden())
    .map(({ name }) => listedName(name))
    .join(",");
const hiddenAtFirst = hiddenText();

keep(
  "hide",
  () => (hiddenText() === hiddenAtFirst ? null : hiddenText()),
  (text) => {
    const off = nothingHidden();
    const wanted = new Set(text.split(","));
    for (const { name, hide } of HIDEABLE) if (wanted.has(listedName(name))) hide(off);
    return { off };
  },
);

/** Show everything; gaps and grounds stay as they are. */
const showEveryNode = () =>
  change({ off: { ...nothingHidden(), ghosts: state.off.ghosts, grounds: state.off.grounds } });

/** What nodes can be coloured by and sized by. */
function lookChoosers() {
  const measureOptions = measuresToChoose();
  /** @type {[string, string][]} */
  const facetOptions = facets.map((facet) => [facet.key, facetTitle(facet)]);
  const color = colorFacet() || colorMeasure() ? state.colorBy : "label";
  return make(
    "div",
    { class: "choosers" },
    chooser("color", t("color_by"), color, [["label", t("by_kind")], ...facetOptions, ...measureOptions], (colorBy) =>
      change({ colorBy }),
    ),
    chooser(
      "size",
      t("size_by"),
      sizeMeasure() ? state.sizeBy : "",
      [["", t("same_size")], ...measureOptions],
      (sizeBy) => change({ sizeBy }),
    ),
  );
}

/** Ranked measures by their title. @returns {[string, string][]} */
function measuresToChoose() {
  const ranked = measures.filter((measure) => measure.ranked && measure.sorted.length);
  /** @type {[string, string][]} */
  const options = ranked.map((measure) => [measure.name, sayCapitalized(measure.title)]);
  return options.sort((a, b) => compareTexts(a[1], b[1]));
}

/** Draw the legend. */
export function showLegend() {
  const focused = focusedIn(legend);
  const focusedAt = focused ? [...legend.querySelectorAll(CONTROLS)].indexOf(focused) : -1;
  const shownCount = integer(shown.filter(Boolean).length);
  const facet = colorFacet();
  fill(
    legend,
    make(
      "div",
      { class: "shown", "aria-live": "polite" },
      make("h2", null, t("legend")),
      make("span", { class: "count" }, t("filtered", { shown: shownCount, total: integer(nodes.length) })),
      isFiltered() ? make("button", { type: "button", class: "link", onclick: showEveryNode }, t("show_all")) : null,
    ),
    section("kinds", t("kinds"), kindRows(), integer(nodes.length)),
    lookChoosers(),
    colorRamp(),
    facet ? facetSection(facet) : null,
    types.length || gaps.length ? section("ties", t("ties"), tieRows(), integer(ties.length)) : null,
    facets.map((other) => (other === facet ? null : facetSection(other))),
  );
  if (focusedAt >= 0) /** @type {HTMLElement | undefined} */ (legend.querySelectorAll(CONTROLS)[focusedAt])?.focus();
}
