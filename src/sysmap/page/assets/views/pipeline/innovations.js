// Innovations as the pipeline and the panel speak of them: where they stand, what they lack, who could add it.
import { island, nodes } from "../../base/data.js";
import { make } from "../../base/dom.js";
import { icon } from "../../base/icons.js";
import { integer, number, t } from "../../base/words.js";
import { linkButton } from "../../panel/sheet.js";
import { revealNode } from "../../panel/reveal.js";
/** @import { Innovation, Remedy } from "../types.d.ts" */

/** Stands for a node that is known, but not in the part of the map that is drawn. */
export const NOT_DRAWN = -1;

export const { items, stages, all } = island.views.pipeline ?? { items: [], stages: [], all: [] };
/** @type {Map<number, Innovation>} */
export const innovationOf = new Map(all.map((innovation) => [innovation.n, innovation]));

/** @param {Innovation} innovation @returns {number[]} */
export const lackedItems = ({ lacks = [] }) => lacks;

/** Whether it is in a stage that leads nowhere. @param {Innovation} innovation @returns {boolean} */
export const isStopped = ({ stage }) => stage !== undefined && stages[stage].dead;

/**
 * How many of the items it lacks, and of how many nothing is known.
 * @param {Innovation} innovation
 * @returns {string}
 */
export function lacksText({ lacks = [], unknown = [] }) {
  const known = items.length - unknown.length;
  const text = lacks.length ? t("valley_lacks", { n: integer(lacks.length), all: integer(known) }) : t("valley_whole");
  return unknown.length ? `${text} · ${t("valley_unknown", { n: integer(unknown.length) })}` : text;
}

/**
 * Whether an innovation has an item: the name of a class and of a text.
 * @param {Innovation} innovation
 * @param {number} item
 * @returns {"missing" | "not_known" | "have"}
 */
export function itemState({ lacks = [], unknown = [] }, item) {
  if (lacks.includes(item)) return "missing";
  return unknown.includes(item) ? "not_known" : "have";
}

/**
 * The mark of that.
 * @param {ReturnType<typeof itemState>} having
 * @returns {HTMLElement}
 */
export const itemMark = (having) =>
  having === "not_known"
    ? make("span", { class: "mark", "aria-hidden": "true" }, "?")
    : make("span", { class: "mark" }, icon(having === "have" ? "check" : "cross"));

/**
 * How long it has been in its stage; null for one that stopped.
 * @param {Innovation} innovation
 * @param {string} [key] The text to use.
 * @returns {string | null}
 */
export function monthsText(innovation, key = innovation.months === 1 ? "valley_month" : "valley_months") {
  if (innovation.months !== undefined) return t(key, { n: integer(innovation.months) });
  return isStopped(innovation) ? null : t("valley_undated");
}

/** @param {Innovation} innovation @returns {string | null} */
export const readinessText = ({ trl }) => (trl === undefined ? null : t("valley_readiness", { n: number(trl) }));

/** @param {Innovation} innovation @returns {HTMLElement | null} */
export const stalledTag = ({ stalled }) => (stalled ? make("b", { class: "tag medium" }, t("valley_stalled")) : null);

/**
 * The name of a node, or that it is not drawn.
 * @param {number} node
 * @returns {string}
 */
export const nameOrOutside = (node) => (node === NOT_DRAWN ? t("valley_outside") : nodes[node].label);

/**
 * The remedies for an item.
 * @param {Innovation} innovation
 * @param {number} item
 * @returns {Remedy[]}
 */
export const remediesFor = ({ remedies = [] }, item) => remedies.filter(([of]) => of === item);

/**
 * Who could add an item, as a name to choose; what to do, where it is nobody's tie.
 * @param {Innovation} innovation
 * @param {number} item
 * @returns {HTMLElement[]}
 */
export function itemHelpers(innovation, item) {
  const byHelper = new Map(remediesFor(innovation, item).map(([of, who]) => [who, of]));
  return [...byHelper].map(([who, of]) => {
    if (who === NOT_DRAWN) return make("span", { class: "muted" }, nameOrOutside(who));
    if (who !== null) return linkButton(nodes[who].label, () => revealNode(who));
    return make("span", { class: "muted" }, t(items[of] === "moving" ? "valley_decide" : "valley_nobody"));
  });
}

/**
 * Whom to ask for what.
 * @param {Remedy} remedy
 * @returns {string}
 */
export const askSentence = ([item, who, target]) =>
  t(`ask_${items[item]}`, {
    who: who === null || who === NOT_DRAWN ? t("valley_somebody") : nodes[who].label,
    target: nameOrOutside(target),
  });
