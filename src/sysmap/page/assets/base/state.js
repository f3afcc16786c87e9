// What the reader has chosen, and the address that remembers it.
import { Address } from "../core/address.js";
import { languagesOf } from "../core/languages.js";
import { Store } from "../core/store.js";
import { facets, findings, island, measures, nodeKey, nodeOfKey } from "./data.js";
/** @import { LookedAt, State, Values } from "./types.d.ts" */

export const THEMES = ["system", "light", "dark"];
export const LANGUAGES = languagesOf(island);

/** @type {Store<State, Values>} */
const store = new Store(initialState(), { ...nothingLookedAt() }, writeAddress);

export const { state } = store;

/** @returns {LookedAt} */
function nothingLookedAt() {
  return {
    selected: null,
    tie: null,
    finding: null,
    gap: null,
    suggestion: null,
    question: null,
    step: null,
    seeking: null,
    path: null,
  };
}

/** @returns {State} */
function initialState() {
  return {
    ...nothingLookedAt(),
    language: island.language,
    theme: island.theme,
    view: "map",
    sheet: "overview",
    steps: 1,
    direction: "both",
    off: {
      kinds: new Set(),
      types: new Set(island.quiet),
      ghosts: false,
      grounds: false,
      facets: facets.map(() => new Set()),
    },
    colorBy: island.colorBy,
    sizeBy: island.sizeBy,
    suggestionsDrawn: false,
  };
}

/**
 * Give the state keys of a view's own.
 * @template {object} T
 * @param {T} initial
 * @returns {State & T} The state, which now has them.
 */
export const addState = (initial) => store.add(initial);

/**
 * The same for something to look at: it is null again when another thing is chosen.
 * @template {object} T
 * @param {T} nothing Each key with null.
 * @returns {State & T}
 */
export const addLookedAt = (nothing) => store.addLookedAt(nothing);

/**
 * Call `show` whenever one of the keys has changed.
 * @param {string} keys Names with a space between.
 * @param {() => void} show
 */
export const watch = (keys, show) => store.watch(keys, show);

/**
 * Show everything anew.
 * @param {(() => void)[]} [except] What is not called.
 */
export const showEverything = (except) => store.showEverything(except);

/**
 * Change the state: those who watch what has changed are called, and the address follows.
 * @param {Values} values `off` counts as changed whenever it is given: it is changed in place.
 */
export const change = (values) => store.change(values);

/**
 * Look at one thing, and at nothing else.
 * @param {Values} values
 */
export const lookAt = (values) => store.lookAt(values);

/** @type {Address<Values>} */
const address = new Address();

/**
 * Keep a part of the state in the address; see `AddressEntry`.
 * @param {string} key
 * @param {() => string | null} write
 * @param {(text: string) => Values | null} read
 */
export const keep = (key, write, read) => address.add(key, write, read);

/**
 * Keep one of several choices in the address, unless it is the usual one.
 * @param {string} key
 * @param {string} name Key of the state.
 * @param {() => string[]} choices
 * @param {string} usual
 */
export function keepChoice(key, name, choices, usual) {
  const chosen = () => String(/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (state))[name]);
  keep(
    key,
    () => (chosen() === usual ? null : chosen()),
    (text) => (choices().includes(text) ? { [name]: text } : null),
  );
}

keepChoice("lang", "language", () => LANGUAGES, island.language);
keepChoice("theme", "theme", () => THEMES, island.theme);
keepChoice("color", "colorBy", () => ["label", ...facets.map(({ key }) => key), ...measureNames()], island.colorBy);
keepChoice("size", "sizeBy", () => ["", ...measureNames()], island.sizeBy);
keep(
  "node",
  () => (state.selected === null ? null : nodeKey(state.selected)),
  (text) => {
    const node = nodeOfKey(text);
    return node < 0 ? null : { selected: node, sheet: "node" };
  },
);
keep(
  "finding",
  () => (state.finding === null || state.step !== null ? null : String(state.finding)),
  (text) => {
    const at = Number.parseInt(text, 10);
    return findings[at] && state.selected === null ? { finding: at, sheet: "findings" } : null;
  },
);

function measureNames() {
  return measures.map((measure) => measure.name);
}

/**
 * The address of what is shown now, without its "#".
 * @returns {string}
 */
export const addressText = () => address.text();

function writeAddress() {
  const text = address.text();
  const bare = location.pathname.endsWith("/") ? "#" : location.pathname.split("/").pop() || "#";
  history.replaceState(null, "", text ? `#${text}` : bare);
}

/**
 * Take over what an address says.
 * @param {string} text
 */
export const readAddress = (text = location.hash.slice(1)) =>
  address.read(text, (values) => Object.assign(state, values));

/** Remember what is shown now as what an address starts from. */
export const rememberInitialState = () => store.remember();

/**
 * Show the page as an address says it, whatever it showed before.
 * @param {string} text
 */
export function restore(text) {
  store.reset();
  readAddress(text);
  showEverything();
  writeAddress();
}
