// The story: a few findings as steps, each in the view that shows it best with its evidence lit.
const story = island.story;
Object.assign(nothing, { step: null });
state.step = null;
keep("story", () => (state.step === null ? null : String(state.step + 1)), (text) => {
  const step = story[Number(text) - 1];
  return step ? { step: Number(text) - 1, finding: step.finding, sheet: "story", view: viewFor(step.view) } : null;
});
// Views add themselves later than this is read.
const viewFor = (name) => (name in island.views && !island.views[name] ? "map" : name);

function tell(step) {
  change({ view: viewNamed(viewFor(story[step].view)).name });
  lookAt({ step, finding: story[step].finding, sheet: "story" });
  if (state.view === "map") openStage().then(() => showFocus());
  const title = panel.querySelector("h2");
  if (title) title.focus({ preventScroll: true });
}

const turnPage = (by) => { if (story[state.step + by]) tell(state.step + by); };

sheets.story = () => {
  if (state.step === null) return null;
  const { title, finding, view } = story[state.step];
  const told = findings[finding];
  const page = (by, word, main) => make("button", { type: "button", class: main ? "button main" : "button", "data-at": word, disabled: !story[state.step + by], onclick: () => turnPage(by) }, t(word));
  return [
    sheetHead(say(title), ""),
    make("p", { class: "muted" }, t("story_step", { n: state.step + 1, all: story.length }), viewFor(view) === "map" ? "" : ` · ${t(viewFor(view))}`),
    make("div", { class: "steps", "aria-hidden": "true" }, story.map((_, at) => make("i", { class: at <= state.step ? "done" : "" }))),
    make("p", { class: "lead" }, severityWord(told.severity), " ", say(told.title)),
    make("h3", null, t("why")), make("p", null, say(told.why)),
    make("h3", null, t("next")), make("p", null, say(told.next)),
    make("div", { class: "pages" }, page(-1, "story_back", false),
      state.step === story.length - 1 ? make("button", { type: "button", class: "button main", "data-at": "story_end", onclick: shutSheet }, t("story_end")) : page(1, "story_next", true)),
    make("p", { class: "muted small-print" }, t("story_keys")),
    told.nodes.length ? [make("h3", null, `${t("on_it")} (${integer(told.nodes.length)})`), make("div", { class: "evidence" }, told.nodes.slice(0, 12).map((node) => nodeButton(node)))] : null,
  ];
};

// The arrows turn the page, but where they have work of their own.
addEventListener("keydown", (event) => {
  const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const busy = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || stage.contains(event.target);
  if (!way || state.sheet !== "story" || state.step === null || busy || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  turnPage(way);
});

const storyButton = () => (story.length > 1 ? make("button", { type: "button", class: "button main start", onclick: () => tell(0) }, t("story_start")) : null);
