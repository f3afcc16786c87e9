// Ready-made questions: chosen in the search before a word is typed; the answer is what Python found, listed and lit.
import { findings, island, measures } from "../base/data.js";
import { make } from "../base/dom.js";
import { change, keep, lookAt, state } from "../base/state.js";
import { say, sayCapitalized, scoreText, t } from "../base/words.js";
import { showFocus } from "../map/fit.js";
import { addLight, focusAmong, focusOn } from "../map/focus.js";
import { openStage } from "../map/stage.js";
import { viewNamed, viewOrMap } from "../shell/views.js";
import { findingCard } from "./findings.js";
import { nodeButton } from "./reveal.js";
import { addSheet, muted, sheetHead } from "./sheet.js";
import { suggestedNodes, suggestionList } from "./suggestions.js";
/** @import { Values, Child } from "../base/types.d.ts" */
/** @import { Question } from "../core/types.d.ts" */

const { questions } = island;
const { causal } = island.views;

keep(
  "ask",
  () => (state.question === null ? null : questions[state.question].name),
  (text) => {
    const at = questions.findIndex(({ name }) => name === text);
    if (at < 0) return null;
    const question = questions[at];
    return { question: at, sheet: sheetOf(question), view: viewOrMap(question.view), ...pushOf(question) };
  },
);

/** @param {Question} question */
const sheetOf = ({ push }) => (push === undefined || !causal ? "answer" : "whatif");

/** The causal view's own way of pushing, on the node that the question names. @param {Question} question @returns {Values} */
function pushOf({ push }) {
  if (push === undefined || !causal) return {};
  return { pushes: { [causal.boxes.findIndex(([node]) => node === push)]: 1 } };
}

addLight(() => {
  if (state.question === null || state.finding !== null || state.suggestion !== null) return null;
  const { findings: answers, nodes: highest = [], pairs } = questions[state.question];
  const evidence = answers.flatMap((at) => findings[at].nodes);
  const lit = [...evidence, ...highest.map(([node]) => node)];
  if (pairs) return focusOn([...lit, ...suggestedNodes()]);
  return lit.length
    ? focusAmong(
        lit,
        answers.flatMap((at) => findings[at].ties),
      )
    : null;
});

/**
 * Show the answer to a question.
 * @param {number} at
 */
export function answerQuestion(at) {
  const question = questions[at];
  change({ view: viewNamed(viewOrMap(question.view)).name, ...pushOf(question) });
  lookAt({ question: at, sheet: sheetOf(question) });
  if (state.view === "map") openStage().then(() => showFocus());
}

addSheet("answer", () => {
  if (state.question === null) return null;
  const { question } = state;
  const { ask, findings: answers, pairs } = questions[question];
  /** @param {Values} values */
  const lookWithin = (values) => lookAt({ question, sheet: "answer", ...values });
  /** @param {number} finding */
  const toggle = (finding) => lookWithin({ finding: state.finding === finding ? null : finding });
  return [
    sheetHead(say(ask)),
    answers.length
      ? make(
          "ol",
          { class: "cards" },
          answers.map((finding) => findingCard(finding, () => toggle(finding))),
        )
      : null,
    highestNodes(questions[question]),
    pairs ? suggestionList(lookWithin) : null,
  ];
});

/** @param {Question} question @returns {Child} */
function highestNodes({ nodes = [], measure: name }) {
  const measure = measures.find((candidate) => candidate.name === name);
  if (!nodes.length || !measure) return null;
  return [
    make("h3", null, t("answer_rank", { measure: sayCapitalized(measure.title) })),
    make(
      "div",
      { class: "evidence" },
      nodes.map(([node, value]) => nodeButton(node, scoreText(measure, value))),
    ),
    muted(say(measure.how)),
  ];
}
