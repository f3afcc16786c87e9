// What is known of the rounds in which units were asked, and how each round and unit is drawn.
import { addState, keep } from "../../base/state.js";
import { island, nodeKey, nodeOfKey } from "../../base/data.js";
import { date, integer, oneDecimal, say, t } from "../../base/words.js";
/** @import { LearningData, LearningUnit } from "../types.d.ts" */

/**
 * How a series of scores is drawn: told apart by dash and marker as well as by colour.
 * @typedef {object} SeriesLook
 * @property {string} color
 * @property {readonly number[]} dash
 * @property {{ shape: string, hollow?: boolean }} marker
 * @property {boolean} [hasFace]
 */

/** @type {LearningData} */
const NONE = {
  disciplines: [],
  waves: [],
  means: [],
  units: [],
  paces: [],
  apart: [],
  trend: [],
  spread: [],
  months: null,
  company: 1,
  private: false,
};

export const learning = island.views.learning ?? NONE;
/** @type {Map<number, LearningUnit>} */
export const units = new Map((learning.units ?? []).map((unit) => [unit.n, unit]));
export const lastRound = learning.waves.length - 1;
/** The most units that are compared at once. */
export const MOST_COMPARED = 4;

/** @type {SeriesLook} */
const LAST_LOOK = { color: "accent", dash: [], marker: { shape: "dot" }, hasFace: true };

/** @param {string} shape @param {number[]} dash @returns {SeriesLook} */
const earlier = (shape, dash) => ({ color: "tie-strong", dash, marker: { shape, hollow: true } });
const EARLIER_LOOKS = [
  earlier("square", [5, 4]),
  earlier("triangle", [1, 4]),
  earlier("diamond", [8, 3, 1, 3]),
  earlier("hexagon", [2, 6]),
];

/** The most rounds that are drawn at once. */
export const MOST_ROUNDS = EARLIER_LOOKS.length + 1;

/** @type {SeriesLook[]} How the units that are compared are drawn. */
export const COMPARED_LOOKS = [
  { color: "c2", dash: [], marker: { shape: "square" } },
  { color: "c1", dash: [6, 4], marker: { shape: "triangle" } },
  { color: "c3", dash: [2, 4], marker: { shape: "diamond" } },
  { color: "c5", dash: [9, 3, 2, 3], marker: { shape: "hexagon" } },
];

/** @type {SeriesLook} How the whole is drawn beside units that are compared. */
export const WHOLE_LOOK = { color: "tie-strong", dash: [], marker: { shape: "dot", hollow: true }, hasFace: true };

/**
 * How a round is drawn.
 * @param {number} at
 * @returns {SeriesLook}
 */
export const roundLook = (at) =>
  at === lastRound ? LAST_LOOK : EARLIER_LOOKS[(lastRound - 1 - at) % EARLIER_LOOKS.length];

/** `compared`: the units that are drawn upon the whole. */
export const learningState = addState({ compared: /** @type {number[]} */ ([]) });
keep(
  "compare",
  () => (learningState.compared.length ? learningState.compared.map(nodeKey).join("|") : null),
  (text) => ({
    compared: text
      .split("|")
      .map(nodeOfKey)
      .filter((node) => units.has(node))
      .slice(0, MOST_COMPARED),
  }),
);

/**
 * When a round was.
 * @param {number} at
 * @returns {string}
 */
export function roundText(at) {
  const { wave, day } = learning.waves[at];
  return day ? date(day.slice(0, 7)) : t("learn_wave", { n: integer(wave) });
}

/** The names of the disciplines. */
export const disciplineNames = () => learning.disciplines.map(say);

/**
 * A score with one decimal.
 * @param {number | null} value
 * @returns {string}
 */
export const scoreText = (value) => (value === null ? "—" : oneDecimal(value));

/**
 * The scores of a unit in a round; null where it has none.
 * @param {LearningUnit} unit
 * @param {number} at
 * @returns {(number | null)[]}
 */
export const scoresOf = (unit, at) => unit.rounds[at]?.[0] ?? learning.disciplines.map(() => null);
