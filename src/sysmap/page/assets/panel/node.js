// The sheets of one node and of one tie, with all that is known of it.
import { otherEnd, groupBy } from "../core/model.js";
import { findings, gaps, island, kindOf, nodes, ties, tiesOf, types } from "../base/data.js";
import { make } from "../base/dom.js";
import { strokeIcon } from "../base/icons.js";
import { change, state } from "../base/state.js";
import { compareTexts, integer, number, say, sentence, t } from "../base/words.js";
import { nodeMark } from "../map/looks.js";
import { factList, tieRemark } from "./fields.js";
import { findingLine, openFinding, openGap, severityClass } from "./findings.js";
import { measureList } from "./measures.js";
import { nodeButton, nodeButtons } from "./reveal.js";
import { addSheet, sheetHead } from "./sheet.js";
import { directionChooser, seekButton } from "./ways.js";
/** @import { Child } from "../base/types.d.ts" */
/** @import { Tie } from "../core/types.d.ts" */

const MOST_FINDINGS = 8;
const MOST_GAPS = 5;
const MOST_OPEN = 8;
const SHOWN_ELSEWHERE = ["description", "stage_history"];

/** @type {((node: number) => Child)[]} */
const sections = [];

/**
 * Let a view add what it knows of a node to its sheet.
 * @param {(node: number) => Child} section Null where it knows nothing.
 */
export const addSection = (section) => sections.push(section);

addSheet("node", () => (state.selected === null ? null : nodeSheet(state.selected)));
addSheet("tie", () => (state.tie === null ? null : tieSheet(ties[state.tie])));

/** @param {number} node @returns {Child} */
function nodeSheet(node) {
  const kind = kindOf(node);
  const description = descriptionOf(node);
  const neighbourCount = new Set(tiesOf[node].map((tie) => otherEnd(tie, node))).size;
  return [
    sheetHead(nodes[node].label, "", nodeMark(node)),
    make("p", { class: "muted kind" }, say(kind.title)),
    description ? make("p", null, description) : null,
    stepsChooser(),
    seekButton(node),
    sections.map((section) => section(node)),
    findingsAbout(node),
    make("h3", null, t("facts")),
    factList(kind.columns, nodes[node].p, SHOWN_ELSEWHERE),
    assessmentTable(node),
    make("h3", null, `${t("neighbours")} (${integer(neighbourCount)})`),
    neighbourLists(node),
    measureList(node),
  ];
}

/** @param {number} node */
function descriptionOf(node) {
  const at = kindOf(node).columns.findIndex((column) => column.name === "description");
  return at < 0 ? "" : String(nodes[node].p[at] ?? "");
}

/** How far around the node, and in which direction, ties are followed. */
const stepsChooser = () =>
  make(
    "div",
    { class: "around" },
    make("h3", null, t("focus")),
    make(
      "div",
      { class: "segments", role: "group", "aria-label": t("focus") },
      [1, 2, 3].map((steps) =>
        make(
          "button",
          {
            type: "button",
            "data-at": `steps-${steps}`,
            "aria-pressed": String(state.steps === steps),
            onclick: () => change({ steps }),
          },
          t(steps === 1 ? "steps" : "steps_many", { n: steps }),
        ),
      ),
    ),
    directionChooser(),
  );

/** @param {number} node @returns {Child} */
function findingsAbout(node) {
  const about = findings.map((finding, at) => ({ finding, at })).filter(({ finding }) => finding.nodes.includes(node));
  const missing = gaps.map((gap, at) => ({ gap, at })).filter(({ gap }) => gap.s === node || gap.t === node);
  if (!about.length && !missing.length) return null;
  /** @param {string} kind @param {() => void} act @param {Child} line */
  const card = (kind, act, line) =>
    make("li", null, make("button", { type: "button", class: `headline ${kind}`, onclick: act }, line));
  return [
    make("h3", null, t("found_in")),
    make(
      "ol",
      { class: "cards" },
      about
        .slice(0, MOST_FINDINGS)
        .map(({ finding, at }) => card(severityClass(finding.severity), () => openFinding(at), findingLine(at))),
      missing.slice(0, MOST_GAPS).map(({ gap, at }) => {
        const other = nodes[gap.s === node ? gap.t : gap.s].label;
        const line = make("span", { class: "say" }, make("b", null, `${other}. `), say(gap.reason));
        return card("ghost", () => openGap(at), line);
      }),
    ),
  ];
}

/** The neighbours of a node, by type and direction of the tie. @param {number} node @returns {Child} */
function neighbourLists(node) {
  const groups = groupBy(tiesOf[node], (tie) => `${tie.t}|${types[tie.t].directed && tie.to === node ? "in" : "out"}`);
  if (!groups.size) return make("p", { class: "muted" }, t("no_neighbours"));
  return [...groups.entries()]
    .sort(([a], [b]) => a.localeCompare(b, undefined, { numeric: true }))
    .map(([key, group]) => neighbourList(node, group, key.endsWith("in")));
}

/** @param {number} node @param {Tie[]} group @param {boolean} isInward */
function neighbourList(node, group, isInward) {
  const type = types[group[0].t];
  const arrow = type.directed ? (isInward ? " ←" : " →") : "";
  const others = [...new Map(group.map((tie) => [otherEnd(tie, node), tie])).entries()].sort((a, b) =>
    compareTexts(nodes[a[0]].label, nodes[b[0]].label),
  );
  return make(
    "details",
    { open: others.length <= MOST_OPEN },
    make(
      "summary",
      null,
      strokeIcon(type),
      make("span", null, say(type.title) + arrow),
      make("span", { class: "count" }, integer(others.length)),
    ),
    make(
      "div",
      { class: "evidence" },
      others.map(([other, tie]) => nodeButton(other, tieRemark(tie))),
    ),
  );
}

/** The scores of the five disciplines over the rounds, where they may be shown. @param {number} node @returns {Child} */
function assessmentTable(node) {
  const rows = island.learning[node];
  if (!rows) return null;
  const waves = [...new Set(rows.map(([, wave]) => wave))];
  const names = [...new Set(rows.map(([discipline]) => say(discipline)))];
  /** @param {string} name @param {number | null} wave */
  const cell = (name, wave) => {
    const row = rows.find(([discipline, asked]) => say(discipline) === name && asked === wave);
    const title = row && row[3] ? t("respondents", { n: integer(row[3]) }) : null;
    return make("td", { title }, row ? number(row[2]) : "—");
  };
  return [
    make("h3", null, t("disciplines")),
    make(
      "table",
      { class: "small" },
      make(
        "thead",
        null,
        make(
          "tr",
          null,
          make("td"),
          waves.map((wave) => make("th", { scope: "col" }, wave === null ? "–" : String(wave))),
        ),
      ),
      make(
        "tbody",
        null,
        names.map((name) =>
          make(
            "tr",
            null,
            make("th", { scope: "row" }, name),
            waves.map((wave) => cell(name, wave)),
          ),
        ),
      ),
    ),
  ];
}

/** @param {Tie} tie @returns {Child} */
const tieSheet = (tie) => [
  sheetHead(say(types[tie.t].title), "", strokeIcon(types[tie.t])),
  make("p", null, sentence(tie)),
  nodeButtons([tie.from, tie.to]),
  make("h3", null, t("facts")),
  factList(types[tie.t].columns, tie.p ?? {}),
];
