// The learning organisation: profiles of the five disciplines over the rounds, the distance between units, and learning beside solving. Never one score.
ICONS.learning = "M8 2 14 6.4 11.7 13.5H4.3L2 6.4zM8 5.5 10.8 7.5 9.7 11H6.3L5.2 7.5z";
const learnData = island.views.learning || { waves: [], disciplines: [], means: [], units: [], paces: [], apart: [], trend: [], spread: [] };
const learnUnits = new Map((learnData.units || []).map((unit) => [unit.n, unit]));
const MOST_COMPARED = 4;
const LAST_LOOK = { color: "accent", dash: [], marker: { shape: "dot" }, face: true };
const EARLIER_LOOKS = [["square", [5, 4]], ["triangle", [1, 4]], ["diamond", [8, 3, 1, 3]], ["hexagon", [2, 6]]].map(([shape, dash]) => ({ color: "tie-strong", dash, marker: { shape, hollow: true } }));
const MOST_ROUNDS = EARLIER_LOOKS.length + 1;
const COMPARED_LOOKS = [["c2", [], "square"], ["c1", [6, 4], "triangle"], ["c3", [2, 4], "diamond"], ["c5", [9, 3, 2, 3], "hexagon"]].map(([color, dash, shape]) => ({ color, dash, marker: { shape } }));
const WHOLE_LOOK = { color: "tie-strong", dash: [], marker: { shape: "dot", hollow: true }, face: true };

state.compared = [];
keep("compare", () => (state.compared.length ? state.compared.map(nodeKey).join("|") : null),
  (text) => ({ compared: text.split("|").map((key) => nodes.findIndex((node) => nodeKey(node.id) === key)).filter((node) => learnUnits.has(node)).slice(0, MOST_COMPARED) }));

const lastRound = learnData.waves.length - 1;
const waveText = (at) => { const { wave, day } = learnData.waves[at]; return day ? dayText(day.slice(0, 7)) : t("learn_wave", { n: integer(wave) }); };
const labelsOf = () => learnData.disciplines.map((pair_) => say(pair_));
const waveLook = (at) => (at === lastRound ? LAST_LOOK : EARLIER_LOOKS[(lastRound - 1 - at) % EARLIER_LOOKS.length]);
const withDecimals = (value, digits = 1) => value.toLocaleString(state.language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
const learnScore = (value) => (value === null ? "—" : withDecimals(value, 1));
const signedText = (value) => { const text = withDecimals(Math.abs(value), 2); return Number(Math.abs(value).toFixed(2)) === 0 ? text : `${value > 0 ? "+" : "−"}${text}`; };
const unitScores = (unit, at) => (unit.rounds[at] ? unit.rounds[at][0] : learnData.disciplines.map(() => null));

function learnHead() {
  const rounds = learnData.waves.length;
  return [make("h2", { class: "large" }, t("learn_title")), make("ul", { class: "tally" },
    make("li", null, t(rounds === 1 ? "learn_round" : "learn_rounds", { n: integer(rounds) }), ": ", learnData.waves.map((_, at) => waveText(at)).join(", ")),
    make("li", null, t("learn_units", { n: integer(learnData.waves[lastRound].units) })),
    make("li", null, learnData.months === null ? t("learn_undated") : t("learn_ago", { n: integer(learnData.months) })),
    learnData.waves.map(({ suppressed, wave }) => (suppressed ? make("li", { class: "muted" }, t(suppressed === 1 ? "learn_hidden_one" : "learn_hidden_in", { n: integer(suppressed), wave: integer(wave) })) : null)))];
}

// What the large radar draws: the whole over the rounds, or the lastRound round of the whole with the chosen units upon it.
function wholeSeries() {
  const mean = (at) => learnData.means[at].map(([score]) => score);
  const named = (at) => t("learn_mean", { wave: waveText(at) });
  if (!state.compared.length) return learnData.waves.map((_, at) => ({ ...waveLook(at), name: named(at), short: waveText(at), values: mean(at), counts: learnData.means[at].map(([, units]) => units) }));
  return [{ ...WHOLE_LOOK, name: named(lastRound), values: mean(lastRound) }, ...state.compared.map((node, at) => ({ ...COMPARED_LOOKS[at], name: nodes[node].label, values: unitScores(learnUnits.get(node), lastRound) }))];
}

function toggleCompared(node) {
  const chosen = state.compared.includes(node) ? state.compared.filter((one) => one !== node) : [...state.compared, node].slice(-MOST_COMPARED);
  change({ compared: chosen });
}

function compareChooser() {
  const units = [...learnUnits.keys()].filter((node) => shown[node]);
  if (units.length < 2) return null;
  return make("div", { class: "choose", role: "group", "aria-label": t("learn_compare") }, make("h3", null, t("learn_compare")), make("p", { class: "muted" }, t("learn_compare_how", { n: MOST_COMPARED })),
    make("div", { class: "picks" }, units.map((node) => make("button", { type: "button", class: "pick", "aria-pressed": String(state.compared.includes(node)), onclick: () => toggleCompared(node) }, nodes[node].label))));
}

// Where the units stand between 1 and 5: a dot for each.
function spreadStrip(discipline) {
  const found = [...learnUnits.values()].map((unit) => unitScores(unit, lastRound)[discipline]).filter((score) => score !== null);
  return make("span", { class: "strip", "aria-hidden": "true" }, found.map((score) => make("i", { style: { left: `${25 * (score - 1)}%` } })));
}

function spreadCell(at) {
  if (learnData.spread[at] === null) return make("td", null, "—");
  const found = (learnData.apart || []).find(([discipline]) => discipline === at);
  const end = (score, node) => [withDecimals(score), " ", node === null ? null : make("button", { type: "button", class: "link", onclick: () => reveal(node) }, nodes[node].label)];
  return make("td", { class: "apart" }, make("b", null, withDecimals(learnData.spread[at])), found ? [spreadStrip(at), make("span", { class: "ends" }, end(found[1], found[3]), " – ", end(found[2], found[4]))] : null);
}

function wholeTable(series) {
  const compared = state.compared.length > 0;
  return make("table", { class: "figures" },
    make("caption", { class: "unseen" }, t("learn_all")),
    make("thead", null, make("tr", null, make("th", { scope: "col" }, t("learn_discipline")), series.map((one) => make("th", { scope: "col", class: "number" }, one.short || one.name)),
      compared ? null : make("th", { scope: "col", class: "number" }, t("learn_change")), compared ? null : make("th", { scope: "col" }, t("learn_spread")))),
    make("tbody", null, labelsOf().map((label, at) => {
      const trend = learnData.trend.find(([discipline]) => discipline === at);
      return make("tr", null, make("th", { scope: "row" }, label),
        series.map((one) => make("td", { class: "number" }, one.counts && one.counts[at] && one.values[at] === null ? t("learn_few", { n: learnData.company }) : learnScore(one.values[at]),
          one.counts && one.values[at] !== null ? make("span", { class: "muted" }, t("learn_of", { n: integer(one.counts[at]) })) : null)),
        compared ? null : make("td", { class: "number" }, trend ? [make("b", null, signedText(trend[1])), make("span", { class: "muted" }, t("learn_of", { n: integer(trend[2]) }))] : "—"), compared ? null : spreadCell(at));
    })));
}

function wholePart() {
  const series = wholeSeries();
  return make("section", { class: "whole", "aria-label": t("learn_all") },
    make("div", { class: "big" }, radarPicture(phone.matches ? 196 : 232, series.slice(-MOST_ROUNDS), labelsOf()), make("ul", { class: "keys" }, series.slice(-MOST_ROUNDS).map((one) => make("li", null, seriesKey(one), make("span", null, one.name)))),
      make("p", { class: "muted" }, t("learn_scale"))),
    make("div", null, make("h3", { class: "first" }, t("learn_all")), make("div", { class: "wide", tabindex: "0", role: "group", "aria-label": t("learn_numbers") }, wholeTable(series)), learnData.private ? make("p", { class: "muted note" }, t("learn_private")) : compareChooser()));
}

const showLearning = (root) => redrawBoard(root, [learnHead(), wholePart(), unitsPart(), pacePart()]);

addView({ name: "learning", icon: "learning", order: 60, has: () => learnData.waves.length > 0, keys: "off selected colorBy compared", show: showLearning, holds: (node) => learnUnits.has(node) });
