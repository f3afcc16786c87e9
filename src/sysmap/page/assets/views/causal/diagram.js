// The causal diagram as a drawing: boxes with names, bowed arrows with their sign at the head, bars where an effect comes late.
import { nodes } from "../../base/data.js";
import { makeSvg } from "../../base/dom.js";
import { shapeAt } from "../../base/icons.js";
import { state } from "../../base/state.js";
import { markColor } from "../../map/looks.js";
import { arrowPaths, bowOf, oneDecimal } from "./arrows.js";
import {
  arrows,
  boxName,
  boxes,
  currentArrows,
  isArrowShown,
  isBoxShown,
  missingArrows,
  signOf,
  standingOf,
} from "./data.js";
/** @import { Focus } from "../../core/types.d.ts" */

const LINE = 15;

/**
 * An element of the diagram that stands for something.
 * @param {Element} part
 * @param {"box" | "arrow"} name
 * @returns {number}
 */
export const numberOf = (part, name) => Number(part.getAttribute(`data-${name}`));

/** @param {number} at @param {string | null} kind */
function drawArrow(at, kind) {
  const arrow = arrows[at];
  const { line, head, bars, width, sign } = arrowPaths(arrow, bowOf(arrow, boxes[arrow.from], boxes[arrow.to]));
  const { name, text } = signOf(arrow.sign);
  return makeSvg(
    "g",
    { class: `arrow ${name} ${kind ?? ""}`, "data-arrow": at },
    makeSvg("path", { class: "hit", d: line }),
    makeSvg("path", { class: "line", d: line, "stroke-width": oneDecimal(width) }),
    makeSvg("path", { class: "head", d: head }),
    bars ? makeSvg("path", { class: "bars", d: bars }) : null,
    signText(sign.x, sign.y, text),
  );
}

/**
 * The sign of an arrow.
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @returns {SVGTextElement}
 */
export const signText = (x, y, text) => makeSvg("text", { class: "sign", x: oneDecimal(x), y: oneDecimal(y) }, text);

/** @param {number} at */
function drawBox(at) {
  const { node, x, y, wide, high, lines } = boxes[at];
  const [left, top] = [x - wide / 2, y - high / 2];
  const color = `var(--${markColor(node)})`;
  const [tag, attributes] = shapeAt(nodes[node].shape, [left + 17, y], 5.5, { fill: color }, oneDecimal);
  const name = lines.map((line, row) => {
    const lineY = y + 4.5 + (row - (lines.length - 1) / 2) * LINE;
    return makeSvg("text", { x: oneDecimal(left + 30), y: oneDecimal(lineY) }, line);
  });
  const frame = { x: oneDecimal(left), y: oneDecimal(top), width: wide, height: high, rx: 8, style: { stroke: color } };
  return makeSvg(
    "g",
    { class: "box", "data-box": at },
    makeSvg("rect", frame),
    makeSvg(tag, attributes),
    makeSvg("g", { class: "name" }, name),
    lines.join(" ") === boxName(at) ? null : makeSvg("title", {}, boxName(at)),
  );
}

/** The arrows and boxes that are shown. */
export function drawDiagram() {
  const held = currentArrows();
  const missing = missingArrows();
  const linked = new Set([...held, ...missing].flatMap((at) => [arrows[at].from, arrows[at].to]));
  const drawn = boxes.map((_, at) => at).filter((at) => isBoxShown(at) && linked.has(at));
  return [
    makeSvg(
      "g",
      { class: "arrows" },
      missing.filter(isArrowShown).map((at) => drawArrow(at, "missing")),
      held.filter(isArrowShown).map((at) => drawArrow(at, standingOf(at))),
    ),
    makeSvg("g", { class: "boxes" }, drawn.map(drawBox)),
  ];
}

/**
 * Names that a wider font draws over their box are drawn narrower. (Each line is a text: Firefox heeds no `textLength` of a part of one.)
 * @param {SVGElement} drawing
 */
export function fitNames(drawing) {
  for (const box of drawing.querySelectorAll(".box")) {
    const room = boxes[numberOf(box, "box")].wide - 36;
    for (const line of box.querySelectorAll("text")) {
      if (line.getComputedTextLength() <= room) continue;
      line.setAttribute("textLength", String(room));
      line.setAttribute("lengthAdjust", "spacingAndGlyphs");
    }
  }
}

/**
 * What is not looked at steps back.
 * @param {SVGElement} drawing
 * @param {Focus | null} focus
 */
export function lightUp(drawing, focus) {
  drawing.classList.toggle("focused", focus !== null);
  for (const part of drawing.querySelectorAll("[data-arrow]")) {
    part.classList.toggle("near", focus !== null && focus.lines.has(numberOf(part, "arrow")));
  }
  for (const part of drawing.querySelectorAll("[data-box]")) {
    const at = numberOf(part, "box");
    part.classList.toggle("near", focus !== null && focus.near.has(at));
    part.classList.toggle("chosen", boxes[at].node === state.selected);
  }
}
