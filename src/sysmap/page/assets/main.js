// Putting it together: what is drawn when, keys for all of the page, and who is called when something changes.
import "./map/pointing.js";
import "./shell/legend.js";
// Each of these adds to the address, to the panel and to what is lit; the first that answers counts, so the order matters.
import "./panel/ways.js";
import "./panel/node.js";
import "./panel/story.js";
import "./panel/suggestions.js";
import "./panel/questions.js";
import "all-views";
import { nodes, ties } from "./base/data.js";
import { applyTheme, darkSystem, phone } from "./base/device.js";
import { elementOf, isField, make, nextTurn, panel, stage, viewRoot } from "./base/dom.js";
import { clearSelection } from "./base/selection.js";
import {
  addressText,
  change,
  readAddress,
  rememberInitialState,
  restore,
  showEverything,
  state,
  watch,
} from "./base/state.js";
import { integer, t } from "./base/words.js";
import { refreshShown } from "./map/filter.js";
import { fitAll } from "./map/fit.js";
import { attention } from "./map/focus.js";
import { refreshGrounds } from "./map/grounds.js";
import { orderLabels } from "./map/labels.js";
import { readPalette, refreshLooks } from "./map/looks.js";
import { bundleTies, forgetTones } from "./map/paint.js";
import { showTip } from "./map/pointing.js";
import { isFitted, openStage, redraw, refreshFocus, refreshStage } from "./map/stage.js";
import { showOverview } from "./panel/overview.js";
import { closePanel, showPanel } from "./panel/sheet.js";
import { showHeader, showTabs, zoomButtons } from "./shell/header.js";
import { openColorSection, showLegend } from "./shell/legend.js";
import { preparePrinting } from "./shell/print.js";
import { searchInput } from "./shell/search.js";
import { arrangeViews, showView, startViews } from "./shell/views.js";

const FOCUS_KEYS = "selected tie finding gap steps direction path seeking question suggestion sheet";
const PANEL_KEYS =
  "language sheet selected tie finding gap steps direction path seeking step question suggestion colorBy";

/** What screen readers are told in the reader's language. */
function labelPage() {
  document.documentElement.lang = state.language;
  elementOf("skip").textContent = t("skip");
  elementOf("rail").setAttribute("aria-label", t("overview"));
  const counts = { nodes: integer(nodes.length), ties: integer(ties.length) };
  stage.setAttribute("aria-label", t("canvas", counts));
  showTip("");
}

function refreshColors() {
  readPalette();
  forgetTones();
  refreshLooks();
}

function recolor() {
  applyTheme();
  refreshColors();
  orderLabels();
  redraw();
}

/** @param {KeyboardEvent} event */
function answerKey(event) {
  const isTyping = isField(event) && /** @type {HTMLInputElement} */ (event.target).type !== "checkbox";
  if (isTyping) return;
  if (event.key === "/" && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    searchInput.focus();
  }
  if (event.key === "Escape") {
    if (panel.contains(document.activeElement)) closePanel();
    else clearSelection();
  }
}

/** The empty map says so, in the middle. */
function emptyNote() {
  if (nodes.length) return [];
  const note = make("div", { class: "empty" });
  watch("language", () => note.replaceChildren(make("strong", null, t("empty")), make("span", null, t("empty_next"))));
  return [note];
}

/** On the phone a sheet covers a part of the map: as long as all of it is seen, it makes room. */
function fitBesideSheet() {
  if (phone.matches && !attention.focus && isFitted()) fitAll();
}

function watchState() {
  watch("language", labelPage);
  watch("off", refreshStage);
  watch(FOCUS_KEYS, refreshFocus);
  watch("suggestionsDrawn", redraw);
  watch("theme colorBy sizeBy", recolor);
  watch("colorBy", openColorSection);
  watch("language theme", showHeader);
  watch("language view sheet", showTabs);
  watch("language finding", showOverview);
  watch("language off suggestionsDrawn colorBy sizeBy theme", showLegend);
  watch(PANEL_KEYS, showPanel);
  startViews();
  watch("sheet", fitBesideSheet);
  watch("view", () => {
    if (state.view === "map") openStage();
  });
}

function listen() {
  darkSystem.addEventListener("change", recolor);
  addEventListener("keydown", answerKey);
  addEventListener("hashchange", () => {
    if (location.hash.slice(1) !== addressText()) restore(location.hash.slice(1));
  });
  elementOf("skip").addEventListener("click", (event) => {
    event.preventDefault();
    change({ view: "table" });
    viewRoot.focus();
  });
  preparePrinting(refreshColors, recolor);
}

function start() {
  arrangeViews();
  rememberInitialState();
  readAddress();
  watchState();
  elementOf("middle").append(zoomButtons(), ...emptyNote());
  refreshShown();
  bundleTies();
  refreshGrounds();
  recolor();
  openColorSection();
  showEverything([refreshStage, recolor]);
  listen();
  setTimeout(showFirstView);
}

/** In a turn of its own: words and legend are on the screen before the view is. */
async function showFirstView() {
  showView();
  if (state.view === "map") await openStage();
  document.body.dataset.ready = "true";
  performance.mark("ready");
}

nextTurn().then(start);
