// Points in the plane: hulls, gathered groups, and the next one in a direction.
/** @import { Point } from "./types.d.ts" */

/**
 * The convex hull, by Andrew's monotone chain; fewer than three points are given back as they are.
 * @template {Point} P
 * @param {P[]} points
 * @returns {P[]}
 */
export function convexHull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

/**
 * One half of the hull of sorted points, without its last point.
 * @template {Point} P
 * @param {P[]} sorted
 * @returns {P[]}
 */
function halfHull(sorted) {
  /** @param {P} o @param {P} a @param {P} b */
  const turn = (o, a, b) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  /** @type {P[]} */
  const chain = [];
  for (const point of sorted) {
    while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
    chain.push(point);
  }
  chain.pop();
  return chain;
}

/**
 * The points that lie near their common middle. One that strayed far (a place kept from another build) is left out.
 * @template {Point} P
 * @param {P[]} points
 * @param {number} room How far the points may always lie apart.
 * @returns {P[]} Empty for fewer than three points.
 */
export function gatheredPoints(points, room) {
  if (points.length < 3) return [];
  const half = points.length >> 1;
  /** @param {"x" | "y"} axis */
  const median = (axis) => points.map((point) => point[axis]).sort((a, b) => a - b)[half];
  const [x, y] = [median("x"), median("y")];
  const distances = points.map((point) => Math.hypot(point.x - x, point.y - y));
  const usual = [...distances].sort((a, b) => a - b)[half];
  return points.filter((_, at) => distances[at] <= 2.6 * usual + room);
}

/**
 * The nearest of some things in a direction; what lies aside counts twice.
 * @template T
 * @param {readonly number[]} direction
 * @param {T} start
 * @param {T[]} candidates
 * @param {(candidate: T) => Point} placeOf
 * @returns {T | null} Null where there is none in that direction.
 */
export function nearestTowards([dx, dy], start, candidates, placeOf) {
  const from = placeOf(start);
  let nearest = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const { x, y } = placeOf(candidate);
    const along = (x - from.x) * dx + (y - from.y) * dy;
    const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    if (candidate !== start && along > 1 && along + 2 * aside < least) {
      least = along + 2 * aside;
      nearest = candidate;
    }
  }
  return nearest;
}

/**
 * How far a point lies from a line between two points.
 * @param {Point} point
 * @param {readonly number[]} line x and y of both ends
 * @returns {number}
 */
export function distanceToLine({ x, y }, [ax, ay, bx, by]) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
  const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}
