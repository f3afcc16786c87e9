// The side panel: it shows one sheet at a time, by name.
import { fill, find, findOne, focusedIn, make, panel, stage } from "../base/dom.js";
import { iconButton } from "../base/icons.js";
import { clearSelection } from "../base/selection.js";
import { state } from "../base/state.js";
import { t } from "../base/words.js";
/** @import { Child } from "../base/types.d.ts" */

/** @type {Record<string, () => Child>} */
const sheets = {};

/**
 * Add a sheet. It is shown while `state.sheet` is its name.
 * @param {string} name
 * @param {() => Child} content What it shows; null: nothing, and the panel is closed.
 */
export function addSheet(name, content) {
  sheets[name] = content;
}

/**
 * The head of a sheet: mark, title, a number beside it, and the button that closes the panel.
 * @param {string} title
 * @param {string} count
 * @param {Child} mark
 * @returns {HTMLElement}
 */
export const sheetHead = (title, count = "", mark = null) =>
  make(
    "div",
    { class: "head" },
    mark,
    make("h2", { tabindex: "-1" }, title),
    count ? make("span", { class: "count" }, count) : null,
    iconButton("close", t("close"), { class: "tool shut", onclick: closePanel }),
  );

/** Close the panel; the keys go to the map. */
export function closePanel() {
  clearSelection();
  stage.focus({ preventScroll: true });
}

/**
 * A paragraph in the quiet colour.
 * @param {...Child} text
 * @returns {HTMLElement}
 */
export const muted = (...text) => make("p", { class: "muted" }, ...text);

/**
 * A button that looks like a link.
 * @param {string} text
 * @param {() => void} act
 * @returns {HTMLElement}
 */
export const linkButton = (text, act) => make("button", { type: "button", class: "link", onclick: act }, text);

let shownKey = "";
/** Draw the sheet that is chosen. The reader stays where he is: the scroll, and the focus on the same thing. */
export function showPanel() {
  const content = sheets[state.sheet]?.() ?? null;
  const key = `${state.sheet}|${state.selected}|${state.tie}`;
  const focused = focusedIn(panel);
  const focusedAt = focused?.dataset.at;
  const top = key === shownKey ? panel.scrollTop : 0;
  panel.hidden = !content;
  document.body.dataset.sheet = state.sheet;
  if (!content) {
    shownKey = "";
    panel.replaceChildren();
    return;
  }
  fill(panel, content);
  const title = findOne("h2", panel);
  panel.setAttribute("aria-label", title.textContent ?? "");
  panel.scrollTop = top;
  shownKey = key;
  find(".cards [aria-expanded=true]", panel)?.scrollIntoView({ block: "nearest" });
  const again = focusedAt === undefined ? null : find(`[data-at="${focusedAt}"]`, panel);
  if (again) again.focus({ preventScroll: true });
  else if (focused) title.focus({ preventScroll: true });
}
