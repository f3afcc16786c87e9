// What the reader looks at and points at on the map.
import { followsDirection, joinedNodes, surroundings } from "../core/surroundings.js";
import { findings, gaps, ties, tiesOf, types } from "../base/data.js";
import { state } from "../base/state.js";
import { isTieLit } from "./filter.js";
/** @import { Focus } from "../core/types.d.ts" */

/**
 * `focus`: what is lit, null where all are equal. `hovered`, `hoveredType`: the node, or the type of ties in the legend,
 * that is pointed at. `moving`: the view moves, so much is drawn plainly.
 * @type {{ focus: Focus | null, hovered: number | null, hoveredType: number | null, moving: boolean }}
 */
export const attention = { focus: null, hovered: null, hoveredType: null, moving: false };

/** @type {(() => Focus | null)[]} */
const lights = [];

/**
 * Let a module that adds something to look at say how it is lit. The first that answers counts.
 * @param {() => Focus | null} light
 */
export const addLight = (light) => lights.push(light);

/**
 * What the state says is looked at.
 * @returns {Focus | null}
 */
export function focusOfState() {
  for (const light of lights) {
    const focus = light();
    if (focus) return focus;
  }
  if (state.selected !== null) return focusAround(state.selected, state.steps);
  if (state.tie !== null) {
    const { from, to } = ties[state.tie];
    return { near: new Map([from, to].map((node) => [node, 0])), lines: new Set([state.tie]) };
  }
  const finding = state.finding !== null ? findings[state.finding] : null;
  if (finding && (finding.nodes.length || finding.ties.length)) return focusAmong(finding.nodes, finding.ties);
  if (state.gap !== null) {
    const gap = gaps[state.gap];
    return focusAmong([gap.s, gap.t, ...gap.problems], []);
  }
  return null;
}

/**
 * Everything within so many steps of a node, in the direction that the reader chose.
 * @param {number} node
 * @param {number} steps
 * @returns {Focus}
 */
export const focusAround = (node, steps) =>
  surroundings(
    tiesOf,
    node,
    steps,
    (tie, from) => isTieLit(tie) && followsDirection(types[tie.t], tie, from, state.direction),
  );

/**
 * Some nodes and ties with what joins them.
 * @param {number[]} members
 * @param {number[]} lines
 * @returns {Focus}
 */
export const focusAmong = (members, lines) => joinedNodes(ties, tiesOf, members, lines);

/**
 * Some nodes alone.
 * @param {number[]} members
 * @returns {Focus}
 */
export const focusOn = (members) => ({ near: new Map(members.map((node) => [node, 0])), lines: new Set() });
