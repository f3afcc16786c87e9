// What the boards share: drawing again leaves the reader in place, with the scroll, the focus, and what was opened.
import { fill, focusedIn } from "../base/dom.js";
import { state } from "../base/state.js";
/** @import { Child } from "../base/types.d.ts" */

/** @type {number | null} */
let chosenBefore = null;

/**
 * What can have the focus, in order.
 * @param {HTMLElement} root
 * @returns {HTMLElement[]}
 */
const focusable = (root) =>
  [...root.querySelectorAll("button, summary, [tabindex]")].map((element) => /** @type {HTMLElement} */ (element));

/**
 * Draw a board again. What was newly chosen comes into sight.
 * @param {HTMLElement} root
 * @param {Child} content
 */
export function redrawBoard(root, content) {
  const focused = focusedIn(root);
  const focusedAt = focused ? focusable(root).indexOf(focused) : -1;
  const wasOpen = [...root.querySelectorAll("details")].map((details) => details.open);
  const isNew = !root.firstChild;
  const { scrollTop } = root;
  fill(root, content);
  root.querySelectorAll("details").forEach((details, at) => {
    details.open = Boolean(wasOpen[at]) || details.querySelector("[aria-current]") !== null;
  });
  root.scrollTo(0, scrollTop);
  if (focusedAt >= 0) focusable(root)[focusedAt]?.focus({ preventScroll: true });
  const isChosenNew = state.selected !== chosenBefore || isNew;
  chosenBefore = state.selected;
  if (isChosenNew && focusedAt < 0) root.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

/**
 * Draw a view again and keep the focus on the element with the same `data-` value.
 * @param {HTMLElement} root
 * @param {string} name Of the data attribute.
 * @param {() => void} draw
 */
export function keepFocus(root, name, draw) {
  const value = focusedIn(root)?.dataset[name];
  draw();
  if (value === undefined) return;
  const again = [...root.querySelectorAll(`[data-${name}]`)].map((element) => /** @type {HTMLElement} */ (element));
  again.find((element) => element.dataset[name] === value)?.focus({ preventScroll: true });
}
