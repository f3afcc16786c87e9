// Ready-made questions: chosen in the search before a word is typed; the answer is what Python found, listed and lit.
const questions = island.questions;
Object.assign(nothing, { question: null });
state.question = null;
keep("ask", () => (state.question === null ? null : questions[state.question].name), (text) => {
  const at = questions.findIndex((one) => one.name === text);
  return at < 0 ? null : { question: at, sheet: answerSheet(questions[at]), view: viewFor(questions[at].view), ...pushOf(questions[at]) };
});

const answerSheet = (question) => (question.push === undefined || !island.views.causal ? "answer" : "whatif");

// The causal view's own way of pushing, on the node that the question names.
const pushOf = ({ push: node }) => (node === undefined || !island.views.causal ? {} : { pushes: { [island.views.causal.boxes.findIndex(([at]) => at === node)]: 1 } });

lights.push(() => {
  if (state.question === null || state.finding !== null || state.suggestion !== null) return null;
  const { findings: found, nodes: some, pairs } = questions[state.question];
  const lit = new Set([...found.flatMap((at) => findings[at].nodes), ...(some || []).map(([node]) => node), ...(pairs ? suggested.flatMap(({ s, t: other }) => [s, other]) : [])]);
  if (pairs) return { near: new Map([...lit].map((node) => [node, 0])), lines: new Set() };
  return lit.size ? among([...lit], found.flatMap((at) => findings[at].ties)) : null;
});

function answer(at) {
  const question = questions[at];
  change({ view: viewNamed(viewFor(question.view)).name, ...pushOf(question) });
  lookAt({ question: at, sheet: answerSheet(question) });
  if (state.view === "map") openStage().then(() => showFocus());
}

sheets.answer = () => {
  if (state.question === null) return null;
  const { ask, findings: found, nodes: some, measure, pairs } = questions[state.question];
  const by = measures.find((one) => one.name === measure);
  const keepQuestion = (values) => lookAt({ question: state.question, sheet: "answer", ...values });
  return [
    sheetHead(say(ask), ""),
    found.length ? make("ol", { class: "cards" }, found.map((finding) => findingCard(finding, () => keepQuestion({ finding: state.finding === finding ? null : finding })))) : null,
    some && some.length && by ? [make("h3", null, t("answer_rank", { measure: head(by.title) })), make("div", { class: "evidence" }, some.map(([node, value]) => nodeButton(node, scoreText(by, value)))),
      make("p", { class: "muted" }, say(by.how))] : null,
    pairs ? suggestionList((values) => keepQuestion(values)) : null,
  ];
};
