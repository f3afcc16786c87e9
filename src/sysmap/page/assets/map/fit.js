// Which part of the map is seen: all of it, what is looked at, or the surroundings of a node.
import { nodes } from "../base/data.js";
import { phone } from "../base/device.js";
import { elementOf, panel, stage } from "../base/dom.js";
import { state } from "../base/state.js";
import { shownNodes } from "./filter.js";
import { attention, focusAround } from "./focus.js";
import { places } from "./places.js";
import {
  fittedScale,
  glideTo,
  network,
  onResize,
  onStageBuilt,
  refreshSize,
  setFittedScale,
  stageScale,
} from "./stage.js";

/** Pixels of the map that the sheet of the phone lies over. */
export function coveredHeight() {
  if (!phone.matches) return 0;
  return Math.max(elementOf("rail").offsetHeight, panel.offsetHeight, 0);
}

/**
 * Everything that is shown, with room for names.
 * @param {boolean} isAnimated
 */
export function fitAll(isAnimated = true) {
  const drawn = shownNodes();
  fitTo(drawn.length ? drawn : nodes.map(({ id }) => id), isAnimated, 1.25);
}

/**
 * Some nodes, in the middle and as large as the stage allows.
 * @param {number[]} members
 * @param {boolean} isAnimated
 * @param {number} largest The largest scale: one node alone is not blown up.
 */
export function fitTo(members, isAnimated, largest) {
  if (!members.length || !network) return;
  refreshSize();
  const xs = members.map((node) => places[node].x);
  const ys = members.map((node) => places[node].y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const height = stage.clientHeight - coveredHeight();
  const room = phone.matches ? 64 : 90;
  const [across, down] = [(stage.clientWidth - room) / (right - left + 40), (height - room) / (bottom - top + 40)];
  const scale = Math.max(0.02, Math.min(across, down, largest));
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 + (coveredHeight() / 2 + 8) / scale };
  if (members.length === shownNodes().length) setFittedScale(scale);
  glideTo({ position: middle, scale }, isAnimated);
}

/** The largest scale at which what is looked at is shown. */
export const focusScale = () => Math.max(fittedScale() * 1.3, 0.9);

/**
 * What is looked at, in the middle and with room around it.
 * @param {boolean} isAnimated
 */
export function showFocus(isAnimated = true) {
  const { focus } = attention;
  if (focus && focus.near.size < nodes.length) fitTo([...focus.near.keys()], isAnimated, focusScale());
}

/**
 * A node with its neighbours.
 * @param {number} node
 */
export function flyTo(node) {
  const near = [...focusAround(node, 1).near.keys()];
  fitTo(near.length > 1 ? near : [node], true, Math.max(fittedScale() * 1.6, 0.9));
}

/**
 * Come nearer or go away.
 * @param {number} factor
 */
export const zoomBy = (factor) =>
  glideTo({ scale: Math.min(4, Math.max(fittedScale() / 3, stageScale() * factor)) }, true);

/**
 * Move the map so that a node is not at its edge.
 * @param {number} node
 */
export function keepInSight(node) {
  if (!network) return;
  const { x, y } = network.canvasToDOM(places[node]);
  const isInside = x >= 40 && y >= 40 && x <= stage.clientWidth - 40 && y <= stage.clientHeight - 40;
  if (!isInside) glideTo({ position: places[node] }, true);
}

onResize(() => fitAll(false));
onStageBuilt(() => {
  refreshSize();
  if (state.selected !== null) flyTo(state.selected);
  else showFocus(false);
});
