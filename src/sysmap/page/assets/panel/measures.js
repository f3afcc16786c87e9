// Measures in the panel: the value, its rank, how it is computed and what to do with it.
import { rankOf } from "../core/model.js";
import { hasPartners, island, measures } from "../base/data.js";
import { make } from "../base/dom.js";
import { integer, number, say, sayCapitalized, scoreText, t } from "../base/words.js";
/** @import { Measure, MeasureWords } from "../core/types.d.ts" */

/** @typedef {MeasureWords & { sorted?: number[], ranked?: boolean }} ShownMeasure A measure of nodes, or of the whole map. */

/** @param {ShownMeasure} measure */
const isYesNo = ({ sorted }) =>
  sorted !== undefined && sorted.length > 0 && sorted.every((value) => value === 0 || value === 1);

/** Yes or no, and the number of a piece, have no rank.
 * @param {ShownMeasure} measure
 */
const isRanked = (measure) => measure.ranked && !isYesNo(measure);

/** @param {Measure} measure @param {number} node */
const rankText = (measure, node) =>
  isRanked(measure) ? t("rank", { rank: integer(rankOf(measure, node)), n: integer(measure.sorted.length) }) : " ";

/** @param {Measure} measure @param {number} node */
function whyUndefined(measure, node) {
  if (!island.assessed && !measure.sorted.length) return t("not_assessed");
  return t(hasPartners(node) ? "undefined" : "undefined_isolated");
}

/**
 * Every measure of a node.
 * @param {number} node
 * @returns {(HTMLElement | HTMLElement[])[] | null}
 */
export function measureList(node) {
  const known = measures.filter((measure) => measure.of.has(node));
  if (!known.length) return null;
  return [
    make("h3", null, t("measures")),
    known.map((measure) => {
      const value = measure.of.get(node);
      const remark = value === null ? whyUndefined(measure, node) : rankText(measure, node);
      return measureBlock(measure, value, remark, measure.errorOf.get(node));
    }),
  ];
}

/** @param {ShownMeasure} measure @param {number | string | null | undefined} value */
function valueText(measure, value) {
  if (value === null || value === undefined) return "—";
  if (isYesNo(measure)) return t(value ? "yes" : "no");
  return typeof value === "number" ? scoreText(measure, value) : value;
}

/** @param {ShownMeasure} measure @param {number | string | null | undefined} value */
function valueBar(measure, value) {
  const most = measure.sorted?.[0] ?? 0;
  if (!isRanked(measure) || typeof value !== "number" || most <= 0) return null;
  return make("i", { class: "bar", style: { "--part": `${Math.max(0, Math.min(100, (100 * value) / most))}%` } });
}

/** @param {ShownMeasure} measure @param {number | null | undefined} error */
function estimateNote(measure, error) {
  if (!measure.estimated) return null;
  const ownError = typeof error === "number" ? ` ${t("own_error", { n: number(error) })}` : "";
  return make("p", { class: "estimated" }, say(measure.estimated), ownError);
}

/**
 * A measure with its value, which opens.
 * @param {ShownMeasure} measure
 * @param {number | string | null | undefined} value
 * @param {string} remark What stands beside the value.
 * @param {number | null} [error] The standard error of an estimate.
 * @returns {HTMLElement}
 */
export function measureBlock(measure, value, remark, error) {
  const isUndefined = value === null || value === undefined;
  return make(
    "details",
    { class: "measure", "data-measure": measure.name },
    make(
      "summary",
      null,
      make("span", { class: "name" }, sayCapitalized(measure.title)),
      make("span", { class: "value" }, valueText(measure, value)),
      make("span", { class: "count" }, remark || (isUndefined ? t("not_assessed") : "")),
      valueBar(measure, value),
    ),
    make("p", null, make("b", null, `${t("how")}. `), say(measure.how), measure.term ? ` (${measure.term})` : ""),
    estimateNote(measure, error),
    make("p", null, make("b", null, `${t("advice")}. `), say(measure.advice)),
    measure.source ? make("p", { class: "muted" }, `${t("source")}: ${measure.source}`) : null,
  );
}
