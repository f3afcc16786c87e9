// In which colour and how large nodes are drawn: everything the legend decides.
import { shareOf } from "../core/model.js";
import { mixColors } from "../core/colors.js";
import { facets, kindOf, kinds, measures, nodes } from "../base/data.js";
import { shapeIcon } from "../base/icons.js";
import { state } from "../base/state.js";
/** @import { Facet } from "../core/types.d.ts" */

/** How many categories have a colour of their own; further ones share `OTHER`. */
export const CATEGORIES = 8;
const OTHER = "other";
const COLOR_NAMES =
  "canvas surface text muted ground line edge accent info tie tie-strong plus minus other faint strong c1 c2 c3 c4 c5 c6 c7 c8";

/** The largest radius: neighbours never touch. */
export const ROOM = 13.8;
const SMALLEST = 6.5;
const USUAL = 9;

/** The facet that nodes are coloured by, if it is one. */
export const colorFacet = () => facets.find((facet) => facet.key === state.colorBy);
/** The measure that nodes are coloured by, if it is one. */
export const colorMeasure = () => measures.find((measure) => measure.name === state.colorBy);
/** The measure that gives nodes their size, if any does. */
export const sizeMeasure = () => measures.find((measure) => measure.name === state.sizeBy);

/**
 * The name of the colour of a value; the silent value and those past the palette are grey.
 * @param {Facet} facet
 * @param {number} value
 * @returns {string}
 */
export const valueColor = (facet, value) => (value === facet.silent || value >= CATEGORIES ? OTHER : `c${value + 1}`);

/**
 * Colours by name, as the theme has them.
 * @type {Record<string, string>}
 */
export const palette = {};

/** Read the colours of the theme that is on the page. */
export function readPalette() {
  const style = getComputedStyle(document.documentElement);
  for (const name of COLOR_NAMES.split(" ")) palette[name] = style.getPropertyValue(`--${name}`).trim();
}

/** @type {string[]} */
export const colors = new Array(nodes.length);
const radii = new Float32Array(nodes.length);

/** Decide anew the colour and the size of every node. */
export function refreshLooks() {
  for (const { id } of nodes) {
    colors[id] = colorOf(id);
    radii[id] = radiusOf(id);
  }
}

/** @param {number} node */
function colorOf(node) {
  const facet = colorFacet();
  if (facet) return facet.of[node] < 0 ? palette.other : palette[valueColor(facet, facet.of[node])];
  const measure = colorMeasure();
  if (!measure) return palette[`c${kinds[nodes[node].k].color}`];
  const share = shareOf(measure, node);
  return share === null ? palette.other : mixColors(palette.edge, palette.strong, share);
}

/** @param {number} node */
function radiusOf(node) {
  const measure = sizeMeasure();
  if (!measure) return USUAL;
  const share = shareOf(measure, node);
  return share === null ? SMALLEST + 1 : SMALLEST + (ROOM - SMALLEST) * share;
}

/**
 * The radius while nothing is zoomed.
 * @param {number} node
 * @returns {number}
 */
export const baseRadius = (node) => radii[node];

/**
 * The radius as drawn, in the map's units: it shrinks slower than the map.
 * @param {number} node
 * @param {number} unit How many of the map's units make one pixel.
 * @returns {number}
 */
export const radiusAt = (node, unit) => Math.min(ROOM, radii[node] * Math.max(1, Math.sqrt(unit)));

/**
 * The name of the colour of a node's mark outside the map.
 * @param {number} node
 * @returns {string}
 */
export function markColor(node) {
  const facet = colorFacet();
  if (!facet) return `c${kindOf(node).color}`;
  return facet.of[node] < 0 ? OTHER : valueColor(facet, facet.of[node]);
}

/**
 * The mark of a node: its shape in its colour.
 * @param {number} node
 * @returns {SVGSVGElement}
 */
export const nodeMark = (node) => shapeIcon(nodes[node].shape, `var(--${markColor(node)})`);
