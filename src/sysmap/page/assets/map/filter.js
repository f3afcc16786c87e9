// Which nodes and ties are shown: what the legend hides, and what views leave out.
import { facets, island, nodes, ties } from "../base/data.js";
import { state } from "../base/state.js";
/** @import { Tie } from "../core/types.d.ts" */

/** @type {((node: number) => boolean)[]} */
const nodeFilters = [];
/** @type {((tie: Tie) => boolean)[]} */
const tieFilters = [];

/**
 * Let a view leave nodes out.
 * @param {(node: number) => boolean} isShown
 */
export const addNodeFilter = (isShown) => nodeFilters.push(isShown);

/**
 * Let a view leave ties out.
 * @param {(tie: Tie) => boolean} isShown
 */
export const addTieFilter = (isShown) => tieFilters.push(isShown);

/** Whether each node is shown; kept by `refreshShown`. */
export const shown = nodes.map(() => true);

/** @param {number} node */
function isNodeShown(node) {
  if (state.off.kinds.has(nodes[node].k) || !nodeFilters.every((isShown) => isShown(node))) return false;
  return facets.every((facet, at) => facet.of[node] < 0 || !state.off.facets[at].has(facet.of[node]));
}

/** Decide anew which nodes are shown. */
export const refreshShown = () => nodes.forEach(({ id }) => (shown[id] = isNodeShown(id)));

/**
 * Whether a tie is drawn while nothing is looked at.
 * @param {Tie} tie
 * @returns {boolean}
 */
export const isTieShown = (tie) =>
  shown[tie.from] && shown[tie.to] && !state.off.types.has(tie.t) && tieFilters.every((isShown) => isShown(tie));

/**
 * Whether the reader hid a type of ties. Quiet types, which are not drawn at first, do not count: they stand where one looks.
 * @param {number} type
 * @returns {boolean}
 */
export const isTypeHidden = (type) => state.off.types.has(type) && !island.quiet.includes(type);

/**
 * Whether a tie is drawn where one looks.
 * @param {Tie} tie
 * @returns {boolean}
 */
export const isTieLit = (tie) => shown[tie.from] && shown[tie.to] && !isTypeHidden(tie.t);

/** How many ties are drawn while nothing is looked at. */
export const countShownTies = () => ties.filter(isTieShown).length;

/** The numbers of the nodes that are shown. */
export const shownNodes = () => nodes.filter(({ id }) => shown[id]).map(({ id }) => id);

/**
 * Of some nodes those that are shown; null stands for a node that is not on this page.
 * @param {(number | null)[]} members
 * @returns {number[]}
 */
export const shownOnly = (members) => members.filter((node) => node !== null).filter((node) => shown[node]);
