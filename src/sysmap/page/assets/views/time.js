// The map over the years: which ties and marks held in a year, by their dates; what has none is always there.
const clock = island.views.time;
state.at = null;
keep("at", () => (state.at === null ? null : String(state.at)), (text) => (clock && Number(text) >= clock.first && Number(text) <= clock.last ? { at: Number(text) } : null));

const dateColumn = (columns, name) => columns.findIndex((column) => column.name === name);
const datedBy = (columns) => [dateColumn(columns, "since"), dateColumn(columns, "until")];
const tieDates = types.map((type) => datedBy(type.columns));
const nodeDates = kinds.map((kind) => datedBy(kind.columns));

const yearOf = (text) => Number(String(text).slice(0, 4));
const inYear = (since, until, year) => (!since || yearOf(since) <= year) && (!until || year <= yearOf(until));
const heldIn = (told, [since, until], year) => !told || inYear(told[since], told[until], year);
if (clock) {
  tieFilters.push((tie) => state.at === null || heldIn(tie.p, tieDates[tie.t], state.at));
  filters.push((node) => state.at === null || heldIn(nodes[node].p, nodeDates[nodes[node].k], state.at));
}
const goneIn = (year) => (clock ? clock.gone.filter(([from, to, , since, until]) => shown[from] && shown[to] && inYear(since, until, year)) : []);

// Ties that no longer hold have no panel: they are drawn, and counted below.
painters.push((ctx, unit) => {
  if (state.at === null) return;
  ctx.lineWidth = 1.2 * unit;
  for (const [from, to, color] of goneIn(state.at)) {
    ctx.strokeStyle = paintOf[color];
    ctx.beginPath();
    ctx.moveTo(place[from].x, place[from].y);
    ctx.lineTo(place[to].x, place[to].y);
    ctx.stroke();
  }
});

let playing = 0;
function stopClock() {
  clearInterval(playing);
  playing = 0;
}

const turnTo = (at) => change({ at, off: state.off });

function playClock() {
  if (playing) { stopClock(); showClock(); return; }
  turnTo(state.at === clock.last ? clock.first : state.at);
  playing = setInterval(() => {
    if (state.at === null || state.at >= clock.last || state.view !== "map") { stopClock(); showClock(); } else turnTo(state.at + 1);
  }, stillness.matches ? 2000 : 1000);
  showClock();
}

const clockBox = make("div", { id: "clock", hidden: true });

function showClock() {
  clockBox.hidden = state.view !== "map";
  if (clockBox.hidden) { stopClock(); return; }
  const focused = clockBox.contains(document.activeElement) ? document.activeElement.dataset.turn : null;
  if (state.at === null) {
    stopClock();
    fill(clockBox, make("button", { type: "button", class: "link", "data-turn": "show", onclick: () => turnTo(clock.last) }, t("time_show")));
  } else {
    const count = ties.filter(tieShown).length + goneIn(state.at).length;
    fill(clockBox,
      make("button", { type: "button", class: "link", "data-turn": "play", onclick: playClock }, t(playing ? "time_stop" : "time_play")),
      make("label", null, make("span", { class: "unseen" }, t("time_year")),
        make("input", { type: "range", min: clock.first, max: clock.last, step: 1, value: state.at, "data-turn": "year", "aria-valuetext": String(state.at), oninput: (event) => { stopClock(); turnTo(Number(event.target.value)); } })),
      make("output", { "aria-live": playing ? "off" : "polite" }, t("time_held", { year: state.at, n: integer(count) })),
      make("button", { type: "button", class: "link", "data-turn": "today", onclick: () => turnTo(null) }, t("time_today", { day: say(island.day) })));
  }
  const again = focused && (clockBox.querySelector(`[data-turn="${focused}"]`) || clockBox.querySelector("button"));
  if (again) again.focus({ preventScroll: true });
}

if (clock) {
  document.getElementById("middle").append(clockBox);
  starters.push(() => watch("language view at off", showClock));
}
