// The picture of the valley. It needs no measuring: rows of a grid are the depths, slopes and ground are cells too.
import { island, nodes } from "../../base/data.js";
import { phone } from "../../base/device.js";
import { make } from "../../base/dom.js";
import { picture } from "../../base/icons.js";
import { select } from "../../base/selection.js";
import { state } from "../../base/state.js";
import { integer, number, say, sayCapitalized, t } from "../../base/words.js";
import { shown } from "../../map/filter.js";
import {
  all,
  isStopped,
  itemState,
  items,
  lackedItems,
  lacksText,
  monthsText,
  nameOrOutside,
  readinessText,
  stages,
  stalledTag,
} from "./innovations.js";
/** @import { Attributes, Child } from "../../base/types.d.ts" */
/** @import { Innovation, Stage } from "../types.d.ts" */

/** @typedef {Stage & { at: number | undefined }} Column A stage with its number; undefined for those whose stage is not known. */

const LEAST_DEPTH = 2;
const MOST_STACKED = 3;
/** Widths of columns in pixels. */
const WIDTH = { narrow: 112, wide: 200, phone: 172, side: 36 };

/** @param {Innovation} innovation */
const depthOf = (innovation) => (innovation.inside ? lackedItems(innovation).length : 0);

/** @param {Innovation} innovation */
const itemDots = (innovation) =>
  make(
    "span",
    { class: "dots", "aria-hidden": "true" },
    items.map((_, item) => make("i", { class: itemState(innovation, item) })),
  );

/** The gravest problem it answers and how grave that is; the others are counted. @param {Innovation} innovation @returns {Child} */
function problemLine({ problems = [], inside }) {
  const [first, ...others] = problems;
  if (!first) return make("span", { class: "about" }, t("valley_no_problem"));
  const [problem, severity] = first;
  const grave = severity === null ? null : make("span", null, t("valley_severity", { n: number(severity) }));
  return [
    make(
      "span",
      { class: "about problem", title: problems.map(([node]) => nameOrOutside(node)).join(" · ") },
      make("span", null, nameOrOutside(problem)),
      others.length ? make("span", null, `+${others.length}`) : null,
      inside ? grave : null,
    ),
    inside ? null : make("span", { class: "about" }, grave),
  ];
}

/** @param {Innovation} innovation */
function innovationCard(innovation) {
  const { n, inside, tone, stalled } = innovation;
  const months = inside ? monthsText(innovation) : monthsText(innovation, "valley_months_short");
  const facts = [readinessText(innovation), months].filter(Boolean).join(" · ");
  return make(
    "li",
    null,
    make(
      "button",
      {
        type: "button",
        class: inside ? `card inside ${tone || "info"}` : "card",
        "aria-current": state.selected === n ? "true" : null,
        onclick: () => select(n),
      },
      make("b", { class: "name" }, nodes[n].label),
      inside ? make("span", { class: "lacks" }, make("b", null, lacksText(innovation)), itemDots(innovation)) : null,
      problemLine(innovation),
      make("span", { class: "about" }, facts, facts && stalled ? " " : null, stalledTag(innovation)),
    ),
  );
}

/** Columns in their order; everything between the first and the last stage of the valley belongs to it. */
function stageColumns() {
  /** @type {Column[]} */
  const living = stages.map((stage, at) => ({ ...stage, at })).filter((stage) => !stage.dead);
  if (all.some(({ stage }) => stage === undefined)) {
    living.unshift({ title: island.words.valley_stage, valley: false, dead: false, at: undefined });
  }
  /** @param {Column} column */
  const isLow = ({ valley, at }) => valley || all.some(({ inside, stage }) => inside && stage === at);
  const low = living.map((column, place) => (isLow(column) ? place : -1)).filter((place) => place >= 0);
  const [first, last] = [Math.min(...low), Math.max(...low)];
  return {
    before: living.slice(0, first),
    valley: living.slice(first, last + 1),
    after: living.slice(last + 1),
  };
}

/** Those outside the valley are not what one looks for: of many, the first are shown and the others folded. @param {Innovation[]} here @returns {Child} */
function cardStack(here) {
  const outside = here.filter(({ inside }) => !inside);
  const folded = outside.length > MOST_STACKED ? outside.slice(MOST_STACKED - 1) : [];
  const open = here.filter((innovation) => !folded.includes(innovation));
  return [
    folded.length
      ? make(
          "details",
          null,
          make("summary", null, t("valley_more", { n: integer(folded.length) })),
          make("ul", null, folded.map(innovationCard)),
        )
      : null,
    make("ul", null, open.map(innovationCard)),
  ];
}

/** The place of a cell in the grid. @param {number} column @param {number} row @param {number} width @param {number} height @returns {Attributes} */
const place = (column, row, width = 1, height = 1) => ({
  style: { "grid-column": `${column} / span ${width}`, "grid-row": `${row} / span ${height}` },
});

/** The heads and the cells with cards of one column. @param {Column} stage @param {number} column @param {Innovation[]} living @param {number} depth */
function columnCells(stage, column, living, depth) {
  const members = living.filter((innovation) => innovation.stage === stage.at);
  const title = say(stage.title);
  const rows = depth ? Array.from({ length: depth + 1 }, (_, row) => row) : [0];
  const head = make(
    "h3",
    place(column, 1),
    make("span", null, title),
    make("span", { class: "count" }, integer(members.length)),
  );
  const cells = rows.map((row) => {
    const here = members.filter((innovation) => depthOf(innovation) === row);
    if (!here.length) return null;
    const label = depth ? `${title}: ${t("valley_level", { n: integer(row) })}` : title;
    return make(
      "div",
      { class: "cell", role: "group", "aria-label": label, ...place(column, row + 2) },
      cardStack(here),
    );
  });
  return [head, ...cells];
}

/** @param {string} kind @param {Attributes} where @param {...Child} content */
const scenery = (kind, where, ...content) => make("div", { class: kind, "aria-hidden": "true", ...where }, ...content);

/** The whole picture. */
export function valleyPicture() {
  const { before, valley, after } = stageColumns();
  const living = all.filter(({ n }) => shown[n]);
  const depth = Math.max(LEAST_DEPTH, ...living.map(depthOf));
  const start = { valley: before.length + 2, after: before.length + valley.length + 3 };
  const cells = [
    before.map((stage, at) => columnCells(stage, 1 + at, living, 0)),
    valley.map((stage, at) => columnCells(stage, start.valley + at, living, depth)),
    after.map((stage, at) => columnCells(stage, start.after + at, living, 0)),
  ];
  const gorge = place(start.valley - 1, 3, valley.length + 2, depth);
  const floor = depth + 3;
  return make(
    "div",
    { class: "valley", style: gridStyle(before.length, valley.length, after.length, depth) },
    scenery("gorge", gorge),
    before.length ? scenery("ground", place(1, 3, before.length, depth + 1)) : null,
    slope(place(start.valley - 1, 3, 1, depth), "M0,0C70,0 62,100 100,100", "L0,100Z"),
    slope(place(start.valley + valley.length, 3, 1, depth), "M100,0C30,0 38,100 0,100", "L100,100Z"),
    after.length ? explanation(place(start.after, 3, after.length, depth + 1)) : null,
    scenery("ground deep", place(start.valley - 1, floor, valley.length + 2)),
    scenery("floor", place(start.valley, floor, valley.length)),
    depthMarks(depth, start.valley, before.length, valley.length),
    cells,
  );
}

/** @param {number} before @param {number} valley @param {number} after @param {number} depth */
function gridStyle(before, valley, after, depth) {
  const wide = phone.matches ? WIDTH.phone : WIDTH.wide;
  /** @param {number} count @param {string} column */
  const columns = (count, column) => new Array(count).fill(column).join(" ");
  const narrow = `minmax(${WIDTH.narrow}px, 1fr)`;
  const side = `${WIDTH.side}px`;
  const low = columns(valley, `minmax(${wide}px, 1.8fr)`);
  return {
    "min-width": `${WIDTH.narrow * (before + after) + wide * valley + 2 * WIDTH.side}px`,
    "grid-template-columns": `${columns(before, narrow)} ${side} ${low} ${side} ${columns(after, narrow)}`,
    "grid-template-rows": `auto auto repeat(${depth}, minmax(26px, auto)) 20px`,
  };
}

/** What the valley is, on the ground behind it. @param {Attributes} where */
const explanation = (where) =>
  make(
    "div",
    { class: "ground", ...where },
    make("p", null, make("b", null, t("valley"))),
    make("p", null, t("valley_how")),
  );

/** Lines across the valley, and beside them how deep each is. @param {number} depth @param {number} start @param {number} before @param {number} width */
const depthMarks = (depth, start, before, width) =>
  Array.from({ length: depth }, (_, row) => [
    row + 1 === depth ? null : scenery("level", place(start, row + 3, width)),
    before ? scenery("depth", place(before, row + 3), t("valley_level", { n: integer(row + 1) })) : null,
  ]);

/** One side of the valley, stretched over its cell: the earth, and its edge. @param {Attributes} where @param {string} edge @param {string} below */
function slope(where, edge, below) {
  const side = picture(100, ["path", { d: edge + below, class: "earth" }], ["path", { d: edge, class: "rim" }]);
  side.setAttribute("preserveAspectRatio", "none");
  return scenery("slope", where, side);
}

/** Those that stopped are out of the picture, but not forgotten. */
export function stoppedLine() {
  const stopped = all.filter((innovation) => isStopped(innovation) && shown[innovation.n]);
  if (!stopped.length) return null;
  const title = sayCapitalized(stages[stopped[0].stage ?? 0].title);
  const count = make("span", { class: "count" }, integer(stopped.length));
  return make(
    "div",
    { class: "stopped" },
    make("h3", null, make("span", null, title), count),
    make("ul", null, stopped.map(innovationCard)),
  );
}
