// The shared vision: each goal with the way from its start to its target, who shares it by sector, who does not yet, and what contributes to it.
import { capitalized } from "../core/texts.js";
import { island, nodes } from "../base/data.js";
import { make } from "../base/dom.js";
import { select } from "../base/selection.js";
import { state } from "../base/state.js";
import { date, integer, number, say, sayCapitalized, t } from "../base/words.js";
import { shown, shownOnly } from "../map/filter.js";
import { nodeButton, nodeTitle } from "../panel/reveal.js";
import { redrawBoard } from "../shell/board.js";
import { addView } from "../shell/views.js";
/** @import { Child } from "../base/types.d.ts" */
/** @import { Goal } from "./types.d.ts" */

const { sectors, goals } = island.views.goals ?? { sectors: [], goals: [] };

/** Every node that stands on the board. */
const boardNodes = new Set(
  goals.flatMap(({ n, holders, pull, apart }) => [n, ...holders.map(([node]) => node), ...pull, ...apart]),
);

/** @param {string} sector */
function sectorName(sector) {
  const known = sectors.find(([value]) => value === sector);
  return known ? say(known[1]) : sector;
}

/** @param {Goal} goal */
const sectorsOf = (goal) => new Set(goal.holders.map(([, sector]) => sector).filter((sector) => sector !== null));

/** @param {Goal[]} all */
function tally(all) {
  /** @param {string} key @param {number} n @param {string} tone */
  const grave = (key, n, tone) =>
    n ? make("li", { class: tone }, make("b", { class: "severity" }, t(key, { n: integer(n) }))) : null;
  const shared = all.filter((goal) => goal.shared).length;
  return make(
    "ul",
    { class: "tally" },
    all.length
      ? make("li", null, t(all.length === 1 ? "goal_count_one" : "goal_count", { n: integer(all.length) }))
      : null,
    make("li", null, t("goal_shared_count", { n: integer(shared) })),
    grave("goal_unheld_count", all.filter((goal) => !goal.holders.length).length, "high"),
    grave("goal_away_count", all.filter(({ progress }) => progress !== null && progress < 0).length, "medium"),
  );
}

/** @param {Goal} goal */
function sharedTag(goal) {
  if (!goal.holders.length) return make("b", { class: "tag high" }, t("goal_unheld"));
  if (goal.shared === null) return make("b", { class: "tag info" }, t("goal_unclear"));
  if (!goal.shared) return make("b", { class: "tag medium" }, t("goal_alone"));
  return make("b", { class: "tag info" }, t("goal_shared", { n: integer(sectorsOf(goal).size) }));
}

/** @param {Goal} goal @param {"baseline" | "actual" | "target"} name */
function goalValue(goal, name) {
  const value = goal[name];
  return value === null ? t(`goal_no_${name}`) : t(`goal_${name}`, { n: number(value) });
}

/** How far a goal has come, in words. @param {Goal} goal */
function progressText({ progress, share, baseline, target }) {
  if (progress === null) return baseline !== null && baseline === target ? t("goal_unmoved") : null;
  if (progress >= 1) return t("goal_reached");
  if (share === null) return null;
  return progress < 0 ? sayCapitalized(share) : t("goal_way", { share: say(share) });
}

/** The way from start (left) to target (right), whichever is the larger number; what was lost lies left of the start. @param {Goal} goal */
function progressBar(goal) {
  const { progress } = goal;
  const low = progress !== null && progress < 0 ? progress * 1.15 - 0.04 : 0;
  const high = progress !== null && progress > 1 ? progress * 1.03 : 1;
  /** @param {number} part */
  const place = (part) => (100 * (part - low)) / (high - low);
  /** @param {number} a @param {number} b */
  const between = (a, b) => ({ left: `${place(Math.min(a, b))}%`, width: `${Math.abs(place(b) - place(a))}%` });
  const now = progress === null ? null : place(progress);
  const text = progressText(goal);
  return make(
    "div",
    { class: progress === null ? "bullet blank" : progress < 0 ? "bullet back" : "bullet" },
    make(
      "p",
      { class: "now", style: now === null ? {} : { "padding-left": `clamp(0px, ${now}% - 70px, 100% - 190px)` } },
      make("b", null, goalValue(goal, "actual")),
      text ? ` · ${text}` : null,
    ),
    make(
      "div",
      { class: "bar-box", "aria-hidden": "true" },
      make("i", { class: "way", style: between(0, 1) }),
      progress === null ? null : make("i", { class: "gone", style: between(0, progress) }),
      make("i", { class: "start", style: { left: `${place(0)}%` } }),
      make("i", { class: "end", style: { left: `${place(1)}%` } }),
      now === null ? null : make("i", { class: "here", style: { left: `${now}%` } }),
    ),
    make(
      "p",
      { class: "ends" },
      make("span", { style: { "padding-left": `${place(0) > 4 ? place(0) - 2 : 0}%` } }, goalValue(goal, "baseline")),
      make("span", null, goalValue(goal, "target")),
    ),
  );
}

/** @param {string} key @param {number} count */
const countedHead = (key, count) => make("h3", null, t(key), make("span", { class: "count" }, integer(count)));

/** @param {number[]} members */
const names = (members) =>
  make(
    "div",
    { class: "names" },
    members.map((node) => nodeButton(node)),
  );

/** Holders sector by sector, in the vocabulary's order; sectors of the map that hold nothing are named. @param {Goal} goal */
function holderLists(goal) {
  const values = sectors.map(([value]) => value);
  const groups = [...values, null]
    .map((sector) => ({
      sector,
      members: shownOnly(goal.holders.filter(([, of]) => of === sector).map(([node]) => node)),
    }))
    .filter(({ members }) => members.length);
  const absent = values.filter((sector) => !sectorsOf(goal).has(sector));
  return [
    countedHead("goal_holders", goal.holders.length),
    groups.map(({ sector, members }) =>
      make(
        "div",
        { class: "sector" },
        make("h4", null, sector === null ? t("goal_no_sector") : sectorName(sector)),
        names(members),
      ),
    ),
    absent.length
      ? make("p", { class: "gapped" }, t("goal_not_yet", { names: absent.map(sectorName).join(", ") }))
      : null,
  ];
}

/** @param {Goal} goal */
function horizonText({ horizon }) {
  if (!horizon) return t("goal_no_horizon");
  const text = String(horizon);
  return t("goal_by", { when: /^\d{4}-/.test(text) ? date(text) : horizon });
}

/** @param {Goal} goal @returns {Child} */
function contributors({ pull }) {
  return [
    countedHead("goal_pull", pull.length),
    pull.length ? names(shownOnly(pull)) : make("p", { class: "gapped" }, t("goal_no_pull")),
  ];
}

/** @param {Goal} goal */
function goalCard(goal) {
  const apart = shownOnly(goal.apart);
  const measure = goal.measure
    ? make("p", { class: "measure" }, capitalized(goal.measure))
    : make("p", { class: "measure muted" }, t("goal_no_measure"));
  return make(
    "article",
    {
      class: goal.holders.length ? "goal" : "goal unheld",
      "aria-label": nodes[goal.n].label,
      "aria-current": state.selected === goal.n ? "true" : null,
    },
    make(
      "header",
      { class: "goal-head" },
      nodeTitle(goal.n, select),
      make("span", { class: "muted" }, horizonText(goal)),
      sharedTag(goal),
    ),
    make("section", null, measure, progressBar(goal), contributors(goal)),
    make(
      "section",
      null,
      holderLists(goal),
      apart.length ? [countedHead("goal_apart", goal.apart.length), names(apart)] : null,
    ),
  );
}

/** @param {HTMLElement} root */
function showGoals(root) {
  const all = goals.filter(({ n }) => shown[n]);
  redrawBoard(root, [make("h2", { class: "large" }, t("goal_title")), tally(all), all.map(goalCard)]);
}

addView({
  name: "goals",
  icon: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  order: 70,
  has: () => goals.length > 0,
  keys: "off selected colorBy",
  show: showGoals,
  holds: (node) => boardNodes.has(node),
});
