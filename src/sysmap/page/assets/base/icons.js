// Icons, and the marks of kinds and ties: small pictures of 16 pixels.
import { SHAPES } from "../core/shapes.js";
import { make, makeSvg } from "./dom.js";
/** @import { Attributes } from "./types.d.ts" */
/** @import { Stroke } from "../core/types.d.ts" */

/** @type {Record<string, string>} Name -> the path of its lines. */
const ICONS = {
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4 14 14",
  close: "M4 4l8 8M12 4l-8 8",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  save: "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
  print: "M4.5 6V2.5h7V6M4.5 11.5h-2v-5h11v5h-2M4.5 9.5h7v4h-7z",
  sun: "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1",
  moon: "M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z",
  device: "M2 3h12v8H2zM6 13.5h4M8 11v2.5",
  overview: "M3 4h10M3 8h10M3 12h6",
  legend: "M2.5 4.5h3M2.5 8h3M2.5 11.5h3M8 4.5h5.5M8 8h5.5M8 11.5h5.5",
  findings: "M8 2.2 14 13H2zM8 6.5v3M8 11.2v.3",
  map: "M5 4.5a1.5 1.5 0 1 0-3 0 1.5 1.5 0 0 0 3 0zM14 6a1.5 1.5 0 1 0-3 0 1.5 1.5 0 0 0 3 0zM8.5 12a1.5 1.5 0 1 0-3 0 1.5 1.5 0 0 0 3 0zM5 4.8l6 1M4 5.9l2.3 4.8M8.1 10.9l3-3.6",
  up: "M8 13V3.5M4 7l4-4 4 4",
  down: "M8 3v9.5M4 9l4 4 4-4",
  check: "M3.500 8.5 6.5 11.5 12.5 5",
  cross: "M4.500 4.500l7 7M11.500 4.500l-7 7",
};

/**
 * Icons that a view brings with it.
 * @param {Record<string, string>} icons Name -> path in a square of 16.
 */
export const addIcons = (icons) => Object.assign(ICONS, icons);

/**
 * A square picture that says nothing to a screen reader.
 * @param {number} size
 * @param {...[tag: keyof SVGElementTagNameMap, attributes: Attributes]} shapes
 * @returns {SVGSVGElement}
 */
export const picture = (size, ...shapes) =>
  makeSvg(
    "svg",
    { viewBox: `0 0 ${size} ${size}`, width: size, height: size, "aria-hidden": "true" },
    shapes.map(([tag, attributes]) => makeSvg(tag, attributes)),
  );

/**
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export const icon = (name) => picture(16, ["path", { d: ICONS[name], class: "icon" }]);

/**
 * A button that shows an icon; its label is read out and shown as a tip.
 * @param {string} name
 * @param {string} label
 * @param {Attributes} attributes
 * @returns {HTMLButtonElement}
 */
export const iconButton = (name, label, attributes) =>
  make("button", { type: "button", class: "tool", "aria-label": label, title: label, ...attributes }, icon(name));

/**
 * A shape, in a picture of its own or anywhere in another: its element and attributes.
 * @param {string} shape
 * @param {readonly number[]} middle
 * @param {number} radius
 * @param {Attributes["style"]} style
 * @param {(value: number) => number | string} [written] How coordinates are written.
 * @returns {[tag: "circle" | "polygon", attributes: Attributes]}
 */
export function shapeAt(shape, [x, y], radius, style, written = (value) => value) {
  const corners = SHAPES[shape];
  if (!corners) return ["circle", { cx: x, cy: y, r: radius, style }];
  const points = corners.map(([dx, dy]) => `${written(x + dx * radius)},${written(y + dy * radius)}`);
  return ["polygon", { points: points.join(" "), style }];
}

/**
 * The shape of a kind in a colour.
 * @param {string} shape
 * @param {string} color
 * @returns {SVGSVGElement}
 */
export const shapeIcon = (shape, color) => picture(16, shapeAt(shape, [8, 8], 5.5, { fill: color }));

/** @type {(y: number, color: string) => [keyof SVGElementTagNameMap, Attributes][]} */
const arrow = (y, color) => [
  ["line", { x1: 1, y1: y, x2: 11.5, y2: y, style: { stroke: `var(--${color})`, "stroke-width": 1.4 } }],
  ["polygon", { points: `15,${y} 11,${y - 2.4} 11,${y + 2.4}`, style: { fill: `var(--${color})` } }],
];

/**
 * How a type of ties is drawn; ties with a sign are drawn in one colour for each sign.
 * @param {Stroke} type
 * @returns {SVGSVGElement}
 */
export function strokeIcon(type) {
  if (type.polarity !== undefined) return picture(16, ...arrow(4.5, "plus"), ...arrow(11.5, "minus"));
  const color = `var(--${type.color})`;
  const style = {
    stroke: color,
    "stroke-width": Math.max(1.4, type.width),
    "stroke-dasharray": type.dash.join(" ") || "none",
  };
  /** @type {[keyof SVGElementTagNameMap, Attributes][]} */
  const shapes = [["line", { x1: 1, y1: 8, x2: type.directed ? 11.5 : 15, y2: 8, style }]];
  if (type.directed) shapes.push(["polygon", { points: "15,8 10.5,5.4 10.5,10.6", style: { fill: color } }]);
  return picture(16, ...shapes);
}

/**
 * A disc of a colour, by the name of the colour.
 * @param {string} color
 * @returns {HTMLElement}
 */
export const swatch = (color) => make("span", { class: "swatch", style: { background: `var(--${color})` } });
