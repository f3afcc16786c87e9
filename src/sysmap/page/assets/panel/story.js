// The story: a few findings as steps, each in the view that shows it best with its evidence lit.
import { findings, island } from "../base/data.js";
import { find, hasModifier, isField, make, panel, stage } from "../base/dom.js";
import { change, keep, lookAt, state } from "../base/state.js";
import { integer, say, t } from "../base/words.js";
import { showFocus } from "../map/fit.js";
import { openStage } from "../map/stage.js";
import { viewNamed, viewOrMap } from "../shell/views.js";
import { findingReasons, severityWord } from "./findings.js";
import { nodeButtons } from "./reveal.js";
import { addSheet, closePanel, muted, sheetHead } from "./sheet.js";

const { story } = island;
const MOST_NODES = 12;

keep(
  "story",
  () => (state.step === null ? null : String(state.step + 1)),
  (text) => {
    const step = Number(text) - 1;
    if (!story[step]) return null;
    return { step, finding: story[step].finding, sheet: "story", view: viewOrMap(story[step].view) };
  },
);

/** @param {number} step */
function showStep(step) {
  change({ view: viewNamed(viewOrMap(story[step].view)).name });
  lookAt({ step, finding: story[step].finding, sheet: "story" });
  if (state.view === "map") openStage().then(() => showFocus());
  find("h2", panel)?.focus({ preventScroll: true });
}

/** @param {number} by */
function turnPage(by) {
  if (state.step !== null && story[state.step + by]) showStep(state.step + by);
}

/**
 * @param {number} by
 * @param {string} word
 * @param {boolean} isMain
 */
const pageButton = (by, word, isMain) =>
  make(
    "button",
    {
      type: "button",
      class: isMain ? "button main" : "button",
      "data-at": word,
      disabled: !story[(state.step ?? 0) + by],
      onclick: () => turnPage(by),
    },
    t(word),
  );

const endButton = () =>
  make("button", { type: "button", class: "button main", "data-at": "story_end", onclick: closePanel }, t("story_end"));

addSheet("story", () => {
  if (state.step === null) return null;
  const step = state.step;
  const { title, finding: at, view } = story[step];
  const finding = findings[at];
  const place = viewOrMap(view) === "map" ? "" : ` · ${t(viewOrMap(view))}`;
  return [
    sheetHead(say(title)),
    muted(t("story_step", { n: step + 1, all: story.length }), place),
    make(
      "div",
      { class: "steps", "aria-hidden": "true" },
      story.map((_, number) => make("i", { class: number <= step ? "done" : "" })),
    ),
    make("p", { class: "lead" }, severityWord(finding.severity), " ", say(finding.title)),
    findingReasons(at),
    make(
      "div",
      { class: "pages" },
      pageButton(-1, "story_back", false),
      step === story.length - 1 ? endButton() : pageButton(1, "story_next", true),
    ),
    make("p", { class: "muted small-print" }, t("story_keys")),
    finding.nodes.length
      ? [
          make("h3", null, `${t("on_it")} (${integer(finding.nodes.length)})`),
          nodeButtons(finding.nodes.slice(0, MOST_NODES)),
        ]
      : null,
  ];
});

/**
 * The arrows turn the page, but where they have work of their own.
 * @param {KeyboardEvent} event
 */
function turnByKey(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const isBusy = isField(event) || stage.contains(/** @type {Node} */ (event.target));
  if (!by || state.sheet !== "story" || state.step === null || isBusy || hasModifier(event)) return;
  event.preventDefault();
  turnPage(by);
}
addEventListener("keydown", turnByKey);

/** The button that begins the story; null where there is none. */
export const storyButton = () =>
  story.length > 1
    ? make("button", { type: "button", class: "button main start", onclick: () => showStep(0) }, t("story_start"))
    : null;
