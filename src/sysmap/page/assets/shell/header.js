// The header with its tools, the tabs of the phone, and the buttons that zoom the map.
import { detailsOf, offeredLanguages } from "../core/languages.js";
import { island } from "../base/data.js";
import { elementOf, find, focusedIn, make } from "../base/dom.js";
import { icon, iconButton } from "../base/icons.js";
import { change, LANGUAGES, lookAt, state, THEMES, watch } from "../base/state.js";
import { say, t } from "../base/words.js";
import { fitAll, zoomBy } from "../map/fit.js";
import { savePicture } from "../map/picture.js";
import { segments } from "./choosers.js";
import { searchBox, searchInput } from "./search.js";
import { currentView } from "./views.js";

const header = elementOf("header");
const tabs = elementOf("tabs");

/** @type {Record<string, string>} */
const THEME_ICONS = { system: "device", light: "sun", dark: "moon" };

/** @type {Record<string, string>} The tab that is pressed while a sheet is shown; else the one of its name. */
const TAB_OF_SHEET = {
  node: "map",
  tie: "map",
  gaps: "findings",
  suggestions: "findings",
  story: "overview",
  path: "map",
  answer: "map",
  about: "overview",
  none: "map",
};

/** Draw the header. */
export function showHeader() {
  const focused = focusedIn(header);
  const focusedChoice = focused && focused !== searchInput ? focused.dataset.choice : undefined;
  header.replaceChildren(
    make(
      "div",
      { class: "title" },
      make("h1", { title: island.title }, island.title),
      make("p", { title: say(island.about) }, say(island.about)),
    ),
    searchBox,
    headerTools(),
  );
  if (focusedChoice) find(`[data-choice="${focusedChoice}"]`, header)?.focus();
}

function headerTools() {
  const theme = `${t("theme")}: ${t(state.theme)}`;
  const nextTheme = THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length];
  /** @type {[string, string, string][]} */
  const languages = offeredLanguages(LANGUAGES).map((code) => [code, code.toUpperCase(), detailsOf(code).name]);
  return make(
    "div",
    { class: "tools" },
    segments(t("language"), languages, state.language, (language) => change({ language })),
    iconButton(THEME_ICONS[state.theme], theme, {
      "data-choice": "theme",
      onclick: () => change({ theme: nextTheme }),
    }),
    iconButton("save", t("save_png"), { "data-choice": "png", onclick: savePicture }),
    iconButton("print", t("print"), { "data-choice": "print", class: "tool wide", onclick: () => window.print() }),
  );
}

/** Draw the tabs of the phone. */
export function showTabs() {
  const open = TAB_OF_SHEET[state.sheet] || state.sheet;
  /** @param {string} name @param {string} glyph @param {string} label @param {() => void} act */
  const tab = (name, glyph, label, act) =>
    make(
      "button",
      { type: "button", "aria-pressed": String(open === name), "data-tab": name, onclick: act },
      icon(glyph),
      make("span", null, label),
    );
  /** @param {string} sheet */
  const flip = (sheet) => () => change({ sheet: state.sheet === sheet ? "none" : sheet });
  tabs.replaceChildren(
    tab("map", currentView().name, t("view"), () => lookAt({ sheet: "none" })),
    tab("overview", "overview", t("overview"), flip("overview")),
    tab("findings", "findings", t("findings"), flip("findings")),
    tab("legend", "legend", t("legend").split(" ")[0], flip("legend")),
  );
}

/** The buttons that zoom the map. */
export function zoomButtons() {
  const buttons = make("div", { id: "zoom" });
  watch("language", () =>
    buttons.replaceChildren(
      iconButton("plus", t("zoom_in"), { onclick: () => zoomBy(1.35) }),
      iconButton("minus", t("zoom_out"), { onclick: () => zoomBy(1 / 1.35) }),
      iconButton("fit", t("fit"), { onclick: () => fitAll() }),
    ),
  );
  return buttons;
}
