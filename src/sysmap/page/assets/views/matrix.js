// Who does what: stakeholders by problems; with one of them chosen, who shares its problems and is not its partner.
import { capitalized } from "../core/texts.js";
import { facets, island, kindOf, nodes } from "../base/data.js";
import { fill, make } from "../base/dom.js";
import { picture, shapeAt } from "../base/icons.js";
import { select } from "../base/selection.js";
import { addState, change, keepChoice, state } from "../base/state.js";
import { compareTexts, integer, say, t } from "../base/words.js";
import { shown } from "../map/filter.js";
import { nodeMark } from "../map/looks.js";
import { keepFocus } from "../shell/board.js";
import { segments } from "../shell/choosers.js";
import { addView } from "../shell/views.js";
/** @import { Attributes } from "../base/types.d.ts" */
/** @import { MatrixData, MatrixProblem } from "./types.d.ts" */

/** @typedef {Map<number, number>} Cells The roles in each column, added up. */
/** @typedef {MatrixData & { cells: Map<number, Cells> }} Matrix */

/** The roles, each with its number in a cell. */
const ROLES = [
  { bit: 1, name: "matrix_owns" },
  { bit: 2, name: "matrix_works" },
  { bit: 4, name: "matrix_through" },
  { bit: 8, name: "matrix_affected" },
  { bit: 16, name: "matrix_reported" },
];
/** Who carries a problem: owns it, works on it, or does so through an innovation. */
const CARRIES = 7;
const CARRYING = ROLES.filter(({ bit }) => bit & CARRIES).map(({ name }) => name);
const FIRST_ROWS = 200;
const MORE_ROWS = 1000;

const matrixState = addState({ rows: "sector" });
keepChoice("rows", "rows", () => ["sector", "load"], "sector");
let mostRows = FIRST_ROWS;

const { matrix: data } = island.views;
/** @type {Matrix | null} */
const pageMatrix = data ? { ...data, cells: new Map(data.rows.map(([node, flat]) => [node, cellsOf(flat)])) } : null;
/** @type {Map<number, Set<number>>} Who should work with whom and does not. */
const gapsOf = new Map();
for (const [one, other] of pairsOf(data?.gaps ?? [])) {
  gapsOf.set(one, (gapsOf.get(one) ?? new Set()).add(other));
  gapsOf.set(other, (gapsOf.get(other) ?? new Set()).add(one));
}

/** @param {number[]} flat @returns {[number, number][]} */
function pairsOf(flat) {
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at], flat[2 * at + 1]]);
}

/** @param {number[]} flat @returns {Cells} */
function cellsOf(flat) {
  return new Map(pairsOf(flat));
}

const sectorFacet = () => facets.find((facet) => facet.key === "Stakeholder.sector");

/** Rows by sector in the facet's order, or all in one group; those with most problems first. @param {Matrix} matrix @returns {[string, number[]][]} */
function rowGroups({ rows, cells }) {
  const facet = matrixState.rows === "sector" ? sectorFacet() : undefined;
  /** @param {number} node */
  const load = (node) => [...(cells.get(node) ?? new Map()).values()].filter((roles) => roles & CARRIES).length;
  const sorted = rows
    .map(([node]) => node)
    .filter((node) => shown[node])
    .sort((a, b) => load(b) - load(a) || compareTexts(nodes[a].label, nodes[b].label));
  if (!facet) return [["", sorted]];
  return facet.values
    .map(
      (label, value) =>
        /** @type {[string, number[]]} */ ([say(label), sorted.filter((node) => facet.of[node] === value)]),
    )
    .filter(([, members]) => members.length);
}

const HOLLOW = { fill: "none", stroke: "var(--muted)" };
/** @type {Record<string, [keyof SVGElementTagNameMap, Attributes]>} */
const MARKS = {
  matrix_owns: ["rect", { x: 2, y: 2, width: 12, height: 12, rx: 2, style: { fill: "var(--accent)" } }],
  matrix_works: ["circle", { cx: 8, cy: 8, r: 4.5, style: { fill: "var(--text)" } }],
  matrix_through: shapeAt("star", [8, 8], 4.6, { fill: "var(--c3)" }),
  matrix_affected: ["circle", { cx: 8, cy: 8, r: 5, style: { ...HOLLOW, "stroke-width": 1.6 } }],
  matrix_reported: ["path", { d: "M4 14V3h8l-2 3 2 3H4", style: { ...HOLLOW, "stroke-width": 1.5 } }],
};

/** @param {string} role */
const roleMark = (role) => picture(16, MARKS[role]);

/** @param {number} roles */
const rolesIn = (roles) => ROLES.filter(({ bit }) => roles & bit).map(({ name }) => name);

/** The strongest of the carrying roles, and what it suffers or said. @param {number} roles */
function rolesToDraw(roles) {
  const names = rolesIn(roles);
  const strongest = names.find((name) => CARRYING.includes(name));
  return [...(strongest ? [strongest] : []), ...names.slice(-2).filter((name) => !CARRYING.includes(name))];
}

/** @param {Matrix} matrix */
function headRows({ problems }) {
  const names = problems.map(([node]) =>
    make(
      "th",
      { scope: "col", "aria-current": state.selected === node ? "true" : null },
      make(
        "button",
        { type: "button", title: nodes[node].label, onclick: () => select(node), "data-node": node },
        make("span", null, nodes[node].label),
      ),
    ),
  );
  const carriers = problems.map(([, , count, , , isOwned]) =>
    make(
      "td",
      null,
      integer(count),
      isOwned === false ? make("span", { class: "unowned" }, t("matrix_unowned")) : null,
    ),
  );
  return [
    make("tr", { class: "names" }, make("td"), names),
    make("tr", { class: "counts" }, make("th", { scope: "row" }, t("matrix_carriers")), carriers),
    problems.some(([, , , needed]) => needed !== null)
      ? make("tr", { class: "counts" }, make("th", { scope: "row" }, t("matrix_partners")), problems.map(partnersCell))
      : null,
  ];
}

/** How many of the pairs that need each other are partners. @param {MatrixProblem} problem */
function partnersCell([, , , needed, met]) {
  if (!needed || met === null) return make("td", { title: null }, "—");
  const title = t("matrix_of", { met: integer(met), needed: integer(needed) });
  return make("td", { title }, `${Math.round((100 * met) / needed)}%`);
}

/** The stakeholder that is chosen, if it has a row. @param {Matrix} matrix */
const chosenRow = ({ cells }) => (state.selected !== null && cells.has(state.selected) ? state.selected : null);

/** @param {Matrix} matrix @param {number} node */
function bodyRow(matrix, node) {
  const chosen = chosenRow(matrix);
  const isGap = chosen !== null && (gapsOf.get(chosen)?.has(node) ?? false);
  const cells = matrix.cells.get(node) ?? new Map();
  const chosenCells = chosen === null ? undefined : matrix.cells.get(chosen);
  return make(
    "tr",
    { "aria-current": node === chosen ? "true" : null, class: isGap ? "gap" : null },
    make(
      "th",
      { scope: "row" },
      make(
        "button",
        { type: "button", class: "node", onclick: () => select(node), "data-node": node },
        nodeMark(node),
        make("span", { class: "name" }, nodes[node].label),
        isGap ? make("span", { class: "count" }, t("matrix_gap")) : null,
      ),
    ),
    matrix.problems.map(([problem], at) => {
      const roles = cells.get(at) ?? 0;
      const isShared = isGap && Boolean(roles & CARRIES && (chosenCells?.get(at) ?? 0) & CARRIES);
      return bodyCell(node, problem, roles, isShared);
    }),
  );
}

/** @param {number} node @param {number} problem @param {number} roles @param {boolean} isShared */
function bodyCell(node, problem, roles, isShared) {
  if (!roles) return make("td");
  const words = rolesIn(roles)
    .map((name) => t(name))
    .join(", ");
  return make(
    "td",
    { class: isShared ? "shared" : null, title: `${nodes[node].label} · ${nodes[problem].label}: ${words}` },
    rolesToDraw(roles).map(roleMark),
    make("span", { class: "unseen" }, words),
  );
}

/** @param {Matrix} matrix @param {number} rowCount */
function intro(matrix, rowCount) {
  const stakeholders = nodes.filter(({ id }) => kindOf(id).label === "Stakeholder" && shown[id]).length;
  const idle = stakeholders - rowCount;
  const used = ROLES.filter(({ bit }) =>
    [...matrix.cells.values()].some((cells) => [...cells.values()].some((roles) => roles & bit)),
  );
  return make(
    "div",
    { class: "intro" },
    make("h2", null, t("matrix_caption")),
    make(
      "div",
      { class: "key" },
      used.map(({ name }) => make("span", null, roleMark(name), t(name))),
    ),
    sectorFacet()
      ? segments(
          t("matrix_by"),
          [
            ["sector", t("matrix_by_sector")],
            ["load", t("matrix_by_load")],
          ],
          matrixState.rows,
          (rows) => change({ rows }),
        )
      : null,
    make(
      "p",
      { class: "muted", "aria-live": "polite" },
      gapSentence(chosenRow(matrix)),
      idle > 0 ? ` ${t("matrix_idle", { n: integer(idle) })}` : "",
    ),
  );
}

/** @param {number | null} chosen */
function gapSentence(chosen) {
  if (!island.assessed) return t("gaps_not_assessed");
  if (chosen === null) return t("matrix_choose");
  return t("matrix_chosen", { name: nodes[chosen].label, n: integer(gapsOf.get(chosen)?.size ?? 0) });
}

/** The rows, group after group, up to the most that are drawn at once. @param {Matrix} matrix @param {[string, number[]][]} groups */
function bodies(matrix, groups) {
  let left = mostRows;
  return groups.map(([title, rows]) => {
    const drawn = rows.slice(0, left);
    left -= drawn.length;
    const heading = `${capitalized(title)} (${integer(rows.length)})`;
    const head = make("th", { scope: "rowgroup", colspan: matrix.problems.length + 1 }, make("span", null, heading));
    return make(
      "tbody",
      null,
      title && drawn.length ? make("tr", { class: "group" }, head) : null,
      drawn.map((node) => bodyRow(matrix, node)),
    );
  });
}

/** @param {HTMLElement} root */
function showMatrix(root) {
  if (!pageMatrix) return;
  const groups = rowGroups(pageMatrix);
  const count = groups.reduce((sum, [, rows]) => sum + rows.length, 0);
  const { scrollTop, scrollLeft } = root;
  if (!root.firstChild) mostRows = FIRST_ROWS;
  keepFocus(root, "node", () => {
    fill(
      root,
      intro(pageMatrix, count),
      make("table", null, make("thead", null, headRows(pageMatrix)), bodies(pageMatrix, groups)),
      count > mostRows ? moreButton(root, count) : null,
    );
    root.scrollTo(scrollLeft, scrollTop);
  });
}

/** @param {HTMLElement} root @param {number} count */
const moreButton = (root, count) =>
  make(
    "button",
    {
      type: "button",
      class: "more-rows",
      onclick: () => {
        mostRows += MORE_ROWS;
        showMatrix(root);
      },
    },
    t("more_rows", { n: integer(Math.min(MORE_ROWS, count - mostRows)) }),
  );

addView({
  name: "matrix",
  icon: "M2.5 2.5h11v11h-11zM2.5 6h11M2.5 10h11M6 2.5v11M10 2.5v11",
  order: 20,
  has: () => pageMatrix !== null,
  keys: "off selected colorBy rows",
  show: showMatrix,
  holds: (node) =>
    pageMatrix !== null && (pageMatrix.cells.has(node) || pageMatrix.problems.some(([problem]) => problem === node)),
});
