// Unit by unit: a small radar each over the rounds, with its numbers; and how fast units learn beside how fast their problems are answered.
const SMALL_RADAR = 144;

// What is not shown of a round, and who answered.
function unitNotes(unit) {
  return unit.rounds.map((round, at) => {
    if (!round) return null;
    const [scores, suppressed, respondents] = round;
    const wave = waveText(at);
    const notes = [];
    if (suppressed.length) {
      const whole = scores.every((score) => score === null);
      notes.push(make("li", null, whole ? t("learn_suppressed", { wave }) : t("learn_partly", { wave, names: suppressed.map((name) => say(learnData.disciplines[name])).join(", ") })));
    }
    if (respondents !== null) notes.push(make("li", null, t("learn_answered", { wave, n: integer(respondents) })));
    return notes;
  });
}

function unitTable(unit) {
  return make("table", { class: "figures" }, make("thead", null, make("tr", null, make("th", { scope: "col" }, t("learn_discipline")), learnData.waves.map((_, at) => make("th", { scope: "col", class: "number" }, waveText(at))))),
    make("tbody", null, labelsOf().map((label, at) => make("tr", null, make("th", { scope: "row" }, label), learnData.waves.map((_, wave) => make("td", { class: "number" }, learnScore(unitScores(unit, wave)[at])))))));
}

function unitCard(unit) {
  const series = learnData.waves.map((_, at) => ({ ...waveLook(at), values: unitScores(unit, at) })).slice(-MOST_ROUNDS).filter((one) => one.values.some((value) => value !== null));
  return make("li", { class: "unit", "aria-current": state.selected === unit.n ? "true" : null },
    make("button", { type: "button", class: "node", onclick: () => select(unit.n) }, nodeMark(unit.n), make("b", { class: "name" }, nodes[unit.n].label)),
    radarPicture(SMALL_RADAR, series, labelsOf()), make("ul", { class: "muted notes" }, unitNotes(unit)),
    make("details", null, make("summary", null, t("learn_numbers")), unitTable(unit)));
}

function unitsPart() {
  const units = [...learnUnits.values()].filter((unit) => shown[unit.n]);
  if (!units.length) return null;
  return make("section", { "aria-label": t("learn_each") }, make("div", { class: "line" }, make("h2", null, t("learn_each")),
    make("ul", { class: "keys" }, learnData.waves.map((_, at) => make("li", null, seriesKey(waveLook(at)), make("span", null, waveText(at)))).slice(-MOST_ROUNDS))),
  make("ul", { class: "units" }, units.map(unitCard)));
}

const PACE_PLOT = { width: 620, height: 260 };

function paceScatter(paces) {
  const [xs, ys] = [ticksOf(paces.map(([, , days]) => days)), ticksOf([0, ...paces.map(([, change_]) => change_)])];
  const across = (value) => ((value - xs[0]) / (xs[xs.length - 1] - xs[0] || 1)) * 100;
  const up = (value) => 100 - ((value - ys[0]) / (ys[ys.length - 1] - ys[0] || 1)) * 100;
  const taken = paces.map(([, change_, days]) => { const [x, y] = [(across(days) * PACE_PLOT.width) / 100, (up(change_) * PACE_PLOT.height) / 100]; return [x - 6, y - 6, x + 6, y + 6]; });
  return make("div", { class: "plot" },
    ys.map((tick) => make("span", { class: Math.abs(tick) < 1e-9 ? "tick y zero" : "tick y", "aria-hidden": "true", style: { top: `${up(tick)}%` } }, make("i", null, signedText(tick)))),
    xs.map((tick) => make("span", { class: "tick x", "aria-hidden": "true", style: { left: `${across(tick)}%` } }, make("i", null, number(tick)))),
    paces.map(([node, change_, days], at) => {
      taken.splice(at, 1, [-9, -9, -9, -9]);
      const [dx, dy] = labelPlace(taken, (across(days) * PACE_PLOT.width) / 100, (up(change_) * PACE_PLOT.height) / 100, nodes[node].label.length * 7.3 + 4);
      return make("button", { type: "button", class: "point", "aria-current": state.selected === node ? "true" : null, "aria-label": `${nodes[node].label}: ${signedText(change_)}, ${number(days)}`, onclick: () => select(node),
        style: { left: `${across(days)}%`, top: `${up(change_)}%` } }, make("span", { style: { left: `${dx + 10}px`, top: `${dy + 10}px` } }, nodes[node].label));
    }));
}

function pacePart() {
  const paces = (learnData.paces || []).filter(([node]) => shown[node]);
  if (!paces.length) return null;
  return make("section", { class: "pace", "aria-label": t("learn_pace") }, make("h2", null, t("learn_pace")), make("p", { class: "muted" }, t("learn_pace_how", { n: integer(paces.length) })),
    make("div", { class: "wide", tabindex: "0", role: "group", "aria-label": t("learn_pace") }, make("p", { class: "name-y" }, t("learn_pace_y")), paceScatter(paces), make("p", { class: "name-x" }, t("learn_pace_x"))),
    make("details", null, make("summary", null, t("learn_numbers")), make("table", { class: "figures" },
      make("thead", null, make("tr", null, make("th", { scope: "col" }, t("learn_unit")), make("th", { scope: "col", class: "number" }, t("learn_pace_y")), make("th", { scope: "col", class: "number" }, t("learn_pace_x")))),
      make("tbody", null, paces.map(([node, change_, days]) => make("tr", null, make("th", { scope: "row" }, nodes[node].label), make("td", { class: "number" }, signedText(change_)), make("td", { class: "number" }, number(days))))))));
}
