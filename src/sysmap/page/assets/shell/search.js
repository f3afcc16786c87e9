// The search box: nodes by every word that is known of them; before a word is typed, ready-made questions.
import { findNodes, searchTexts } from "../core/matching.js";
import { island, kindOf, model, nodes } from "../base/data.js";
import { fill, make, stage } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { watch } from "../base/state.js";
import { integer, say, t } from "../base/words.js";
import { nodeMark } from "../map/looks.js";
import { answerQuestion } from "../panel/questions.js";
import { revealNode } from "../panel/reveal.js";
/** @import { Child } from "../base/types.d.ts" */

const MOST_MATCHES = 8;
const { questions } = island;
const texts = searchTexts(model);

const list = make("ul", { id: "matches", role: "listbox", hidden: true });
export const searchInput = make("input", {
  id: "search",
  type: "search",
  role: "combobox",
  "aria-expanded": "false",
  "aria-controls": "matches",
  "aria-autocomplete": "list",
  autocomplete: "off",
  spellcheck: "false",
});
export const searchBox = make("div", { class: "search" }, icon("search"), searchInput, list);

/** @type {(() => void)[]} What choosing each entry of the list does. */
let choices = [];
let chosenAt = 0;

function closeList() {
  list.hidden = true;
  searchInput.setAttribute("aria-expanded", "false");
  searchInput.removeAttribute("aria-activedescendant");
}

function leave() {
  closeList();
  searchInput.value = "";
  searchInput.blur();
}

function markChosen() {
  list.querySelectorAll("[role=option]").forEach((option, place) => {
    option.setAttribute("aria-selected", String(place === chosenAt));
    if (place === chosenAt) searchInput.setAttribute("aria-activedescendant", option.id);
  });
}

/** @param {number} place @param {...Child} content */
const option = (place, ...content) =>
  make(
    "li",
    {
      role: "option",
      id: `match-${place}`,
      onpointerdown: (event) => {
        event.preventDefault();
        choices[place]();
      },
    },
    ...content,
  );

/** @param {string} text */
const remark = (text) => make("li", { class: "none", role: "presentation" }, text);

/** @param {(() => void)[]} acts @param {Child[]} entries @param {boolean} isOpen */
function openList(acts, entries, isOpen) {
  choices = acts;
  chosenAt = 0;
  fill(list, entries);
  list.hidden = !isOpen;
  searchInput.setAttribute("aria-expanded", String(isOpen));
  markChosen();
}

function showQuestions() {
  const acts = questions.map((_, at) => () => {
    leave();
    answerQuestion(at);
  });
  const entries = questions.map(({ ask }, place) => option(place, make("span", { class: "name" }, say(ask))));
  openList(acts, [remark(t("questions")), entries], questions.length > 0);
}

function showMatches() {
  const matches = findNodes(model, texts, searchInput.value);
  const listed = matches.slice(0, MOST_MATCHES);
  const acts = listed.map((node) => () => {
    leave();
    revealNode(node);
    stage.focus({ preventScroll: true });
  });
  const entries = listed.map((node, place) =>
    option(
      place,
      nodeMark(node),
      make("span", { class: "name" }, nodes[node].label),
      make("span", { class: "count" }, say(kindOf(node).title)),
    ),
  );
  const more = matches.length - listed.length;
  openList(
    acts,
    [
      entries,
      matches.length ? null : remark(t("no_match")),
      more ? remark(t("more_matches", { n: integer(more) })) : null,
    ],
    true,
  );
}

const showList = () => (searchInput.value.trim() ? showMatches() : showQuestions());

/** @param {KeyboardEvent} event */
function steerList(event) {
  if (event.key === "Enter" && choices.length) {
    choices[chosenAt]();
    return;
  }
  if (event.key === "Escape") {
    leave();
    event.stopPropagation();
    return;
  }
  if (event.key === "ArrowDown") chosenAt = Math.min(chosenAt + 1, choices.length - 1);
  else if (event.key === "ArrowUp") chosenAt = Math.max(chosenAt - 1, 0);
  else return;
  event.preventDefault();
  markChosen();
}

searchInput.addEventListener("input", showList);
searchInput.addEventListener("focus", showList);
searchInput.addEventListener("blur", closeList);
searchInput.addEventListener("keydown", steerList);
watch("language", () => {
  searchInput.setAttribute("aria-label", t("search"));
  searchInput.placeholder = innerWidth < 1080 ? t("search") : `${t("search")}  ( / )`;
});
