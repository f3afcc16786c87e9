// Ways of looking at the same data: the map on its stage, and every view that draws itself into `#view`.
import { island } from "../base/data.js";
import { phone } from "../base/device.js";
import { elementOf, fill, findOne, focusedIn, make, stage, viewRoot } from "../base/dom.js";
import { addIcons, icon } from "../base/icons.js";
import { change, keep, state, watch } from "../base/state.js";
import { t } from "../base/words.js";

/**
 * A view, as a module of `views/` hands it to `addView`.
 * @typedef {object} View
 * @property {string} name Its title is the page's text of this name.
 * @property {string} [icon] Path in a square of 16.
 * @property {number} order Its place in the bar.
 * @property {() => boolean} has Whether the map has anything to show in it.
 * @property {string} keys Keys of the state; when one of them changes, the view is drawn again.
 * @property {(root: HTMLElement) => void} show Draws it, or draws it again.
 * @property {(node: number) => boolean} [holds] Whether a node can be chosen without leaving the view.
 * @property {boolean} [lights] Whether it lights the evidence of a finding.
 */

/** @type {View[]} */
export const views = [{ name: "map", order: 0, has: () => true, keys: "", show: () => {}, holds: () => true }];

/**
 * Add a view, if the map has anything to show in it.
 * @param {View} view
 */
export function addView(view) {
  if (!view.has()) return;
  if (view.icon) addIcons({ [view.name]: view.icon });
  views.push(view);
}

/**
 * The view of a name, or the first one.
 * @param {string} name
 * @returns {View}
 */
export const viewNamed = (name) => views.find((view) => view.name === name) || views[0];

/** The view that is shown. */
export const currentView = () => viewNamed(state.view);

/**
 * Whether a node can be chosen without leaving the view that is shown.
 * @param {number} node
 * @returns {boolean}
 */
export const isHeld = (node) => currentView().holds?.(node) ?? false;

/**
 * The name of a view, or the map where Python found nothing for it. Views that add themselves later count too.
 * @param {string} name
 * @returns {string}
 */
export const viewOrMap = (name) => (name in island.views && !island.views[name] ? "map" : name);

/**
 * On a phone a link to a view shows that view, and not the overview on top of it.
 * @param {string} view
 */
const viewAlone = (view) => (phone.matches && state.sheet === "overview" ? { view, sheet: "none" } : { view });

keep(
  "view",
  () => (state.view === views[0].name ? null : state.view),
  (text) => (views.some(({ name }) => name === text) ? viewAlone(text) : null),
);

/** Put the views in the order of the look, which leaves out the others; else in their own. */
export function arrangeViews() {
  /** @param {View} view */
  const placeOf = (view) => (island.order.length ? island.order.indexOf(view.name) : view.order);
  const wanted = views.filter(({ name }) => !island.order.length || island.order.includes(name));
  if (wanted.length) views.splice(0, views.length, ...wanted.sort((a, b) => placeOf(a) - placeOf(b)));
  state.view = views[0].name;
}

let drawn = "map";
/** Draw the view that is chosen. */
export function showView() {
  const view = currentView();
  stage.hidden = view.name !== "map";
  viewRoot.hidden = !stage.hidden;
  if (drawn !== view.name) {
    viewRoot.replaceChildren();
    viewRoot.scrollTo(0, 0);
  }
  drawn = view.name;
  document.body.dataset.view = view.name;
  viewRoot.dataset.view = view.name;
  viewRoot.setAttribute("aria-label", t(view.name));
  view.show(viewRoot);
}

const bar = elementOf("views");

function showBar() {
  const focused = focusedIn(bar)?.dataset.view;
  bar.setAttribute("aria-label", t("view"));
  fill(
    bar,
    views.map(({ name }) =>
      make(
        "button",
        {
          type: "button",
          "data-view": name,
          "aria-current": state.view === name ? "page" : null,
          onclick: () => change(phone.matches ? { view: name, sheet: "none" } : { view: name }),
        },
        icon(name),
        make("span", null, t(name)),
      ),
    ),
  );
  const current = /** @type {HTMLElement | null} */ (bar.querySelector("[aria-current]"));
  if (current && bar.scrollWidth > bar.clientWidth) {
    bar.scrollLeft = current.offsetLeft - (bar.clientWidth - current.offsetWidth) / 2;
  }
  if (focused) findOne(`[data-view="${focused}"]`, bar).focus({ preventScroll: true });
}

/** @type {(() => void)[]} */
const starters = [];

/**
 * Do something once the page follows what is chosen, after everything that a change of the filter needs.
 * @param {() => void} act
 */
export const onStart = (act) => starters.push(act);

/** From now on the bar and the views follow what is chosen. */
export function startViews() {
  watch("language view", showBar);
  for (const view of views) {
    watch(`language view theme ${view.keys}`, () => {
      if (currentView() === view) showView();
    });
  }
  for (const act of starters) act();
}
