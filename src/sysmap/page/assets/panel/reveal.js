// Bringing a node into sight, and the button that does it.
import { facets, nodes } from "../base/data.js";
import { make } from "../base/dom.js";
import { select } from "../base/selection.js";
import { change, state } from "../base/state.js";
import { shown } from "../map/filter.js";
import { flyTo } from "../map/fit.js";
import { nodeMark } from "../map/looks.js";
import { isHeld } from "../shell/views.js";
/** @import { Child } from "../base/types.d.ts" */

/**
 * Bring a node into sight, whatever the legend hides, and choose it.
 * @param {number} node
 */
export function revealNode(node) {
  if (!shown[node]) {
    state.off.kinds.delete(nodes[node].k);
    facets.forEach((facet, at) => state.off.facets[at].delete(facet.of[node]));
    change({ off: state.off });
  }
  if (!isHeld(node)) change({ view: "map" });
  select(node);
  if (state.view === "map") flyTo(node);
}

/**
 * A node as a button: its mark and name, and a word beside it.
 * @param {number} node
 * @param {string} remark
 * @returns {HTMLElement}
 */
export const nodeButton = (node, remark = "") =>
  make(
    "button",
    { type: "button", class: "node", onclick: () => revealNode(node) },
    nodeMark(node),
    make("span", { class: "name" }, nodes[node].label),
    remark ? make("span", { class: "count" }, remark) : null,
  );

/**
 * Nodes as buttons below each other.
 * @param {number[]} members
 * @param {...Child} more
 * @returns {HTMLElement}
 */
export const nodeButtons = (members, ...more) =>
  make(
    "div",
    { class: "evidence" },
    members.map((node) => nodeButton(node)),
    ...more,
  );

/**
 * A node as a heading that can be chosen: its mark and its name in bold.
 * @param {number} node
 * @param {(node: number) => void} act
 * @returns {HTMLElement}
 */
export const nodeTitle = (node, act = select) =>
  make(
    "button",
    { type: "button", class: "node", onclick: () => act(node) },
    nodeMark(node),
    make("b", { class: "name" }, nodes[node].label),
  );
