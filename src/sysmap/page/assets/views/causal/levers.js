// Where to push: MICMAC's plane, and the four scores side by side with how far they agree.
import { island, measures } from "../../base/data.js";
import { make, makeSvg } from "../../base/dom.js";
import { select } from "../../base/selection.js";
import { state } from "../../base/state.js";
import { integer, number, say, sayCapitalized, t } from "../../base/words.js";
import { markColor } from "../../map/looks.js";
import { showTip } from "../../map/pointing.js";
import { addSheet, muted, sheetHead } from "../../panel/sheet.js";
import { oneDecimal } from "./arrows.js";
import { boxName, boxes, causes } from "./data.js";
import { sheetTool } from "./tools.js";
/** @import { CausalData } from "../types.d.ts" */
/** @import { Measure } from "../../core/types.d.ts" */

/** @typedef {NonNullable<CausalData["levers"]>} Levers */

const PLANE = { wide: 316, high: 264, edge: 18 };
/** So many places are numbered in the plane. */
const NUMBERED = 12;
/** Where the name of each role stands in the plane. */
const CORNERS = [
  { role: "driver", x: 6, y: 14, anchor: "start" },
  { role: "relay", x: 310, y: 14, anchor: "end" },
  { role: "autonomous", x: 6, y: 240, anchor: "start" },
  { role: "dependent", x: 310, y: 240, anchor: "end" },
];

/** @param {string} name @returns {Measure} */
function measureNamed(name) {
  const measure = measures.find((candidate) => candidate.name === name);
  if (!measure) throw new Error(`the page has no measure "${name}"`);
  return measure;
}

/** How the values of a measure are placed on a line. @param {string} name @param {Levers["rows"]} rows @param {(share: number) => number} placeOf */
function axisOf(name, rows, placeOf) {
  const { of } = measureNamed(name);
  /** @param {number} box */
  const valueOf = (box) => of.get(boxes[box].node) ?? 0;
  const most = Math.max(...rows.map(([box]) => valueOf(box))) || 1;
  /** @param {number} value */
  const place = (value) => oneDecimal(placeOf(value / most));
  return { place, placeOfBox: (/** @type {number} */ box) => place(valueOf(box)) };
}

/** @param {number} x @param {number} y @param {string} anchor @param {string} words @param {string | null} kind */
const planeText = (x, y, anchor, words, kind = null) =>
  makeSvg("text", { x, y, "text-anchor": anchor, class: kind }, words);

/** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
const planeLine = (x1, y1, x2, y2) => makeSvg("line", { x1, y1, x2, y2 });

/** @param {Levers} levers */
function leversPlane({ rows, split }) {
  const bottom = PLANE.high - PLANE.edge;
  const across = axisOf("micmac_dependence", rows, (share) => 12 + share * (PLANE.wide - 24));
  const up = axisOf("micmac_influence", rows, (share) => bottom - 26 - share * (bottom - 50));
  const isFree = freePlaces();
  const marks = rows.map(([box], place) => {
    const [x, y] = [across.placeOfBox(box), up.placeOfBox(box)];
    const isNumbered = place < NUMBERED && isFree(x, y);
    return leverMark(box, x, y, isNumbered ? String(place + 1) : "");
  });
  const plane = makeSvg(
    "svg",
    { class: "plane", viewBox: `0 0 ${PLANE.wide} ${PLANE.high}`, "aria-hidden": "true" },
    makeSvg("rect", { x: 0.5, y: 0.5, width: PLANE.wide - 1, height: bottom - 1 }),
    planeLine(across.place(split[0]), 0, across.place(split[0]), bottom),
    planeLine(0, up.place(split[1]), PLANE.wide, up.place(split[1])),
    CORNERS.map(({ role, x, y, anchor }) => planeText(x, y, anchor, sayCapitalized(causes.roles[role]), "corner")),
    planeText(PLANE.wide, PLANE.high - 4, "end", `${t("causal_dependence")} →`),
    planeText(0, PLANE.high - 4, "start", `↑ ${t("causal_influence")}`),
    marks.reverse(),
  );
  listen(plane);
  return plane;
}

/** Whether there is room for a number beside a point; of points close to each other the first gets it. */
function freePlaces() {
  /** @type {[number, number][]} */
  const taken = [];
  return (/** @type {number} */ x, /** @type {number} */ y) => {
    const isFree = taken.every(([a, b]) => Math.abs(a - x) > 16 || Math.abs(b - y) > 12);
    if (isFree) taken.push([x, y]);
    return isFree;
  };
}

/** @param {number} box @param {number} x @param {number} y @param {string} place */
function leverMark(box, x, y, place) {
  const { node } = boxes[box];
  return makeSvg(
    "g",
    { class: node === state.selected ? "lever chosen" : "lever", "data-lever": box },
    makeSvg("circle", { cx: x, cy: y, r: 4.5, style: { fill: `var(--${markColor(node)})` } }),
    place ? planeText(x + 6, y - 4, "start", place, "place") : null,
  );
}

/** @param {SVGSVGElement} plane */
function listen(plane) {
  /** @param {Event} event */
  const boxAt = (event) => {
    const mark = event.target instanceof Element ? event.target.closest("[data-lever]") : null;
    return mark ? Number(mark.getAttribute("data-lever")) : null;
  };
  plane.addEventListener("click", (event) => {
    const box = boxAt(event);
    if (box !== null) select(boxes[box].node);
  });
  plane.addEventListener("pointermove", (event) => {
    const box = boxAt(event);
    showTip(box === null ? "" : boxName(box), event.clientX, event.clientY);
  });
  plane.addEventListener("pointerleave", () => showTip(""));
}

addSheet("levers", () => {
  const { levers } = causes;
  if (!levers || !levers.rows.length) return null;
  const { scores, links } = levers;
  return [
    sheetHead(t("causal_levers")),
    muted(t("causal_levers_about")),
    make("h3", null, t("causal_plane")),
    leversPlane(levers),
    muted(t("causal_plane_about", { n: links })),
    make("h3", null, t("causal_ranks")),
    rankTable(levers),
    make("h3", null, t("causal_agreement")),
    agreementTable(levers),
    muted(t("causal_tau")),
    scores.map((name, at) =>
      muted(make("b", null, `${sayCapitalized(island.words[`causal_score_${at}`])}: `), say(measureNamed(name).how)),
    ),
  ];
});

/** @param {Levers} levers */
function rankTable({ rows, scores }) {
  const heads = scores.map((name, at) =>
    make("th", { scope: "col", title: say(measureNamed(name).how) }, t(`causal_score_${at}`)),
  );
  const body = rows.map(([box, role, ...ranks], place) => {
    const name = make(
      "span",
      { class: "name" },
      boxName(box),
      make("span", { class: "muted" }, ` ${say(causes.roles[role])}`),
    );
    const button = make(
      "button",
      { type: "button", class: "node", onclick: () => select(boxes[box].node) },
      make("span", { class: "place" }, integer(place + 1)),
      name,
    );
    const cells = ranks.map((rank) => make("td", null, rank === null ? "—" : integer(rank)));
    return make("tr", null, make("th", { scope: "row" }, button), cells);
  });
  return make(
    "table",
    { class: "small levers" },
    make("thead", null, make("tr", null, make("td"), heads)),
    make("tbody", null, body),
  );
}

/** How far two scores agree, for each pair. @param {Levers} levers */
function agreementTable({ scores, agree }) {
  const count = scores.length;
  /** @param {number} row @param {number} column */
  const cellText = (row, column) => {
    if (column <= row) return "";
    const tau = agree.find(([one, other]) => one === row && other === column)?.[2] ?? null;
    return tau === null ? "—" : number(tau);
  };
  const columns = Array.from({ length: count - 1 }, (_, at) => at + 1);
  const rows = Array.from({ length: count - 1 }, (_, at) => at);
  return make(
    "table",
    { class: "small" },
    make(
      "thead",
      null,
      make(
        "tr",
        null,
        make("td"),
        columns.map((at) => make("th", { scope: "col" }, t(`causal_score_${at}`))),
      ),
    ),
    make(
      "tbody",
      null,
      rows.map((row) =>
        make(
          "tr",
          null,
          make("th", { scope: "row" }, t(`causal_score_${row}`)),
          columns.map((column) => make("td", null, cellText(row, column))),
        ),
      ),
    ),
  );
}

/** The tool that opens the sheet. */
export const leversTool = () => sheetTool("levers", t("causal_levers"));
