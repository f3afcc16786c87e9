// Suggested partnerships as a list, each with the terms of its score and a sentence for each.
import { island, nodes } from "../base/data.js";
import { make } from "../base/dom.js";
import { change, keep, lookAt, state } from "../base/state.js";
import { integer, number, say, t } from "../base/words.js";
import { showFocus } from "../map/fit.js";
import { addLight, focusOn } from "../map/focus.js";
import { openStage } from "../map/stage.js";
import { nodeButtons } from "./reveal.js";
import { addSheet, muted, sheetHead } from "./sheet.js";
/** @import { Child } from "../base/types.d.ts" */

const { suggestions } = island;

/** @typedef {{ suggestion: number | null }} Choice */

keep(
  "suggested",
  () => (state.suggestionsDrawn ? "1" : null),
  () => ({ suggestionsDrawn: true }),
);

addLight(() => {
  if (state.suggestion !== null) return focusOn(endsOf(suggestions[state.suggestion]));
  return state.sheet === "suggestions" && suggestions.length ? focusOn(suggestedNodes()) : null;
});

/** @param {{ s: number, t: number }} pair */
const endsOf = ({ s, t: other }) => [s, other];

/** The nodes of every suggested partnership. */
export const suggestedNodes = () => suggestions.flatMap(endsOf);

/** @param {number} at @param {(choice: Choice) => void} choose */
function suggestionCard(at, choose) {
  const { s, t: other, score, terms } = suggestions[at];
  const isOpen = state.suggestion === at;
  return make(
    "li",
    null,
    make(
      "button",
      {
        type: "button",
        class: "headline suggested",
        "aria-expanded": String(isOpen),
        "data-at": `suggestion-${at}`,
        onclick: () => choose({ suggestion: isOpen ? null : at }),
      },
      make("span", { class: "say" }, `${nodes[s].label} – ${nodes[other].label}`),
      make("span", { class: "muted" }, t("suggestion_score", { n: number(score) })),
    ),
    isOpen ? make("div", { class: "more" }, termList(terms), nodeButtons([s, other])) : null,
  );
}

/** @param {import("../core/types.d.ts").Suggestion["terms"]} terms */
const termList = (terms) =>
  make(
    "ul",
    { class: "terms" },
    terms.map(([term, added, why]) =>
      make(
        "li",
        null,
        make("b", null, `${t(`term_${term}`)} ${added < 0 ? "−" : "+"}${number(Math.abs(added))}`),
        why ? ` ${say(why)}` : "",
      ),
    ),
  );

/**
 * The list of the suggestions.
 * @param {(choice: Choice) => void} choose What choosing one, or closing it, does.
 * @returns {Child}
 */
export function suggestionList(choose) {
  /** @param {Choice} choice */
  const chooseAndShow = (choice) => {
    choose(choice);
    if (state.view === "map" && choice.suggestion !== null) openStage().then(() => showFocus());
  };
  return [
    muted(`${t("suggestion_line")}.`),
    make(
      "ol",
      { class: "cards" },
      suggestions.map((_, at) => suggestionCard(at, chooseAndShow)),
    ),
  ];
}

addSheet("suggestions", () => [
  sheetHead(t("suggestions"), suggestions.length ? integer(suggestions.length) : ""),
  suggestions.length
    ? suggestionList((choice) => {
        change({ view: "map" });
        lookAt({ sheet: "suggestions", ...choice });
      })
    : muted(t(island.assessed ? "no_suggestions" : "gaps_not_assessed")),
]);
