// The board of GROW sessions: one lane for each, four columns - goal, reality, options, what next.
import { capitalized } from "../core/texts.js";
import { island, nodes } from "../base/data.js";
import { make } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { select } from "../base/selection.js";
import { state } from "../base/state.js";
import { date, integer, say, t } from "../base/words.js";
import { shown, shownOnly } from "../map/filter.js";
import { nodeMark } from "../map/looks.js";
import { nodeButton } from "../panel/reveal.js";
import { muted } from "../panel/sheet.js";
import { redrawBoard } from "../shell/board.js";
import { addView } from "../shell/views.js";
/** @import { Child } from "../base/types.d.ts" */
/** @import { GrowAction, GrowSession } from "./types.d.ts" */

const growData = island.views.grow ?? { day: "", steps: [], sectors: {}, sessions: [] };
const { sessions, steps, sectors } = growData;

/** The columns: the letter that stands for each, and its name. */
const PARTS = [
  { letter: "G", name: "goal" },
  { letter: "R", name: "reality" },
  { letter: "O", name: "options" },
  { letter: "W", name: "next" },
];

/** Every node that stands on the board. */
const boardNodes = new Set(
  sessions.flatMap(({ n, problems, involved, options, chosen, actions }) => [
    n,
    ...problems,
    ...involved,
    ...options,
    ...chosen,
    ...actions.map(({ who }) => who),
  ]),
);

/** @param {string} tone @param {Child} text */
const tag = (tone, text) => make("b", { class: `tag ${tone}` }, text);

/** @param {string} key */
const gapNote = (key) => make("p", { class: "gapped" }, t(key));

/** @param {GrowSession[]} all */
function tally(all) {
  const actions = all.flatMap((session) => session.actions);
  const late = actions.filter((action) => action.overdue).length;
  /** @param {string} key @param {number} n @param {number} [of] */
  const count = (key, n, of) => make("li", null, t(key, { n: integer(n), all: of === undefined ? "" : integer(of) }));
  return make(
    "ul",
    { class: "tally" },
    count(all.length === 1 ? "grow_count_one" : "grow_count", all.length),
    count("grow_complete_count", all.filter(({ complete }) => complete).length),
    count("grow_together_count", all.filter(({ together }) => together).length),
    count("grow_done_count", actions.filter(({ done }) => done).length, actions.length),
    late
      ? make("li", { class: "high" }, make("b", { class: "severity" }, t("grow_late_count", { n: integer(late) })))
      : null,
    make("li", { class: "muted" }, t("grow_as_of", { day: date(growData.day) })),
  );
}

/** How far the session came: every step up to the last one reached. @param {GrowSession} session */
function stepList({ step }) {
  const reached = steps.findIndex(([value]) => value === step);
  return make(
    "ol",
    { class: "steps", "aria-label": t("grow_steps") },
    steps.map(([value, words], at) => {
      const isLast = at === steps.length - 1;
      const isTaken = at <= reached;
      return make(
        "li",
        { class: isTaken ? "taken" : null, title: say(words) },
        make("span", { class: "unseen" }, t(isTaken ? "grow_step_done" : "grow_step_open", { step: say(words) })),
        make("span", { "aria-hidden": "true" }, isLast ? icon("check") : value),
      );
    }),
  );
}

/** @param {GrowSession} session */
function togetherTag({ together }) {
  if (together === null) return tag("info", t("grow_perhaps"));
  return together ? tag("info", t("grow_together")) : tag("medium", t("grow_apart"));
}

/** Why the session counts as together or not: the sectors, and whether those it is about were heard. @param {GrowSession} session */
function togetherReason(session) {
  const names = session.sectors.map((sector) => (sectors[sector] ? say(sectors[sector]) : sector)).join(", ");
  const n = session.sectors.length;
  const known = n ? t(n === 1 ? "grow_one_sector" : "grow_sectors", { n: integer(n), names }) : t("grow_no_sector");
  const heard = session.affected.length
    ? t("grow_heard", { n: integer(session.affected.length) })
    : t(session.asked ? "grow_unheard" : "grow_not_asked");
  return muted(`${capitalized(known)}; ${heard}.`);
}

/** @param {GrowSession} session */
function sessionHead(session) {
  const late = session.actions.filter((action) => action.overdue).length;
  return make(
    "header",
    { class: "lane" },
    make(
      "h2",
      null,
      make(
        "button",
        {
          type: "button",
          class: "node",
          "aria-current": state.selected === session.n ? "true" : null,
          onclick: () => select(session.n),
        },
        nodeMark(session.n),
        make("b", { class: "name" }, nodes[session.n].label),
      ),
    ),
    make("span", { class: "muted" }, session.date ? date(session.date) : t("grow_undated")),
    stepList(session),
    make(
      "span",
      { class: "tags" },
      session.lacks.length ? tag("medium", t("grow_lacks")) : null,
      session.complete ? tag("info", t("grow_complete")) : null,
      togetherTag(session),
      late ? tag("high", t("grow_late_count", { n: integer(late) })) : null,
    ),
  );
}

/** @param {GrowSession} session @param {number} node */
function optionItem({ chosen, stuck }, node) {
  const isChosen = chosen.includes(node);
  return make(
    "li",
    { class: isChosen ? "chosen" : null },
    nodeButton(node),
    isChosen
      ? make(
          "span",
          { class: "tags" },
          make("b", { class: "tag picked" }, icon("check"), t("grow_chosen")),
          stuck.includes(node) ? tag("medium", t("grow_stuck")) : null,
        )
      : null,
  );
}

/** When an action was done or is due. @param {GrowAction} action */
function actionDay({ done, due }) {
  if (done) return make("span", { class: "muted" }, t("grow_done", { day: date(done) }));
  return due ? make("span", { class: "muted" }, t("grow_due", { day: date(due) })) : tag("medium", t("grow_no_due"));
}

/** @param {GrowAction} action */
function lateTag({ overdue, late }) {
  if (!overdue) return null;
  return tag("high", late === null ? t("grow_late_unknown") : t("grow_late", { n: integer(late) }));
}

/** @param {GrowAction} action */
const actionItem = (action) =>
  make(
    "li",
    { class: action.done ? "done" : action.overdue ? "late" : "open" },
    make("i", { class: "box", "aria-hidden": "true" }, action.done ? icon("check") : null),
    make(
      "div",
      null,
      make("p", null, action.what || make("span", { class: "muted" }, t("grow_some_action"))),
      action.who === null ? null : nodeButton(action.who),
      make("span", { class: "tags" }, actionDay(action), lateTag(action)),
    ),
  );

/** What stands in each column, by the name of the column. @type {Record<string, (session: GrowSession) => Child>} */
const CELLS = {
  goal: (session) => [
    session.goal ? make("p", { class: "say" }, session.goal) : gapNote("grow_no_goal"),
    make(
      "details",
      null,
      make("summary", null, t("grow_who"), make("span", { class: "count" }, integer(session.involved.length))),
      session.involved.length
        ? shownOnly(session.involved).map((node) =>
            nodeButton(node, session.affected.includes(node) ? t("grow_affected") : ""),
          )
        : muted(t("grow_nobody")),
    ),
    session.involved.length ? togetherReason(session) : null,
  ],
  reality: (session) => [
    session.reality ? make("p", { class: "say" }, session.reality) : gapNote("grow_no_reality"),
    session.problems.length
      ? [make("h4", null, t("grow_problems")), shownOnly(session.problems).map((node) => nodeButton(node))]
      : null,
  ],
  options: (session) => {
    const options = [...new Set([...session.options, ...session.chosen])];
    return [
      make(
        "ul",
        null,
        shownOnly(options).map((node) => optionItem(session, node)),
      ),
      session.lacks.includes("options")
        ? gapNote(session.options.length ? "grow_one_option" : "grow_no_options")
        : null,
      options.length && !session.chosen.length ? muted(t("grow_no_choice")) : null,
    ];
  },
  next: (session) => [
    make("ul", { class: "actions" }, session.actions.map(actionItem)),
    session.lacks.includes("actions") ? gapNote("grow_no_actions") : null,
  ],
};

/** @param {GrowSession} session */
const sessionLane = (session) =>
  make(
    "article",
    { class: "session", "aria-label": nodes[session.n].label },
    sessionHead(session),
    make(
      "div",
      { class: "columns" },
      PARTS.map(({ letter, name }) =>
        make(
          "div",
          null,
          make(
            "h3",
            null,
            make("span", { class: "letter", "aria-hidden": "true" }, letter),
            t(`grow_${name}`),
            make("span", { class: "asks" }, t(`grow_${name}_asks`)),
          ),
          CELLS[name](session),
        ),
      ),
    ),
  );

/** @param {HTMLElement} root */
function showGrow(root) {
  const all = sessions.filter(({ n }) => shown[n]);
  redrawBoard(root, [tally(all), all.map(sessionLane)]);
}

addView({
  name: "grow",
  icon: "M2 2.5h3v11H2zM6.5 2.5h3v7h-3zM11 2.5h3v4h-3z",
  order: 50,
  has: () => sessions.length > 0,
  keys: "off selected colorBy",
  show: showGrow,
  holds: (node) => boardNodes.has(node),
});
