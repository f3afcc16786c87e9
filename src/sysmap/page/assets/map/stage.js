// The map itself: vis-network holds the nodes, the view and the pointer; ties, shapes and names are painted by us.
import { island, nodes } from "../base/data.js";
import { stillness } from "../base/device.js";
import { nextTurn, stage } from "../base/dom.js";
import { loadVis } from "./engine.js";
import { refreshShown, shown } from "./filter.js";
import { attention, focusOfState } from "./focus.js";
import { paintGhosts } from "./ghosts.js";
import { paintGrounds, refreshGrounds } from "./grounds.js";
import { labelBudget, orderLabels, paintLabels } from "./labels.js";
import { radiusAt } from "./looks.js";
import { bundleTies, paintNode, paintTies } from "./paint.js";
import { places } from "./places.js";
/** @import { Point } from "../core/types.d.ts" */
/** @import { Network, NodeDataSet, NodeToDraw, Vis } from "./vis.d.ts" */

/** @type {Network | null} Null until the map is first looked at. */
export let network = null;
/** @type {NodeDataSet | null} */
let points = null;
/** @type {Set<number>} The nodes that vis-network holds: those that are shown. */
let held = new Set();

/** @type {((network: Network) => void)[]} */
const starters = [];

/**
 * Do something when the map has been built.
 * @param {(network: Network) => void} act
 */
export const onStageBuilt = (act) => starters.push(act);

/** @type {((ctx: CanvasRenderingContext2D, unit: number) => void)[]} */
const painters = [];

/**
 * Let a module draw below the marks.
 * @param {(ctx: CanvasRenderingContext2D, unit: number) => void} paint
 */
export const addPainter = (paint) => painters.push(paint);

/** Show the map. It is built when it is first looked at, in a turn of its own: words and legend are on the screen before. */
export async function openStage() {
  const vis = await loadVis();
  await nextTurn();
  if (!network) buildStage(vis);
  refreshSize();
  redraw();
}

/** @param {Vis} vis */
function buildStage(vis) {
  const drawn = nodes.filter(({ id }) => shown[id]).map(({ id, x, y }) => ({ id, x, y }));
  points = new vis.DataSet(drawn);
  held = new Set(drawn.map(({ id }) => id));
  const built = new vis.Network(stage, { nodes: points, edges: [] }, stageOptions());
  network = built;
  const inner = /** @type {HTMLElement} */ (stage.firstElementChild);
  inner.tabIndex = -1; // the stage itself takes the keys
  built.on("beforeDrawing", (ctx) => {
    const a = built.DOMtoCanvas({ x: 0, y: 0 });
    const b = built.DOMtoCanvas({ x: stage.clientWidth, y: stage.clientHeight });
    paintBelow(ctx, 1 / built.getScale(), { left: a.x, top: a.y, right: b.x, bottom: b.y });
  });
  built.on("afterDrawing", paintNames);
  for (const event of /** @type {const} */ (["zoom", "dragging"])) built.on(event, () => markMoving());
  new ResizeObserver(() => refreshSize()).observe(stage);
  for (const act of starters) act(built);
}

function stageOptions() {
  const options = { ...island.options, autoResize: false };
  /** @param {NodeToDraw} node */
  const ctxRenderer = ({ ctx, id, x, y }) => {
    const unit = 1 / stageScale();
    const size = radiusAt(id, unit) * 2.4;
    return { drawNode: () => paintNode(ctx, id, x, y, unit), nodeDimensions: { width: size, height: size } };
  };
  return { ...options, nodes: { ...options.nodes, ctxRenderer } };
}

/** How many pixels one unit of the map has. */
export const stageScale = () => (network ? network.getScale() : 1);

/**
 * Everything that lies below the marks.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} unit
 * @param {import("./paint.js").Frame} frame
 */
export function paintBelow(ctx, unit, frame) {
  paintGrounds(ctx);
  paintTies(ctx, unit, frame);
  for (const paint of painters) paint(ctx, unit);
  paintGhosts(ctx, unit);
}

/** @param {CanvasRenderingContext2D} ctx */
function paintNames(ctx) {
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth || 1;
  const now = ctx.getTransform();
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const view = { scale: now.a / ratio, dx: now.e / ratio, dy: now.f / ratio };
  paintLabels(ctx, view, stage.clientWidth, stage.clientHeight, labelBudget(view.scale / fittedScale()));
  ctx.restore();
}

let resting = 0;
/**
 * While the view moves, much is drawn plainly; it comes to rest a moment after.
 * @param {number} lasting Milliseconds that the movement will take.
 */
function markMoving(lasting = 0) {
  attention.moving = true;
  clearTimeout(resting);
  resting = setTimeout(() => {
    attention.moving = false;
    redraw();
  }, 160 + lasting);
}

let isRedrawing = false;
/** Draw the map anew, once in each frame of the browser. */
export function redraw() {
  if (isRedrawing || !network) return;
  isRedrawing = true;
  requestAnimationFrame(() => {
    isRedrawing = false;
    network?.redraw();
  });
}

let fitted = 1;
/** The scale at which the whole map is seen. */
export const fittedScale = () => fitted;

/** @param {number} scale */
export function setFittedScale(scale) {
  fitted = scale;
}

/** Whether the whole map is seen, as it is until somebody moves or zooms it. */
export const isFitted = () => network !== null && Math.abs(network.getScale() / fitted - 1) < 0.02;

let size = "";
/** @type {() => void} */
let fitAgain = () => {};

/**
 * What brings the whole map into view when the stage has another size.
 * @param {() => void} fit
 */
export function onResize(fit) {
  fitAgain = fit;
}

/** Take over the size of the stage. */
export function refreshSize() {
  const next = `${stage.clientWidth}x${stage.clientHeight}`;
  if (!network || next === size || !stage.clientWidth) return;
  const isFirst = size === "";
  size = next;
  network.setSize(`${stage.clientWidth}px`, `${stage.clientHeight}px`);
  network.redraw();
  if (isFirst || isFitted()) fitAgain();
}

/**
 * Move the view.
 * @param {{ position?: Point, scale?: number }} view
 * @param {boolean} isAnimated Unless the reader wants nothing to move.
 */
export function glideTo(view, isAnimated) {
  const glides = isAnimated && !stillness.matches;
  if (glides) markMoving(380);
  const animation = glides ? { duration: 380, easingFunction: "easeInOutCubic" } : false;
  network?.moveTo({ ...view, animation });
}

/** Take over what is shown, after the filter has changed. */
export function refreshStage() {
  refreshShown();
  bundleTies();
  refreshGrounds();
  if (points) {
    const gone = [...held].filter((node) => !shown[node]);
    const added = nodes.filter(({ id }) => shown[id] && !held.has(id)).map(({ id }) => id);
    points.remove(gone);
    points.add(added.map((id) => ({ id, ...places[id] })));
    for (const node of gone) held.delete(node);
    for (const node of added) held.add(node);
  }
  refreshFocus();
}

/** Take over what is looked at. */
export function refreshFocus() {
  attention.focus = focusOfState();
  stage.dataset.lit = attention.focus ? [...attention.focus.near.keys()].join(" ") : "";
  orderLabels();
  redraw();
}

/**
 * Point at a node, or at nothing.
 * @param {number | null} node
 */
export function hoverNode(node) {
  attention.hovered = node;
  orderLabels();
  redraw();
}

/**
 * Let the ties of a type stand out, or none.
 * @param {number | null} type
 */
export function hoverType(type) {
  attention.hoveredType = type;
  redraw();
}
