// The power-interest grid: a cell for each pair of ratings, four quadrants, and how to engage whom.
import { island, kindOf, nodes } from "../base/data.js";
import { fill, make } from "../base/dom.js";
import { select } from "../base/selection.js";
import { state } from "../base/state.js";
import { compareTexts, integer, number, say, t } from "../base/words.js";
import { shown } from "../map/filter.js";
import { nodeMark } from "../map/looks.js";
import { addSection } from "../panel/node.js";
import { keepFocus } from "../shell/board.js";
import { addView } from "../shell/views.js";
/** @import { GridData } from "./types.d.ts" */

/** @typedef {GridData["at"][number]} Rating */

const { grid } = island.views;
/** Whether power and interest are high, in the order of the classes. */
const QUADRANTS = [
  { power: true, interest: true },
  { power: true, interest: false },
  { power: false, interest: true },
  { power: false, interest: false },
];
const RATINGS = [5, 4, 3, 2, 1];

/** @type {Map<number, Rating>} */
const ratingOf = new Map((grid?.at ?? []).map((rating) => [rating[0], rating]));

/** @param {Rating} rating */
function chip([node, power, interest]) {
  const ratings = `${t("grid_power")} ${number(power)}, ${t("grid_interest")} ${number(interest)}`;
  return make(
    "button",
    {
      type: "button",
      class: "chip",
      "aria-pressed": String(node === state.selected),
      "data-node": node,
      onclick: () => select(node),
      title: `${nodes[node].label}: ${ratings}`,
    },
    nodeMark(node),
    make("span", { class: "name" }, nodes[node].label),
  );
}

/** @param {Rating[]} ratings */
const chips = (ratings) => ratings.sort((a, b) => compareTexts(nodes[a[0]].label, nodes[b[0]].label)).map(chip);

/** The ratings of one side of the line, from the far end. @param {number} high @param {boolean} isHigh */
const ratingsOn = (high, isHigh) => RATINGS.filter((rating) => rating >= high === isHigh);

/**
 * The whole number whose cell a rating stands in: a rating between two stays on its side of the line.
 * @param {number} high
 * @param {number} rating
 */
function cellOf(high, rating) {
  const whole = rating >= high ? Math.ceil(high) + Math.floor(rating - high) : Math.floor(rating);
  return Math.min(5, Math.max(1, whole));
}

/** @param {GridData} data @param {number} at @param {Rating[]} ratings */
function quadrant({ high, classes }, at, ratings) {
  const { name, rule, plan } = classes[at];
  const members = ratings.filter((rating) => rating[3] === at);
  const rows = ratingsOn(high, QUADRANTS[at].power);
  const columns = ratingsOn(high, QUADRANTS[at].interest).reverse();
  const cells = rows.flatMap((row) =>
    columns.map((column) => {
      const here = members.filter(
        ([, power, interest]) => cellOf(high, power) === row && cellOf(high, interest) === column,
      );
      return make(
        "div",
        { class: here.length ? "cell" : "cell bare" },
        make("span", { class: "muted at" }, `${row} · ${column}`),
        chips(here),
      );
    }),
  );
  const template = `repeat(${columns.length}, minmax(0, 1fr))`;
  return make(
    "section",
    { class: "quadrant", "aria-label": say(name), style: { "grid-area": `q${at}` } },
    make("h3", { title: say(rule) }, say(name), make("span", { class: "count" }, integer(members.length))),
    make("p", { class: "muted" }, say(plan)),
    make("div", { class: "cells", style: { "grid-template-columns": template } }, cells),
  );
}

/** @param {GridData} data @param {Rating[]} ratings */
function gridIntro(data, ratings) {
  const unrated = nodes.filter((node) => kindOf(node.id).label === "Stakeholder").length - data.at.length;
  const filtered = data.at.length - ratings.length;
  return make(
    "div",
    { class: "intro" },
    make("h2", null, t("grid_caption", { high: number(data.high) })),
    make(
      "p",
      { class: "muted" },
      unrated ? t("grid_unrated", { n: integer(unrated) }) : "",
      filtered > 0 ? ` ${t("grid_filtered", { n: integer(filtered) })}` : "",
    ),
  );
}

/** @param {HTMLElement} root */
function showGrid(root) {
  if (!grid) return;
  const ratings = grid.at.filter(([node]) => shown[node]);
  keepFocus(root, "node", () =>
    fill(
      root,
      gridIntro(grid, ratings),
      make(
        "div",
        { class: "grid" },
        make("span", { class: "axis up" }, `${t("grid_power")} →`),
        make("span", { class: "axis along" }, `${t("grid_interest")} →`),
        QUADRANTS.map((_, at) => quadrant(grid, at, ratings)),
      ),
    ),
  );
}

addView({
  name: "grid",
  icon: "M2.5 2.5h11v11h-11zM8 2.5v11M2.5 8h11",
  order: 30,
  has: () => Boolean(grid),
  keys: "off selected colorBy",
  show: showGrid,
  holds: (node) => ratingOf.has(node),
});

addSection((node) => {
  const rating = ratingOf.get(node);
  if (!grid || !rating) return null;
  const classes = [rating[3], rating[4]].filter((at) => at >= 0).map((at) => grid.classes[at]);
  return [
    make("h3", null, t("grid_engage")),
    classes.map(({ name, rule, plan }) =>
      make("p", null, make("b", null, `${say(name)}. `), `${say(rule)}. `, say(plan)),
    ),
  ];
});
