// Counting the members and ties of groups, and placing a disc for each: nothing here needs the page.
/** @import { Model, Point } from "../../core/types.d.ts" */

/** @typedef {Point & { r: number }} Disc */

/**
 * A group: how many members of each kind it has and how many ties, as far as the legend lets them through.
 * @typedef {object} Group
 * @property {number} at Its number.
 * @property {number[]} kinds
 * @property {number} size
 * @property {number} inside Ties within it.
 * @property {number} outside Ties to other groups.
 * @property {number} x Sum of its members' places.
 * @property {number} y
 * @property {number} all Members, shown or not.
 */

/**
 * The groups, and the number of ties between two of them by `lower * count + higher`.
 * @param {Pick<Model, "nodes" | "ties" | "kinds">} model
 * @param {number[]} groupOf The group of each node.
 * @param {number} count
 * @param {{ hasKind: (kind: number) => boolean, hasType: (type: number) => boolean }} legend What it lets through.
 * @returns {{ groups: Group[], between: Map<number, number> }}
 */
export function countGroups({ nodes, ties, kinds }, groupOf, count, { hasKind, hasType }) {
  /** @type {Group[]} */
  const groups = Array.from({ length: count }, (_, at) => ({
    at,
    kinds: new Array(kinds.length).fill(0),
    size: 0,
    inside: 0,
    outside: 0,
    x: 0,
    y: 0,
    all: 0,
  }));
  for (const node of nodes) {
    const group = groups[groupOf[node.id]];
    group.x += node.x;
    group.y += node.y;
    group.all += 1;
    if (!hasKind(node.k)) continue;
    group.kinds[node.k] += 1;
    group.size += 1;
  }
  /** @type {Map<number, number>} */
  const between = new Map();
  for (const tie of ties) {
    if (!hasType(tie.t)) continue;
    const [one, other] = [groupOf[tie.from], groupOf[tie.to]];
    if (one === other) {
      groups[one].inside += 1;
      continue;
    }
    groups[one].outside += 1;
    groups[other].outside += 1;
    const key = Math.min(one, other) * count + Math.max(one, other);
    between.set(key, (between.get(key) ?? 0) + 1);
  }
  return { groups, between };
}

const ROUNDS = 300;
const SMALLEST = 9;
/** Room between two discs: for a name of each. */
const ROOM = 40;

/**
 * Discs where the groups' members lie on the map, pushed apart until none overlap.
 * @param {Group[]} groups
 * @param {{ wide: number, high: number }} pane
 * @returns {Disc[]}
 */
export function placeGroups(groups, pane) {
  const total = groups.reduce((sum, group) => sum + group.all, 0);
  const unit = Math.sqrt((0.24 * pane.wide * pane.high) / Math.PI / total);
  const xs = spreadOver(
    groups.map((group) => group.x / group.all),
    pane.wide,
  );
  const ys = spreadOver(
    groups.map((group) => group.y / group.all),
    pane.high,
  );
  const discs = groups.map((group, at) => ({
    x: xs[at],
    y: ys[at],
    r: Math.max(SMALLEST, unit * Math.sqrt(group.all)),
  }));
  for (let round = 0; round < ROUNDS; round += 1) if (pushApart(discs) < 0.1) break;
  return discs;
}

/** Values moved and stretched so that they fill a room. @param {number[]} values @param {number} room */
function spreadOver(values, room) {
  const least = Math.min(...values);
  const range = Math.max(...values) - least || 1;
  return values.map((value) => ((value - least) / range) * room);
}

/**
 * Move discs that overlap one step apart.
 * @param {Disc[]} discs
 * @returns {number} The largest move.
 */
function pushApart(discs) {
  let largest = 0;
  for (let a = 0; a < discs.length; a += 1) {
    for (let b = a + 1; b < discs.length; b += 1) {
      const dx = discs[b].x - discs[a].x || 0.01;
      const dy = (discs[b].y - discs[a].y) * 0.8; // names stand below: more room up and down
      const away = Math.hypot(dx, dy) || 0.01;
      const push = (discs[a].r + discs[b].r + ROOM - away) / 2;
      if (push <= 0.05) continue;
      largest = Math.max(largest, push);
      for (const { disc, way } of [
        { disc: discs[a], way: -1 },
        { disc: discs[b], way: 1 },
      ]) {
        disc.x += (way * push * dx) / away;
        disc.y += (way * push * dy) / away;
      }
    }
  }
  return largest;
}

/**
 * The groups whose name is drawn: the larger first; one that would lie over a disc or another name is left out.
 * @param {Group[]} groups
 * @param {Disc[]} discs
 * @param {(at: number) => string} nameOf
 * @returns {Set<number>}
 */
export function chooseNames(groups, discs, nameOf) {
  const taken = discs.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const named = [...groups]
    .sort((a, b) => b.all - a.all)
    .filter(({ at }) => {
      const { x, y, r } = discs[at];
      const half = nameOf(at).length * 3.6;
      const box = { left: x - half, right: x + half, top: y + r + 3, bottom: y + r + 18 };
      const isHit = taken.some(
        (other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top,
      );
      if (!isHit) taken.push(box);
      return !isHit;
    });
  return new Set(named.map(({ at }) => at));
}
