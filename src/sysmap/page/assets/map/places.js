// Where nodes stand on the map, and where lines between them begin and end.
import { nodes } from "../base/data.js";
/** @import { Point, Tie } from "../core/types.d.ts" */

const LANE = 5;

/** @type {Point[]} The place of each node; it changes where one is dragged. */
export const places = nodes.map(({ x, y }) => ({ x, y }));

/**
 * The ends of the line of a tie, x and y; parallel ties stand side by side.
 * @param {Tie} tie
 * @param {number} unit
 * @returns {[number, number, number, number]}
 */
export function endsOf(tie, unit) {
  const a = places[tie.from];
  const b = places[tie.to];
  if (!tie.lane) return [a.x, a.y, b.x, b.y];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const shift = (tie.lane * Math.min(LANE, LANE * unit)) / length;
  const dx = -(b.y - a.y) * shift;
  const dy = (b.x - a.x) * shift;
  return [a.x + dx, a.y + dy, b.x + dx, b.y + dy];
}

/**
 * Draw a straight line between the places of two nodes.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} from
 * @param {number} to
 */
export function strokeBetween(ctx, from, to) {
  ctx.beginPath();
  ctx.moveTo(places[from].x, places[from].y);
  ctx.lineTo(places[to].x, places[to].y);
  ctx.stroke();
}
