// Ways along the ties: what lies around a node, what joins some nodes, and the shortest way between two.
import { otherEnd } from "./model.js";
/** @import { Focus, Tie, TieType } from "./types.d.ts" */

/** Which way ties are followed: any, against the arrows, or with them. */
export const DIRECTIONS = ["both", "up", "down"];

/**
 * Whether one may go from a node along a tie. Against the arrows ("up") leads to what causes it, with them ("down") to
 * what follows; a tie without an arrow is followed only where the direction is "both".
 * @param {TieType} type The type of the tie.
 * @param {Tie} tie
 * @param {number} node
 * @param {string} direction
 * @returns {boolean}
 */
export const followsDirection = (type, tie, node, direction) =>
  direction === "both" || (type.directed && (direction === "up" ? tie.to : tie.from) === node);

/**
 * Everything within so many steps of a node.
 * @param {Tie[][]} tiesOf
 * @param {number} start
 * @param {number} steps
 * @param {(tie: Tie, node: number) => boolean} isFollowed Whether one goes from the node along the tie.
 * @returns {Focus}
 */
export function surroundings(tiesOf, start, steps, isFollowed) {
  const near = new Map([[start, 0]]);
  /** @type {Set<number>} */
  const lines = new Set();
  let edge = [start];
  for (let step = 1; step <= steps; step += 1) {
    const next = [];
    for (const node of edge) {
      for (const tie of tiesOf[node]) {
        if (!isFollowed(tie, node)) continue;
        lines.add(tie.at);
        const other = otherEnd(tie, node);
        if (near.has(other)) continue;
        near.set(other, step);
        next.push(other);
      }
    }
    edge = next;
  }
  return { near, lines };
}

/**
 * Some nodes and ties, with the ends of the ties and all ties between the nodes.
 * @param {Tie[]} ties
 * @param {Tie[][]} tiesOf
 * @param {number[]} members
 * @param {number[]} lines
 * @returns {Focus}
 */
export function joinedNodes(ties, tiesOf, members, lines) {
  const near = new Map(members.map((node) => [node, 0]));
  const drawn = new Set(lines);
  for (const at of lines) {
    near.set(ties[at].from, 0);
    near.set(ties[at].to, 0);
  }
  for (const node of near.keys()) {
    for (const tie of tiesOf[node]) if (near.has(otherEnd(tie, node))) drawn.add(tie.at);
  }
  return { near, lines: drawn };
}

/**
 * The ties of a way with the fewest ties, breadth first.
 * @param {Tie[][]} tiesOf
 * @param {number} from
 * @param {number} to
 * @param {(tie: Tie) => boolean} isOpen
 * @returns {Tie[] | null} Null where there is no way.
 */
export function shortestWay(tiesOf, from, to, isOpen) {
  /** @type {Map<number, { tie: Tie, node: number } | null>} */
  const cameFrom = new Map([[from, null]]);
  for (const node of cameFrom.keys()) {
    for (const tie of tiesOf[node]) {
      const other = otherEnd(tie, node);
      if (!isOpen(tie) || cameFrom.has(other)) continue;
      cameFrom.set(other, { tie, node });
      if (other === to) return wayBack(cameFrom, to);
    }
  }
  return null;
}

/**
 * @param {Map<number, { tie: Tie, node: number } | null>} cameFrom
 * @param {number} to
 * @returns {Tie[]}
 */
function wayBack(cameFrom, to) {
  /** @type {Tie[]} */
  const way = [];
  for (let step = cameFrom.get(to); step; step = cameFrom.get(step.node)) way.unshift(step.tie);
  return way;
}
