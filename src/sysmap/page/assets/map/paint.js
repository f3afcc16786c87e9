// Drawing ties and nodes on any canvas: the page's own, and the picture that is saved.
// Positions are in the map's units; `unit` is how many of them make one pixel.
import { hexColor, mixColors } from "../core/colors.js";
import { groupBy } from "../core/model.js";
import { SHAPES } from "../core/shapes.js";
import { nodes, ties, tiesOf, types } from "../base/data.js";
import { state } from "../base/state.js";
import { isTieLit, isTieShown } from "./filter.js";
import { attention } from "./focus.js";
import { isAcross } from "./grounds.js";
import { colors, palette, radiusAt } from "./looks.js";
import { endsOf } from "./places.js";
/** @import { Focus, Stroke, Tie, TieType } from "../core/types.d.ts" */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Frame The part of the map that is seen. */
/** @typedef {{ color: string, type: Stroke, unit: number, frame: Frame, alpha: number, wide: number, heads: boolean }} LineLook */

/** From so many on, ties are drawn plainly while the view moves, and without arrow heads. */
const MANY_TIES = 700;
/** From so many on, ties are not drawn at all while the view moves. */
const MOST_MOVING = 4000;
const CROWD = 400;

/** @param {Tie} tie */
function tieColor(tie) {
  const type = types[tie.t];
  const sign = type.polarity === undefined ? undefined : tie.p?.[type.polarity];
  if (sign === "+") return "plus";
  return sign === "-" ? "minus" : type.color;
}
const tieColors = ties.map(tieColor);

/**
 * The ties that are shown, by the way they are drawn; those between groups first. Each tie is a stroke of its own, in an
 * opaque colour: browsers without a graphics card draw many short paths several times faster than one long one, and
 * crossings do not darken.
 * @type {Tie[][]}
 */
export let bundles = [];
let shownCount = 0;
/** @type {boolean[]} Whether every tie of a node is hidden. */
let idle = [];

/**
 * Whether all ties of a node are hidden.
 * @param {number} node
 * @returns {boolean}
 */
export const isIdle = (node) => idle[node];

/** Collect anew the ties that are shown. */
export function bundleTies() {
  const drawn = ties.filter(isTieShown);
  const groups = groupBy(drawn, (tie) => `${tie.t}|${tieColors[tie.at]}|${isAcross(tie)}`);
  bundles = [...groups.values()].sort((a, b) => Number(isAcross(b[0])) - Number(isAcross(a[0])));
  shownCount = drawn.length;
  idle = nodes.map(({ id }) => tiesOf[id].length > 0 && !tiesOf[id].some(isTieShown));
}

const isPlain = () => attention.moving && shownCount > MANY_TIES;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Tie[]} bundle
 * @param {number} unit
 * @param {Frame} frame
 */
function strokeTies(ctx, bundle, unit, frame) {
  for (const tie of bundle) {
    const [ax, ay, bx, by] = endsOf(tie, unit);
    const isAside = (ax < frame.left && bx < frame.left) || (ax > frame.right && bx > frame.right);
    if (isAside || (ay < frame.top && by < frame.top) || (ay > frame.bottom && by > frame.bottom)) continue;
    ctx.beginPath();
    ctx.moveTo(ax, ay);
    ctx.lineTo(bx, by);
    ctx.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Tie[]} bundle
 * @param {number} unit
 */
function fillArrowHeads(ctx, bundle, unit) {
  const size = 7 * Math.min(unit, 1.6);
  ctx.beginPath();
  for (const tie of bundle) {
    const [ax, ay, bx, by] = endsOf(tie, unit);
    const length = Math.hypot(bx - ax, by - ay);
    const tip = radiusAt(tie.to, unit) + 2 * unit;
    if (length < tip + size) continue;
    const ux = (bx - ax) / length;
    const uy = (by - ay) / length;
    const x = bx - ux * tip;
    const y = by - uy * tip;
    ctx.moveTo(x, y);
    ctx.lineTo(x - ux * size - uy * size * 0.45, y - uy * size + ux * size * 0.45);
    ctx.lineTo(x - ux * size + uy * size * 0.45, y - uy * size - ux * size * 0.45);
    ctx.closePath();
  }
  ctx.fill();
}

/**
 * Paint every tie that is shown, and above them those that are looked at.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} unit
 * @param {Frame} frame
 */
export function paintTies(ctx, unit, frame) {
  if (attention.moving && shownCount > MOST_MOVING) return;
  const crowd = shownCount > 1500 ? 0.4 : shownCount > 250 ? 0.62 : 0.85;
  const { focus, hoveredType } = attention;
  for (const bundle of bundles) {
    const type = types[bundle[0].t];
    const isAsked = hoveredType === bundle[0].t;
    const isQuiet = focus !== null || (hoveredType !== null && !isAsked);
    const strength = isAcross(bundle[0]) ? crowd * 0.55 : crowd;
    const hasRoom = shownCount <= MANY_TIES && (unit < 1.1 || type.polarity !== undefined);
    strokeBundle(ctx, bundle, {
      color: tieColors[bundle[0].at],
      type,
      unit,
      frame,
      alpha: isAsked ? 1 : isQuiet ? 0.1 : strength,
      wide: isAsked ? 1 : 0,
      heads: !isQuiet && (isAsked || hasRoom),
    });
  }
  if (focus) paintFocusTies(ctx, focus, unit, frame);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Tie[]} bundle
 * @param {LineLook} look
 */
function strokeBundle(ctx, bundle, { color, type, unit, frame, alpha, wide, heads }) {
  ctx.strokeStyle = ctx.fillStyle = tonedColor(palette[color], alpha);
  ctx.lineWidth = isPlain() ? 0.99 * unit : (type.width + wide) * unit;
  ctx.setLineDash(isPlain() ? [] : type.dash.map((length) => length * unit));
  strokeTies(ctx, bundle, unit, frame);
  ctx.setLineDash([]);
  if (heads && type.directed) fillArrowHeads(ctx, bundle, unit);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Focus} focus
 * @param {number} unit
 * @param {Frame} frame
 */
function paintFocusTies(ctx, focus, unit, frame) {
  const close = [...focus.lines].map((at) => ties[at]).filter(isTieLit);
  const isCrowded = close.length > CROWD;
  for (const tie of close) {
    /** @type {TieType} */
    const type = types[tie.t];
    const alpha = isCrowded ? 0.5 : 1;
    strokeBundle(ctx, [tie], { color: tieColors[tie.at], type, unit, frame, alpha, wide: 0.4, heads: !isCrowded });
  }
}

/**
 * The outline of a shape, as a path of the canvas.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} shape
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function traceShape(ctx, shape, x, y, radius) {
  ctx.beginPath();
  const corners = SHAPES[shape];
  if (!corners) ctx.arc(x, y, radius, 0, 2 * Math.PI);
  else {
    corners.forEach(([dx, dy], at) =>
      at ? ctx.lineTo(x + dx * radius, y + dy * radius) : ctx.moveTo(x + dx * radius, y + dy * radius),
    );
    ctx.closePath();
  }
}

/** @param {number} node */
const isChosen = (node) =>
  node === state.selected ||
  (attention.focus !== null && state.selected === null && attention.focus.near.get(node) === 0);

/**
 * Paint the mark of a node, with a rim where it is chosen or pointed at.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} node
 * @param {number} x
 * @param {number} y
 * @param {number} unit
 */
export function paintNode(ctx, node, x, y, unit) {
  const { focus, hovered } = attention;
  const radius = radiusAt(node, unit);
  const { shape } = nodes[node];
  const isFar = focus !== null && !focus.near.has(node);
  const isResting = focus === null && idle[node] && node !== hovered;
  if (isChosen(node) || node === hovered) {
    traceShape(ctx, shape, x, y, radius + 4 * unit);
    ctx.fillStyle = isChosen(node) ? palette.accent : palette.edge;
    ctx.fill();
  }
  traceShape(ctx, shape, x, y, radius);
  if (!isPlain()) {
    ctx.lineJoin = "round";
    ctx.lineWidth = 2.5 * unit;
    ctx.strokeStyle = palette.canvas;
    ctx.stroke();
  }
  ctx.fillStyle = tonedColor(colors[node], isFar ? 0.22 : isResting ? 0.45 : 1);
  ctx.fill();
}

/** @type {Map<string, string>} */
const tones = new Map();

/** Forget the faded colours: the theme has changed. */
export const forgetTones = () => tones.clear();

/**
 * A colour faded into the ground; opaque, so that nothing shines through.
 * @param {string} color
 * @param {number} strength 0 is the ground, 1 the colour itself.
 * @returns {string}
 */
function tonedColor(color, strength) {
  if (strength >= 1) return color;
  const key = color + strength;
  let tone = tones.get(key);
  if (tone === undefined) {
    tone = mixColors(palette.canvas, hexColor(color), strength);
    tones.set(key, tone);
  }
  return tone;
}
