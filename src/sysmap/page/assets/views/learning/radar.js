// The disciplines as a radar: one series a line, told apart by dash and marker as well as by colour.
import { radarPoint } from "../../core/charts.js";
import { make } from "../../base/dom.js";
import { picture, shapeAt } from "../../base/icons.js";
/** @import { Attributes } from "../../base/types.d.ts" */
/** @import { SeriesLook } from "./data.js" */

/** @typedef {SeriesLook & { values: (number | null)[] }} Series */
/** @typedef {[keyof SVGElementTagNameMap, Attributes]} Shape */

/** @param {number} value */
const twoDecimals = (value) => value.toFixed(2);

/** @param {[number, number][]} points */
const pointsText = (points) => points.map((point) => point.map(twoDecimals).join(",")).join(" ");

/** @param {number} axes @returns {Shape[]} */
function radarGround(axes) {
  const all = Array.from({ length: axes }, (_, axis) => axis);
  /** @type {Shape[]} */
  const rings = [2, 3, 4, 5].map((ring) => [
    "polygon",
    { points: pointsText(all.map((axis) => radarPoint(axis, axes, ring))), class: ring === 5 ? "ring edge" : "ring" },
  ]);
  /** @type {Shape[]} */
  const spokes = all.map((axis) => {
    const [x2, y2] = radarPoint(axis, axes, 5);
    return ["line", { x1: 50, y1: 50, x2, y2, class: "ring" }];
  });
  return [...rings, ...spokes];
}

/** @param {[number, number]} middle @param {SeriesLook} look @param {number} unit @returns {Shape} */
function marker(middle, { color, marker: { shape, hollow } }, unit) {
  const ink = `var(--${color})`;
  /** @type {Attributes["style"]} */
  const style = hollow ? { fill: "var(--surface)", stroke: ink, "stroke-width": 1.6 * unit } : { fill: ink };
  return shapeAt(shape, middle, 3.6 * unit, style, twoDecimals);
}

/** @param {SeriesLook} look @param {number} unit */
const lineStyle = ({ color, dash }, unit) => ({
  stroke: `var(--${color})`,
  "stroke-width": 2 * unit,
  "stroke-dasharray": dash.map((length) => length * unit).join(" ") || "none",
});

/** A line only between neighbours that both have a score; a face only where all have one. @param {Series} series @param {number} unit @returns {Shape[]} */
function radarSeries(series, unit) {
  const axes = series.values.length;
  const points = series.values.map((value, axis) => (value === null ? null : radarPoint(axis, axes, value)));
  const known = points.filter((point) => point !== null);
  const style = { ...lineStyle(series, unit), fill: "none", "stroke-linecap": "round" };
  /** @type {Shape[]} */
  const shapes = [];
  if (series.hasFace && known.length === axes) {
    const face = { fill: `var(--${series.color})`, "fill-opacity": 0.14 };
    shapes.push(["polygon", { points: pointsText(known), style: face }]);
  }
  points.forEach((point, axis) => {
    const next = points[(axis + 1) % axes];
    if (point && next) shapes.push(["line", { x1: point[0], y1: point[1], x2: next[0], y2: next[1], style }]);
  });
  return [...shapes, ...known.map((point) => marker(point, series, unit))];
}

/**
 * A radar of some series.
 * @param {number} size In pixels.
 * @param {Series[]} series
 * @param {string[]} labels The names of the axes.
 * @returns {HTMLElement}
 */
export function radarPicture(size, series, labels) {
  const unit = 100 / size;
  const chart = picture(100, ...radarGround(labels.length), ...series.flatMap((line) => radarSeries(line, unit)));
  chart.setAttribute("width", String(size));
  chart.setAttribute("height", String(size));
  const names = labels.map((label, axis) => {
    const [x, y] = radarPoint(axis, labels.length, 5);
    const side = Math.abs(x - 50) < 1 ? "over" : x > 50 ? "right" : "left";
    return make(
      "span",
      { class: `axis ${side}${y > 75 ? " low" : ""}`, style: { left: `${x}%`, top: `${y}%` } },
      label,
    );
  });
  const style = { width: `${size}px`, height: `${size}px` };
  return make("div", { class: "radar", "aria-hidden": "true", style }, chart, names);
}

/**
 * The line of a series as its key: the same dash and the same marker.
 * @param {SeriesLook} look
 * @returns {SVGSVGElement}
 */
export function seriesKey(look) {
  const line = { x1: -6, y1: 8, x2: 22, y2: 8, style: lineStyle(look, 1) };
  const key = picture(16, ["line", line], marker([8, 8], look, 1));
  key.setAttribute("viewBox", "-8 0 32 16");
  key.setAttribute("width", "32");
  return key;
}
