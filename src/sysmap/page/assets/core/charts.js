// Points, ticks and places of labels in charts.
import { UP } from "./shapes.js";

/** A radar in a square of 100: the centre is a score of 1, the edge one of 5. */
const RADAR = { middle: 50, reach: 46, lowest: 1, highest: 5 };

/**
 * The point of a score on one of the axes of a radar.
 * @param {number} axis
 * @param {number} axes
 * @param {number} score
 * @returns {[number, number]}
 */
export function radarPoint(axis, axes, score) {
  const angle = UP + (axis * 2 * Math.PI) / axes;
  const radius = (RADAR.reach * (score - RADAR.lowest)) / (RADAR.highest - RADAR.lowest);
  return [RADAR.middle + Math.cos(angle) * radius, RADAR.middle + Math.sin(angle) * radius];
}

/** A step of 1, 2 or 5 times a power of ten that divides a range into at most five. @param {number} range */
function niceStep(range) {
  const power = 10 ** Math.floor(Math.log10(range / 4));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => range / step <= 5) ?? range;
}

/**
 * Round numbers that span the values.
 * @param {number[]} values
 * @returns {number[]}
 */
export function ticksOf(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = niceStep(Math.max(high - low, 1e-6));
  const first = Math.floor(low / step);
  return Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, at) => (first + at) * step);
}

/** @typedef {[number, number, number, number]} Rectangle Left, top, right, bottom. */

/**
 * The place of a label beside a point: the first of four that is free; it is added to those that are taken.
 * @param {Rectangle[]} taken
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @returns {[number, number]} From the point to the label's corner.
 */
export function labelPlace(taken, x, y, width) {
  /** @type {[number, number][]} */
  const places = [
    [8, -8],
    [-8 - width, -8],
    [-width / 2, -26],
    [-width / 2, 8],
  ];
  /** @param {[number, number]} place @returns {Rectangle} */
  const boxAt = ([dx, dy]) => [x + dx, y + dy, x + dx + width, y + dy + 18];
  /** @param {Rectangle} box */
  const isFree = ([left, top, right, bottom]) =>
    left > 0 && taken.every(([l, t, r, b]) => right < l || left > r || bottom < t || top > b);
  const place = places.find((candidate) => isFree(boxAt(candidate))) ?? places[0];
  taken.push(boxAt(place), [x - 6, y - 6, x + 6, y + 6]);
  return place;
}
