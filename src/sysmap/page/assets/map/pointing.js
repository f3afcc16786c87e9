// What the pointer and the keys do on the map, and the tip beside the pointer.
import { distanceToLine, nearestTowards } from "../core/geometry.js";
import { kindOf, nodes, ties, tiesOf } from "../base/data.js";
import { elementOf, hasModifier, stage } from "../base/dom.js";
import { clearSelection, select, selectTie } from "../base/selection.js";
import { state } from "../base/state.js";
import { integer, say, sentence, t } from "../base/words.js";
import { isTieLit, isTieShown, shown, shownNodes } from "./filter.js";
import { fitAll, keepInSight, zoomBy } from "./fit.js";
import { attention } from "./focus.js";
import { GHOSTS } from "./ghosts.js";
import { refreshGrounds } from "./grounds.js";
import { weightiestNode } from "./labels.js";
import { endsOf, places } from "./places.js";
import { hoverNode, network, onStageBuilt } from "./stage.js";
/** @import { Point } from "../core/types.d.ts" */

/** How many pixels beside a line one may point. */
const REACH = 6;

const tip = elementOf("tip");

/**
 * Show a text beside the pointer; an empty text hides it.
 * @param {string} text
 * @param {number} x
 * @param {number} y
 */
export function showTip(text, x = 0, y = 0) {
  tip.hidden = !text;
  if (!text) return;
  tip.textContent = text;
  tip.style.left = `${Math.min(x + 14, innerWidth - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.min(y + 16, innerHeight - tip.offsetHeight - 8)}px`;
}

/** @typedef {{ text: () => string, choose: () => void }} Line A tie, a gap or a suggestion that is pointed at. */

/**
 * The line nearest to a point of the stage; of lines just as near, the first.
 * @param {Point} point
 * @returns {Line | null}
 */
function lineAt(point) {
  if (!network) return null;
  const at = network.DOMtoCanvas(point);
  const unit = 1 / network.getScale();
  const { focus } = attention;
  /** @type {Line | null} */
  let nearest = null;
  let least = REACH * unit;
  /** @param {readonly number[]} ends */
  const isNearer = (ends) => {
    const distance = distanceToLine(at, ends);
    if (distance >= least) return false;
    least = distance;
    return true;
  };
  for (const tie of ties) {
    if (focus ? !focus.lines.has(tie.at) || !isTieLit(tie) : !isTieShown(tie)) continue;
    if (isNearer(endsOf(tie, unit))) nearest = { text: () => sentence(tie), choose: () => selectTie(tie.at) };
  }
  for (const { pairs, isDrawn, tip: textOf, choose } of GHOSTS) {
    pairs.forEach(({ s, t: other }, number) => {
      if (!isDrawn(number) || !shown[s] || !shown[other]) return;
      if (isNearer([places[s].x, places[s].y, places[other].x, places[other].y])) {
        nearest = { text: () => textOf(number), choose: () => choose(number) };
      }
    });
  }
  return nearest;
}

/**
 * @param {number | undefined} node
 * @param {Point} point
 */
function clickStage(node, point) {
  if (node !== undefined) {
    select(node);
    return;
  }
  const line = lineAt(point);
  if (line) line.choose();
  else clearSelection();
}

let isPointing = false;
/** @param {PointerEvent} event */
function pointAt(event) {
  if (isPointing || event.pointerType === "touch") return;
  isPointing = true;
  requestAnimationFrame(() => {
    isPointing = false;
    showTip(event.buttons ? "" : textAt(event), event.clientX, event.clientY);
  });
}

/** @param {PointerEvent} event */
function textAt(event) {
  if (attention.hovered !== null) return tipOfNode(attention.hovered);
  const corner = stage.getBoundingClientRect();
  const line = lineAt({ x: event.clientX - corner.left, y: event.clientY - corner.top });
  return line ? line.text() : "";
}

/** @param {number} node */
const tipOfNode = (node) =>
  `${nodes[node].label}\n${say(kindOf(node).title)} · ${t("tie_count")}: ${integer(tiesOf[node].length)}`;

/** @type {Record<string, [number, number]>} Arrow keys and the way they lead. */
export const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Arrow keys go to the next node in that direction; plus and minus zoom; 0 shows everything.
 * @param {KeyboardEvent} event
 */
function steerStage(event) {
  if (hasModifier(event)) return;
  if (ARROWS[event.key]) stepTowards(ARROWS[event.key]);
  else if (event.key === "+" || event.key === "=") zoomBy(1.35);
  else if (event.key === "-") zoomBy(1 / 1.35);
  else if (event.key === "0") fitAll();
  else return;
  event.preventDefault();
}

/** @param {[number, number]} way */
function stepTowards(way) {
  if (state.selected === null) {
    const first = weightiestNode();
    if (first !== undefined) select(first);
    return;
  }
  const next = nearestTowards(way, state.selected, shownNodes(), (node) => places[node]);
  if (next === null) return;
  select(next);
  keepInSight(next);
}

onStageBuilt((built) => {
  built.on("click", ({ nodes: [node], pointer }) => clickStage(node, pointer.DOM));
  built.on("hoverNode", ({ node }) => hoverNode(node));
  built.on("blurNode", () => hoverNode(null));
  built.on("dragging", ({ nodes: dragged }) => {
    if (!dragged.length) return;
    for (const [node, place] of Object.entries(built.getPositions(dragged))) places[Number(node)] = place;
    refreshGrounds();
  });
  stage.addEventListener("keydown", steerStage);
  stage.addEventListener("pointermove", pointAt);
  stage.addEventListener("pointerleave", () => showTip(""));
});
