// The map over the years: which ties and marks held in a year, by their dates; what has none is always there.
import { heldInYear } from "../core/dates.js";
import { island, kinds, nodes, types } from "../base/data.js";
import { stillness } from "../base/device.js";
import { elementOf, fill, find, focusedIn, make } from "../base/dom.js";
import { addState, change, keep, state, watch } from "../base/state.js";
import { integer, say, t } from "../base/words.js";
import { addNodeFilter, addTieFilter, countShownTies, shown } from "../map/filter.js";
import { palette } from "../map/looks.js";
import { strokeBetween } from "../map/places.js";
import { addPainter } from "../map/stage.js";
import { onStart } from "../shell/views.js";
/** @import { TimeData } from "./types.d.ts" */
/** @import { Column, FieldValue } from "../core/types.d.ts" */

const timeState = addState({ at: /** @type {number | null} */ (null) });
const BEAT = 1000;

/** The columns that say since and until when something held; -1 where there is none. @param {{ columns: Column[] }} owner */
const dateColumns = ({ columns }) =>
  ["since", "until"].map((name) => columns.findIndex((column) => column.name === name));
const tieDates = types.map(dateColumns);
const nodeDates = kinds.map(dateColumns);

/** @param {Record<string, FieldValue> | undefined} fields @param {number[]} columns @param {number} year */
const heldIn = (fields, [since, until], year) => !fields || heldInYear(fields[since], fields[until], year);

/** The ties that held in a year and no longer do. @param {TimeData} years @param {number} year */
const goneIn = (years, year) =>
  years.gone.filter(([from, to, , since, until]) => shown[from] && shown[to] && heldInYear(since, until, year));

/** @param {TimeData} years */
function addYears(years) {
  keep(
    "at",
    () => (timeState.at === null ? null : String(timeState.at)),
    (text) => (Number(text) >= years.first && Number(text) <= years.last ? { at: Number(text) } : null),
  );
  addTieFilter((tie) => timeState.at === null || heldIn(tie.p, tieDates[tie.t], timeState.at));
  addNodeFilter((node) => {
    const { p, k } = nodes[node];
    return timeState.at === null || heldIn(p, nodeDates[k], timeState.at);
  });
  // Ties that no longer hold have no panel: they are drawn, and counted below.
  addPainter((ctx, unit) => {
    if (timeState.at === null) return;
    ctx.lineWidth = 1.2 * unit;
    for (const [from, to, color] of goneIn(years, timeState.at)) {
      ctx.strokeStyle = palette[color];
      strokeBetween(ctx, from, to);
    }
  });
  elementOf("middle").append(clock);
  onStart(() => watch("language view at off", () => showClock(years)));
}

const clock = make("div", { id: "clock", hidden: true });
/** Number of the timer that turns the years; 0 while none does. */
let timer = 0;

function stopClock() {
  clearInterval(timer);
  timer = 0;
}

/** @param {number | null} at */
const turnTo = (at) => change({ at, off: state.off });

/** @param {TimeData} years */
function playOrStop(years) {
  if (timer) stopClock();
  else {
    turnTo(timeState.at === years.last ? years.first : timeState.at);
    timer = setInterval(() => turnOn(years), stillness.matches ? 2 * BEAT : BEAT);
  }
  showClock(years);
}

/** @param {TimeData} years */
function turnOn(years) {
  if (timeState.at !== null && timeState.at < years.last && state.view === "map") turnTo(timeState.at + 1);
  else {
    stopClock();
    showClock(years);
  }
}

/** @param {TimeData} years */
function showClock(years) {
  clock.hidden = state.view !== "map";
  if (clock.hidden) {
    stopClock();
    return;
  }
  const focused = focusedIn(clock)?.dataset.turn;
  if (timeState.at === null) {
    stopClock();
    fill(
      clock,
      turnButton("show", t("time_show"), () => turnTo(years.last)),
    );
  } else fill(clock, ...clockParts(years, timeState.at));
  if (focused) (find(`[data-turn="${focused}"]`, clock) ?? find("button", clock))?.focus({ preventScroll: true });
}

/** @param {string} name @param {string} text @param {() => void} act */
const turnButton = (name, text, act) =>
  make("button", { type: "button", class: "link", "data-turn": name, onclick: act }, text);

/** @param {TimeData} years @param {number} year */
function clockParts(years, year) {
  const count = countShownTies() + goneIn(years, year).length;
  return [
    turnButton("play", t(timer ? "time_stop" : "time_play"), () => playOrStop(years)),
    make("label", null, make("span", { class: "unseen" }, t("time_year")), yearSlider(years, year)),
    make("output", { "aria-live": timer ? "off" : "polite" }, t("time_held", { year, n: integer(count) })),
    turnButton("today", t("time_today", { day: say(island.day) }), () => turnTo(null)),
  ];
}

/** @param {TimeData} years @param {number} year */
const yearSlider = (years, year) =>
  make("input", {
    type: "range",
    min: years.first,
    max: years.last,
    step: 1,
    value: year,
    "data-turn": "year",
    "aria-valuetext": String(year),
    oninput: (event) => {
      stopClock();
      turnTo(Number(event.target.value));
    },
  });

if (island.views.time) addYears(island.views.time);
