// The learning organisation: profiles of the five disciplines over the rounds, the distance between units, and learning beside solving. Never one score.
import { nodes } from "../base/data.js";
import { phone } from "../base/device.js";
import { make } from "../base/dom.js";
import { change } from "../base/state.js";
import { integer, oneDecimal, signed, t } from "../base/words.js";
import { shown } from "../map/filter.js";
import { revealNode } from "../panel/reveal.js";
import { linkButton, muted } from "../panel/sheet.js";
import { redrawBoard } from "../shell/board.js";
import { addView } from "../shell/views.js";
import {
  COMPARED_LOOKS,
  MOST_COMPARED,
  MOST_ROUNDS,
  WHOLE_LOOK,
  disciplineNames,
  lastRound,
  learning,
  learningState,
  roundLook,
  roundText,
  scoreText,
  scoresOf,
  units,
} from "./learning/data.js";
import { radarPicture, seriesKey } from "./learning/radar.js";
import { pacePart, unitsPart } from "./learning/units.js";
/** @import { Series } from "./learning/radar.js" */

/** @typedef {Series & { name: string, short?: string, counts?: number[] }} NamedSeries `counts`: of how many units each value is the mean. */

/** @param {{ suppressed: number, wave: number }} round */
function hiddenNote({ suppressed, wave }) {
  if (!suppressed) return null;
  const key = suppressed === 1 ? "learn_hidden_one" : "learn_hidden_in";
  return make("li", { class: "muted" }, t(key, { n: integer(suppressed), wave: integer(wave) }));
}

function boardHead() {
  const { waves, months } = learning;
  const rounds = t(waves.length === 1 ? "learn_round" : "learn_rounds", { n: integer(waves.length) });
  return [
    make("h2", { class: "large" }, t("learn_title")),
    make(
      "ul",
      { class: "tally" },
      make("li", null, rounds, ": ", waves.map((_, at) => roundText(at)).join(", ")),
      make("li", null, t("learn_units", { n: integer(waves[lastRound].units) })),
      make("li", null, months === null ? t("learn_undated") : t("learn_ago", { n: integer(months) })),
      waves.map(hiddenNote),
    ),
  ];
}

/** What the large radar draws: the whole over the rounds, or the last round of the whole with the chosen units upon it. @returns {NamedSeries[]} */
function wholeSeries() {
  /** @param {number} at */
  const mean = (at) => learning.means[at].map(([score]) => score);
  /** @param {number} at */
  const name = (at) => t("learn_mean", { wave: roundText(at) });
  const { compared } = learningState;
  if (!compared.length) {
    return learning.waves.map((_, at) => ({
      ...roundLook(at),
      name: name(at),
      short: roundText(at),
      values: mean(at),
      counts: learning.means[at].map(([, count]) => count),
    }));
  }
  const chosen = compared.flatMap((node) => units.get(node) ?? []);
  return [
    { ...WHOLE_LOOK, name: name(lastRound), values: mean(lastRound) },
    ...chosen.map((unit, at) => ({
      ...COMPARED_LOOKS[at],
      name: nodes[unit.n].label,
      values: scoresOf(unit, lastRound),
    })),
  ];
}

/** @param {number} node */
function toggleCompared(node) {
  const { compared } = learningState;
  const isChosen = compared.includes(node);
  change({
    compared: isChosen ? compared.filter((other) => other !== node) : [...compared, node].slice(-MOST_COMPARED),
  });
}

function compareChooser() {
  const members = [...units.keys()].filter((node) => shown[node]);
  if (members.length < 2) return null;
  return make(
    "div",
    { class: "choose", role: "group", "aria-label": t("learn_compare") },
    make("h3", null, t("learn_compare")),
    muted(t("learn_compare_how", { n: MOST_COMPARED })),
    make(
      "div",
      { class: "picks" },
      members.map((node) =>
        make(
          "button",
          {
            type: "button",
            class: "pick",
            "aria-pressed": String(learningState.compared.includes(node)),
            onclick: () => toggleCompared(node),
          },
          nodes[node].label,
        ),
      ),
    ),
  );
}

/** Where the units stand between 1 and 5: a dot for each. @param {number} discipline */
function spreadStrip(discipline) {
  const scores = [...units.values()].map((unit) => scoresOf(unit, lastRound)[discipline]);
  return make(
    "span",
    { class: "strip", "aria-hidden": "true" },
    scores.filter((score) => score !== null).map((score) => make("i", { style: { left: `${25 * (score - 1)}%` } })),
  );
}

/** @param {number} score @param {number | null} node */
const spreadEnd = (score, node) => [
  oneDecimal(score),
  " ",
  node === null ? null : linkButton(nodes[node].label, () => revealNode(node)),
];

/** How far the units lie apart in a discipline. @param {number} at */
function spreadCell(at) {
  const spread = learning.spread[at];
  if (spread === null) return make("td", null, "—");
  const apart = (learning.apart ?? []).find(([discipline]) => discipline === at);
  if (!apart) return make("td", { class: "apart" }, make("b", null, oneDecimal(spread)));
  const [, low, high, lowest, highest] = apart;
  return make(
    "td",
    { class: "apart" },
    make("b", null, oneDecimal(spread)),
    spreadStrip(at),
    make("span", { class: "ends" }, spreadEnd(low, lowest), " – ", spreadEnd(high, highest)),
  );
}

/** @param {number} n */
const ofUnits = (n) => make("span", { class: "muted" }, t("learn_of", { n: integer(n) }));

/** @param {NamedSeries} series @param {number} at */
function scoreCell({ values, counts }, at) {
  const value = values[at];
  const count = counts?.[at];
  const text = count && value === null ? t("learn_few", { n: learning.company }) : scoreText(value);
  return make("td", { class: "number" }, text, count !== undefined && value !== null ? ofUnits(count) : null);
}

/** How the mean of a discipline has changed. @param {number} at */
function trendCell(at) {
  const trend = learning.trend.find(([discipline]) => discipline === at);
  if (!trend) return make("td", { class: "number" }, "—");
  return make("td", { class: "number" }, make("b", null, signed(trend[1])), ofUnits(trend[2]));
}

/** @param {NamedSeries[]} series */
function wholeTable(series) {
  const isCompared = learningState.compared.length > 0;
  return make(
    "table",
    { class: "figures" },
    make("caption", { class: "unseen" }, t("learn_all")),
    make(
      "thead",
      null,
      make(
        "tr",
        null,
        make("th", { scope: "col" }, t("learn_discipline")),
        series.map(({ short, name }) => make("th", { scope: "col", class: "number" }, short || name)),
        isCompared ? null : make("th", { scope: "col", class: "number" }, t("learn_change")),
        isCompared ? null : make("th", { scope: "col" }, t("learn_spread")),
      ),
    ),
    make(
      "tbody",
      null,
      disciplineNames().map((name, at) =>
        make(
          "tr",
          null,
          make("th", { scope: "row" }, name),
          series.map((line) => scoreCell(line, at)),
          isCompared ? null : [trendCell(at), spreadCell(at)],
        ),
      ),
    ),
  );
}

function wholePart() {
  const series = wholeSeries();
  const drawn = series.slice(-MOST_ROUNDS);
  return make(
    "section",
    { class: "whole", "aria-label": t("learn_all") },
    make(
      "div",
      { class: "big" },
      radarPicture(phone.matches ? 196 : 232, drawn, disciplineNames()),
      make(
        "ul",
        { class: "keys" },
        drawn.map((line) => make("li", null, seriesKey(line), make("span", null, line.name))),
      ),
      muted(t("learn_scale")),
    ),
    make(
      "div",
      null,
      make("h3", { class: "first" }, t("learn_all")),
      make(
        "div",
        { class: "wide", tabindex: "0", role: "group", "aria-label": t("learn_numbers") },
        wholeTable(series),
      ),
      learning.private ? make("p", { class: "muted note" }, t("learn_private")) : compareChooser(),
    ),
  );
}

/** @param {HTMLElement} root */
const showLearning = (root) => redrawBoard(root, [boardHead(), wholePart(), unitsPart(), pacePart()]);

addView({
  name: "learning",
  icon: "M8 2 14 6.4 11.7 13.5H4.3L2 6.4zM8 5.5 10.8 7.5 9.7 11H6.3L5.2 7.5z",
  order: 60,
  has: () => learning.waves.length > 0,
  keys: "off selected colorBy compared",
  show: showLearning,
  holds: (node) => units.has(node),
});
