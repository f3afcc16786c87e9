// Groups behind the nodes: a soft ground for those who have much to do with each other, as the layout puts them together.
import { convexHull, gatheredPoints } from "../core/geometry.js";
import { island, nodes } from "../base/data.js";
import { state } from "../base/state.js";
import { shown } from "./filter.js";
import { attention } from "./focus.js";
import { palette } from "./looks.js";
import { places } from "./places.js";
/** @import { Point, Tie } from "../core/types.d.ts" */

/** How far the ground reaches beyond the marks. */
const REACH = 24;

const groundOf = new Int32Array(nodes.length).fill(-1);
island.grounds.forEach((group, at) => {
  for (const node of group.of) groundOf[node] = at;
});

/**
 * Whether a tie leads from one group to another.
 * @param {Tie} tie
 * @returns {boolean}
 */
export const isAcross = (tie) => groundOf[tie.from] !== groundOf[tie.to];

const leading = new Set(island.grounds.map((group) => group.name));

/**
 * Whether a node names its group now: the best tied of each group does while nothing is looked at.
 * @param {number} node
 * @returns {boolean}
 */
export const namesGroup = (node) => attention.focus === null && !state.off.grounds && leading.has(node) && shown[node];

/** @type {Point[][]} */
let outlines = [];

/** Draw up the outlines anew, after nodes were moved, shown or hidden. */
export function refreshGrounds() {
  outlines = island.grounds
    .map(({ of }) =>
      gatheredPoints(
        of.filter((node) => shown[node]).map((node) => places[node]),
        2 * REACH,
      ),
    )
    .map((points) => convexHull(points))
    .filter((corners) => corners.length > 2);
}

/**
 * Paint the grounds; none while something is looked at.
 * @param {CanvasRenderingContext2D} ctx
 */
export function paintGrounds(ctx) {
  if (attention.focus !== null || state.off.grounds) return;
  ctx.lineJoin = "round";
  ctx.setLineDash([]);
  for (const corners of outlines) {
    paintGround(ctx, corners, palette.canvas, REACH * 2 + 6);
    paintGround(ctx, corners, palette.ground, REACH * 2);
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Point[]} corners
 * @param {string} color
 * @param {number} width
 */
function paintGround(ctx, corners, color, width) {
  ctx.beginPath();
  corners.forEach(({ x, y }, at) => (at ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.closePath();
  ctx.lineWidth = width;
  ctx.strokeStyle = ctx.fillStyle = color;
  ctx.stroke();
  ctx.fill();
}
