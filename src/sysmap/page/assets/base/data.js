// The island of this page, read once. Everything in it is named by number.
import { buildModel, keyOfNode } from "../core/model.js";
import { elementOf } from "./dom.js";
/** @import { Island, Kind } from "../core/types.d.ts" */

/** @type {Island} */
export const island = JSON.parse(elementOf("sysmap-data").textContent ?? "");

export const model = buildModel(island);
export const { nodes, ties, kinds, types, facets, measures, tiesOf } = model;
export const { findings, gaps } = island;

/**
 * @param {number} node
 * @returns {Kind}
 */
export const kindOf = (node) => kinds[nodes[node].k];

/**
 * The name by which the address names a node.
 * @param {number} node
 * @returns {string}
 */
export const nodeKey = (node) => keyOfNode(model, node);

/**
 * The node of a name in the address; -1 where there is none.
 * @param {string} key
 * @returns {number}
 */
export const nodeOfKey = (key) => nodes.findIndex((node) => nodeKey(node.id) === key);

/**
 * Whether a node has a partnership.
 * @param {number} node
 * @returns {boolean}
 */
export const hasPartners = (node) => tiesOf[node].some((tie) => types[tie.t].type === "PARTNERS_WITH");
