// The overview beside the map: three headlines, the ways into the panel, and what a reader must know of the page.
import { findings, gaps, island, nodes } from "../base/data.js";
import { elementOf, fill, make } from "../base/dom.js";
import { change, state } from "../base/state.js";
import { integer, say, t } from "../base/words.js";
import { savePicture } from "../map/picture.js";
import { findingLine, openFinding, severityClass } from "./findings.js";
import { measureBlock } from "./measures.js";
import { addSheet, linkButton, muted, sheetHead } from "./sheet.js";
import { storyButton } from "./story.js";
/** @import { Child } from "../base/types.d.ts" */

const overview = elementOf("overview");
const { suggestions } = island;

/** @type {(() => Child)[]} */
const doors = [];

/**
 * Let a module add a button to those below the headlines.
 * @param {() => Child} door
 */
export const addDoor = (door) => doors.push(door);

/** @param {number} at */
const headline = (at) =>
  make(
    "li",
    null,
    make(
      "button",
      {
        type: "button",
        class: `headline ${severityClass(findings[at].severity)}`,
        "aria-pressed": String(state.finding === at),
        onclick: () => openFinding(at),
      },
      findingLine(at),
    ),
  );

/** @param {string} sheet @param {string} text */
const sheetLink = (sheet, text) => linkButton(text, () => change({ sheet }));

/** Draw the overview. */
export function showOverview() {
  const findingCount = integer(findings.length + island.moreFindings);
  const gapCount = gaps.length ? ` (${integer(gaps.length + island.moreGaps)})` : "";
  fill(
    overview,
    make("p", { class: "muted phone" }, say(island.about)),
    make("h2", null, t("headlines")),
    storyButton(),
    island.headlines.length
      ? make("ol", { class: "headlines" }, island.headlines.map(headline))
      : muted(t(nodes.length ? "no_findings" : "empty")),
    make(
      "div",
      { class: "links" },
      findings.length ? sheetLink("findings", t("all_findings", { n: findingCount })) : null,
      sheetLink("gaps", t("gaps") + gapCount),
      suggestions.length ? sheetLink("suggestions", `${t("suggestions")} (${integer(suggestions.length)})`) : null,
      sheetLink("about", t("notes")),
      doors.map((door) => door()),
      make("button", { type: "button", class: "link phone", onclick: savePicture }, t("save_png")),
    ),
  );
}

addSheet("about", () => [
  sheetHead(t("notes")),
  make("p", null, say(island.about)),
  island.author ? muted(island.author) : null,
  island.notes.map((note) => make("p", null, say(note))),
  muted(t("offline")),
  island.numbers.length
    ? [make("h3", null, t("numbers")), island.numbers.map((measure) => measureBlock(measure, measure.value, ""))]
    : null,
]);
