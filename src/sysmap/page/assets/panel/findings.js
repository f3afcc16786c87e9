// What was found, in words: the list of findings, and the collaboration gaps with their reasons.
import { findings, gaps, island, nodes } from "../base/data.js";
import { make } from "../base/dom.js";
import { selectFinding, selectGap } from "../base/selection.js";
import { change, state } from "../base/state.js";
import { integer, say, sayCapitalized, t } from "../base/words.js";
import { showFocus } from "../map/fit.js";
import { currentView, isHeld } from "../shell/views.js";
import { nodeButtons } from "./reveal.js";
import { addSheet, muted, sheetHead } from "./sheet.js";

const MOST_EVIDENCE = 12;

/**
 * The class of a severity.
 * @param {string} severity
 * @returns {string}
 */
export const severityClass = (severity) => severity.replace("_", "-");

/**
 * The word of a severity, in its colour.
 * @param {string} severity
 * @returns {HTMLElement}
 */
export const severityWord = (severity) => make("span", { class: `severity ${severityClass(severity)}` }, t(severity));

/**
 * What a finding says, after the word of its severity.
 * @param {number} at
 * @returns {HTMLElement}
 */
export const findingLine = (at) =>
  make("span", { class: "say" }, severityWord(findings[at].severity), say(findings[at].title));

/**
 * Show a finding with its evidence on the map, or where the reader is if all of it is lit there.
 * @param {number} at
 */
export function openFinding(at) {
  const evidence = findings[at].nodes;
  if (!(currentView().lights && evidence.length && evidence.every(isHeld))) change({ view: "map" });
  selectFinding(at);
  showFocus();
}

/** @param {number} at */
const toggleFinding = (at) => (state.finding === at ? change({ finding: null }) : openFinding(at));

/**
 * A finding as a card that opens.
 * @param {number} at
 * @param {() => void} toggle
 * @returns {HTMLElement}
 */
export function findingCard(at, toggle = () => toggleFinding(at)) {
  const finding = findings[at];
  const isOpen = state.finding === at;
  return make(
    "li",
    null,
    make(
      "button",
      {
        type: "button",
        class: `headline ${severityClass(finding.severity)}`,
        "aria-expanded": String(isOpen),
        "data-at": at,
        onclick: toggle,
      },
      findingLine(at),
    ),
    isOpen ? make("div", { class: "more" }, findingReasons(at), findingEvidence(finding.nodes)) : null,
  );
}

/**
 * Why a finding matters, and the next step.
 * @param {number} at
 * @returns {HTMLElement[]}
 */
export const findingReasons = (at) => [
  make("h3", null, t("why")),
  make("p", null, say(findings[at].why)),
  make("h3", null, t("next")),
  make("p", null, say(findings[at].next)),
];

/** @param {number[]} evidence */
function findingEvidence(evidence) {
  if (!evidence.length) return null;
  const rest = evidence.length - MOST_EVIDENCE;
  return nodeButtons(evidence.slice(0, MOST_EVIDENCE), rest > 0 ? muted(`+ ${integer(rest)}`) : null);
}

addSheet("findings", () => [
  sheetHead(t("findings"), integer(findings.length + island.moreFindings)),
  findings.length ? null : muted(t("no_findings")),
  make(
    "ol",
    { class: "cards" },
    findings.map((_, at) => findingCard(at)),
  ),
  island.moreFindings ? muted(t("findings_more", { n: integer(island.moreFindings) })) : null,
]);

/** What is said above the gaps: how many are drawn, or why there are none. */
function gapsIntro() {
  if (gaps.length) return `${t("gap_line")}. ${t("gaps_shown", { n: integer(gaps.length) })}`;
  if (!island.gapsAbsent) return t("no_gaps");
  return `${sayCapitalized(island.words.not_assessed)}. ${say(island.gapsAbsent)}`;
}

addSheet("gaps", () => [
  sheetHead(t("gaps"), gaps.length ? integer(gaps.length + island.moreGaps) : ""),
  muted(gapsIntro()),
  make(
    "ol",
    { class: "cards" },
    gaps.map((_, at) => gapCard(at)),
  ),
  island.moreGaps ? muted(t("gaps_more", { n: integer(island.moreGaps) })) : null,
]);

/** @param {number} at */
function gapCard(at) {
  const gap = gaps[at];
  const isOpen = state.gap === at;
  return make(
    "li",
    null,
    make(
      "button",
      {
        type: "button",
        class: "headline ghost",
        "aria-expanded": String(isOpen),
        "data-at": at,
        onclick: () => (isOpen ? change({ gap: null }) : openGap(at)),
      },
      make("span", { class: "say" }, `${nodes[gap.s].label} – ${nodes[gap.t].label}`),
    ),
    isOpen
      ? make(
          "div",
          { class: "more" },
          make("p", null, say(gap.reason)),
          nodeButtons([gap.s, gap.t]),
          gap.problems.length ? [make("h3", null, t("problems_behind")), nodeButtons(gap.problems)] : null,
        )
      : null,
  );
}

/**
 * Show a gap on the map.
 * @param {number} at
 */
export function openGap(at) {
  change({ view: "map" });
  selectGap(at);
  showFocus();
}
