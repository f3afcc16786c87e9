// Suggested partnerships: ghost ties of their own stroke and word beside the gaps, each with the terms of its score and a sentence for each.
const suggested = island.suggestions;
const SUGGESTED = { color: "info", width: 1.8, dash: [2, 4], directed: false };
Object.assign(nothing, { suggestion: null });
state.suggestion = null;

const listed = () => state.sheet === "suggestions" || (state.question !== null && Boolean(island.questions[state.question].pairs));
lights.push(() => {
  if (state.suggestion === null && !(state.sheet === "suggestions" && suggested.length)) return null;
  const pairs = state.suggestion === null ? suggested : [suggested[state.suggestion]];
  return { near: new Map(pairs.flatMap(({ s, t: other }) => [[s, 0], [other, 0]])), lines: new Set() };
});

const isDrawn = (at) => state.suggestion === at || state.suggestionsDrawn || listed();
ghosts.push({ pairs: suggested, drawn: isDrawn, tip: (at) => `${t("suggestion_line")}: ${suggested[at].terms.map(([, , why]) => (why ? say(why) : "")).filter(Boolean)[0] || ""}`,
  choose: (suggestion) => lookAt({ suggestion, sheet: "suggestions" }) });
keep("suggested", () => (state.suggestionsDrawn ? "1" : null), () => ({ suggestionsDrawn: true }));

function paintSuggestions(ctx, unit) {
  ctx.strokeStyle = paintOf.info;
  ctx.lineCap = "round";
  suggested.forEach(({ s, t: other }, at) => {
    const chosen = state.suggestion === at;
    if (!isDrawn(at) || (!chosen && (!shown[s] || !shown[other]))) return;
    ctx.globalAlpha = chosen ? 1 : focus === null || (focus.near.has(s) && focus.near.has(other)) ? 0.75 : 0.12;
    ctx.lineWidth = (chosen ? 3.2 : SUGGESTED.width) * unit;
    ctx.setLineDash(SUGGESTED.dash.map((length) => length * (chosen ? 1.6 : 1) * unit));
    ctx.beginPath();
    ctx.moveTo(place[s].x, place[s].y);
    ctx.lineTo(place[other].x, place[other].y);
    ctx.stroke();
  });
  ctx.setLineDash([]);
  ctx.lineCap = "butt";
  ctx.globalAlpha = 1;
}

const TERMS = ["need", "partners", "work", "fit", "bridge", "diversity", "load"];
const termWord = (term) => t(`term_${term}`);

function suggestionCard(at, choose) {
  const { s, t: other, score, terms } = suggested[at];
  const open = state.suggestion === at;
  return make("li", null, make("button", { type: "button", class: "headline suggested", "aria-expanded": String(open), "data-at": `suggestion-${at}`, onclick: () => choose({ suggestion: open ? null : at }) },
    make("span", { class: "say" }, `${nodes[s].label} – ${nodes[other].label}`), make("span", { class: "muted" }, t("suggestion_score", { n: number(score) }))),
  open ? make("div", { class: "more" },
    make("ul", { class: "terms" }, terms.map(([term, added, why]) => make("li", null, make("b", null, `${termWord(term)} ${added < 0 ? "−" : "+"}${number(Math.abs(added))}`), why ? ` ${say(why)}` : ""))),
    make("div", { class: "evidence" }, nodeButton(s), nodeButton(other))) : null);
}

function suggestionList(choose) {
  const put = (values) => {
    choose(values);
    if (state.view === "map" && values.suggestion !== null) openStage().then(() => showFocus());
  };
  return [make("p", { class: "muted" }, `${t("suggestion_line")}.`), make("ol", { class: "cards" }, suggested.map((_, at) => suggestionCard(at, put)))];
}

sheets.suggestions = () => [
  sheetHead(t("suggestions"), suggested.length ? integer(suggested.length) : ""),
  suggested.length ? suggestionList((values) => { change({ view: "map" }); lookAt({ sheet: "suggestions", ...values }); })
    : make("p", { class: "muted" }, t(island.assessed ? "no_suggestions" : "gaps_not_assessed")),
];

// The sheet of the gaps leads here, and the legend turns the ghosts on.
const suggestionRow = () => (suggested.length ? row({ mark: strokeIcon(SUGGESTED), label: t("suggestions"), count: suggested.length, off: !state.suggestionsDrawn,
  flip: () => change({ suggestionsDrawn: !state.suggestionsDrawn }) }) : null);
