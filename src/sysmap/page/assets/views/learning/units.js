// Unit by unit: a small radar each over the rounds, with its numbers; and how fast units learn beside how fast their problems are answered.
import { labelPlace, ticksOf } from "../../core/charts.js";
import { nodes } from "../../base/data.js";
import { make } from "../../base/dom.js";
import { select } from "../../base/selection.js";
import { state } from "../../base/state.js";
import { integer, number, say, signed, t } from "../../base/words.js";
import { shown } from "../../map/filter.js";
import { nodeTitle } from "../../panel/reveal.js";
import { muted } from "../../panel/sheet.js";
import { MOST_ROUNDS, disciplineNames, learning, roundLook, roundText, scoreText, scoresOf, units } from "./data.js";
import { radarPicture, seriesKey } from "./radar.js";
/** @import { LearningUnit } from "../types.d.ts" */
/** @import { Rectangle } from "../../core/charts.js" */

/** @typedef {[node: number, change: number, days: number]} Pace */

const RADAR_SIZE = 144;
const PLOT = { width: 620, height: 260 };
const AWAY = /** @type {Rectangle} */ ([-9, -9, -9, -9]);

/** @param {string} text */
const numberHead = (text) => make("th", { scope: "col", class: "number" }, text);

/** What is not shown of each round, and who answered. @param {LearningUnit} unit */
const unitNotes = (unit) =>
  unit.rounds.map((round, at) => {
    if (!round) return null;
    const [scores, suppressed, respondents] = round;
    const wave = roundText(at);
    const names = suppressed.map((discipline) => say(learning.disciplines[discipline])).join(", ");
    const isWhole = scores.every((score) => score === null);
    const hidden = isWhole ? t("learn_suppressed", { wave }) : t("learn_partly", { wave, names });
    return [
      suppressed.length ? make("li", null, hidden) : null,
      respondents === null ? null : make("li", null, t("learn_answered", { wave, n: integer(respondents) })),
    ];
  });

/** @param {LearningUnit} unit */
const unitTable = (unit) =>
  make(
    "table",
    { class: "figures" },
    make(
      "thead",
      null,
      make(
        "tr",
        null,
        make("th", { scope: "col" }, t("learn_discipline")),
        learning.waves.map((_, at) => numberHead(roundText(at))),
      ),
    ),
    make(
      "tbody",
      null,
      disciplineNames().map((name, discipline) =>
        make(
          "tr",
          null,
          make("th", { scope: "row" }, name),
          learning.waves.map((_, at) => make("td", { class: "number" }, scoreText(scoresOf(unit, at)[discipline]))),
        ),
      ),
    ),
  );

/** @param {LearningUnit} unit */
function unitCard(unit) {
  const series = learning.waves
    .map((_, at) => ({ ...roundLook(at), values: scoresOf(unit, at) }))
    .slice(-MOST_ROUNDS)
    .filter(({ values }) => values.some((value) => value !== null));
  return make(
    "li",
    { class: "unit", "aria-current": state.selected === unit.n ? "true" : null },
    nodeTitle(unit.n, select),
    radarPicture(RADAR_SIZE, series, disciplineNames()),
    make("ul", { class: "muted notes" }, unitNotes(unit)),
    make("details", null, make("summary", null, t("learn_numbers")), unitTable(unit)),
  );
}

/** The units that are shown, with the key of the rounds; null where there is none. */
export function unitsPart() {
  const members = [...units.values()].filter(({ n }) => shown[n]);
  if (!members.length) return null;
  const keys = learning.waves.map((_, at) =>
    make("li", null, seriesKey(roundLook(at)), make("span", null, roundText(at))),
  );
  return make(
    "section",
    { "aria-label": t("learn_each") },
    make(
      "div",
      { class: "line" },
      make("h2", null, t("learn_each")),
      make("ul", { class: "keys" }, keys.slice(-MOST_ROUNDS)),
    ),
    make("ul", { class: "units" }, members.map(unitCard)),
  );
}

/** A scale from the first to the last tick, in percent. @param {number[]} ticks */
const percentScale = (ticks) => {
  const [first, last] = [ticks[0], ticks[ticks.length - 1]];
  return (/** @type {number} */ value) => ((value - first) / (last - first || 1)) * 100;
};

/** @param {Pace[]} paces */
function paceScatter(paces) {
  const xs = ticksOf(paces.map(([, , days]) => days));
  const ys = ticksOf([0, ...paces.map(([, change]) => change)]);
  const across = percentScale(xs);
  const along = percentScale(ys);
  /** @param {number} change */
  const down = (change) => 100 - along(change);
  const spots = paces.map(([, change, days]) => ({
    x: (across(days) * PLOT.width) / 100,
    y: (down(change) * PLOT.height) / 100,
  }));
  /** @type {Rectangle[]} */
  const taken = spots.map(({ x, y }) => [x - 6, y - 6, x + 6, y + 6]);
  const points = paces.map(([node, change, days], at) => {
    taken.splice(at, 1, AWAY);
    const name = nodes[node].label;
    const [dx, dy] = labelPlace(taken, spots[at].x, spots[at].y, name.length * 7.3 + 4);
    return make(
      "button",
      {
        type: "button",
        class: "point",
        "aria-current": state.selected === node ? "true" : null,
        "aria-label": `${name}: ${signed(change)}, ${number(days)}`,
        onclick: () => select(node),
        style: { left: `${across(days)}%`, top: `${down(change)}%` },
      },
      make("span", { style: { left: `${dx + 10}px`, top: `${dy + 10}px` } }, name),
    );
  });
  /** @param {string} kind @param {Record<string, string>} style @param {string} text */
  const tick = (kind, style, text) =>
    make("span", { class: kind, "aria-hidden": "true", style }, make("i", null, text));
  return make(
    "div",
    { class: "plot" },
    ys.map((y) => tick(Math.abs(y) < 1e-9 ? "tick y zero" : "tick y", { top: `${down(y)}%` }, signed(y))),
    xs.map((x) => tick("tick x", { left: `${across(x)}%` }, number(x))),
    points,
  );
}

/** How fast units learn beside how fast their problems are answered; null where nothing is known of it. */
export function pacePart() {
  const paces = (learning.paces ?? []).filter(([node]) => shown[node]);
  if (!paces.length) return null;
  const title = t("learn_pace");
  return make(
    "section",
    { class: "pace", "aria-label": title },
    make("h2", null, title),
    muted(t("learn_pace_how", { n: integer(paces.length) })),
    make(
      "div",
      { class: "wide", tabindex: "0", role: "group", "aria-label": title },
      make("p", { class: "name-y" }, t("learn_pace_y")),
      paceScatter(paces),
      make("p", { class: "name-x" }, t("learn_pace_x")),
    ),
    make("details", null, make("summary", null, t("learn_numbers")), paceTable(paces)),
  );
}

/** @param {Pace[]} paces */
const paceTable = (paces) =>
  make(
    "table",
    { class: "figures" },
    make(
      "thead",
      null,
      make(
        "tr",
        null,
        make("th", { scope: "col" }, t("learn_unit")),
        numberHead(t("learn_pace_y")),
        numberHead(t("learn_pace_x")),
      ),
    ),
    make(
      "tbody",
      null,
      paces.map(([node, change, days]) =>
        make(
          "tr",
          null,
          make("th", { scope: "row" }, nodes[node].label),
          make("td", { class: "number" }, signed(change)),
          make("td", { class: "number" }, number(days)),
        ),
      ),
    ),
  );
