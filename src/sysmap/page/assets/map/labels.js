// Names on the map: always 13 px, the weightiest first, none over another.
import { TakenBoxes } from "../core/label-boxes.js";
import { labelLines } from "../core/texts.js";
import { nodes, tiesOf } from "../base/data.js";
import { state } from "../base/state.js";
import { shown } from "./filter.js";
import { attention } from "./focus.js";
import { namesGroup } from "./grounds.js";
import { baseRadius, palette, radiusAt } from "./looks.js";
import { isIdle } from "./paint.js";
import { places } from "./places.js";

/** @typedef {{ scale: number, dx: number, dy: number }} MapView How the map's units become pixels: x * scale + dx. */

export const FONT = "13px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const BOLD = FONT.replace("13px", "650 13px");
const LINE = 15;
/** Up to so many nodes all names are drawn that find room. */
const FEW = 300;
/** Of more nodes, so many names are drawn while nothing is zoomed. */
const AT_REST = 40;
/** Up to so many nodes names do not lie over marks. */
const MARKED = 2000;

const lines = nodes.map((node) => labelLines(node.label));
/** @type {Map<string, number>} */
const widths = new Map();

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {string} font
 * @returns {number}
 */
function widthOf(ctx, text, font) {
  const key = font + text;
  let width = widths.get(key);
  if (width === undefined) {
    ctx.font = font;
    width = ctx.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** @type {number[]} The nodes whose names may be drawn, the weightiest first. */
let order = [];

/** The node whose name weighs most; undefined where none is shown. */
export const weightiestNode = () => order[0];

/** @param {number} node */
function weightOf(node) {
  const { focus, hovered } = attention;
  const distance = focus?.near.get(node);
  return (
    (state.selected === node ? 4e6 : 0) +
    (hovered === node ? 5e6 : 0) +
    (distance === undefined ? 0 : 2e6 - 1e5 * distance) +
    baseRadius(node) * 100 -
    (isIdle(node) ? 1e5 : 0) +
    (namesGroup(node) ? 1e5 : 0) +
    tiesOf[node].length * 25 -
    nodes[node].k * 10
  );
}

/** Decide anew which names come first. */
export function orderLabels() {
  const { focus, hovered } = attention;
  const weights = nodes.map(({ id }) => weightOf(id));
  order = nodes
    .map(({ id }) => id)
    .filter((node) => shown[node] && (focus === null || focus.near.has(node) || node === hovered))
    .sort((a, b) => weights[b] - weights[a] || a - b);
}

/**
 * How many names are drawn at once: more as one comes nearer.
 * @param {number} zoomed How much nearer one is than when the whole map is seen.
 * @returns {number}
 */
export const labelBudget = (zoomed) =>
  nodes.length <= FEW || attention.focus ? Infinity : AT_REST * Math.max(1, zoomed * zoomed);

/**
 * Paint the names that find room: below the node, else above, else beside it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {MapView} view
 * @param {number} width
 * @param {number} height
 * @param {number} budget The most names that are drawn.
 */
export function paintLabels(ctx, view, width, height, budget) {
  const taken = new TakenBoxes();
  takeMarks(taken, view, width, height);
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  let left = budget;
  for (const node of order) {
    if (left <= 0) break;
    const at = places[node].x * view.scale + view.dx;
    const y = places[node].y * view.scale + view.dy;
    if (at < 0 || y < -10 || at > width || y > height + 10) continue;
    const half = halfWidth(ctx, node);
    const x = Math.min(Math.max(at, half + 2), width - half - 2);
    const spot = labelSpot(ctx, node, { x, y, radius: radiusAt(node, 1 / view.scale) * view.scale }, taken, width);
    if (!spot) continue;
    left -= 1;
    paintLabel(ctx, node, spot);
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} node
 * @param {number[]} spot
 */
function paintLabel(ctx, node, [x, y]) {
  ctx.font = namesGroup(node) ? BOLD : FONT;
  ctx.strokeStyle = palette.canvas;
  const isFar = (attention.focus?.near.get(node) ?? 0) > 0;
  ctx.fillStyle = isFar ? palette.muted : palette.text;
  lines[node].forEach((line, at) => {
    ctx.strokeText(line, x, y + at * LINE);
    ctx.fillText(line, x, y + at * LINE);
  });
}

/**
 * Names do not lie over marks, but in a crowd of thousands.
 * @param {TakenBoxes} taken
 * @param {MapView} view
 * @param {number} width
 * @param {number} height
 */
function takeMarks(taken, view, width, height) {
  if (nodes.length > MARKED) return;
  for (const node of attention.focus ? attention.focus.near.keys() : order) {
    const x = places[node].x * view.scale + view.dx;
    const y = places[node].y * view.scale + view.dy;
    if (!shown[node] || x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
    const radius = radiusAt(node, 1 / view.scale) * view.scale * 0.9;
    taken.put({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, mark: true });
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} node
 */
const halfWidth = (ctx, node) =>
  Math.max(...lines[node].map((line) => widthOf(ctx, line, namesGroup(node) ? BOLD : FONT))) / 2 + 3;

/**
 * The first spot that is free. The name of a group, of what is chosen or pointed at is never missing.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} node
 * @param {{ x: number, y: number, radius: number }} mark
 * @param {TakenBoxes} taken
 * @param {number} width
 * @returns {[number, number] | null}
 */
function labelSpot(ctx, node, { x, y, radius }, taken, width) {
  const half = halfWidth(ctx, node);
  const high = lines[node].length * LINE;
  const [below, above] = [y + radius, y - radius - high];
  /** @type {[number, number][]} */
  const spots = [
    [0, below + 3],
    [0, above - 3],
    [half + radius + 2, y - high / 2],
    [half * 0.7, below + 1],
    [half * 0.7, above - 1],
    [-(half + radius + 2), y - high / 2],
    [-half * 0.7, below + 1],
    [-half * 0.7, above - 1],
  ];
  /** @param {[number, number]} spot */
  const boxAt = ([aside, top]) => ({ left: x + aside - half, right: x + aside + half, top, bottom: top + high });
  for (const [aside, top] of spots) {
    if (x + aside < half || x + aside > width - half) continue;
    if (taken.try(boxAt([aside, top]))) return [x + aside, top + 12];
  }
  if (namesGroup(node)) {
    for (const [aside, top] of spots) if (taken.try(boxAt([aside, top]), true)) return [x + aside, top + 12];
  }
  return node === state.selected || node === attention.hovered ? [x, y + radius + 15] : null;
}
