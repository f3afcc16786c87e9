// The same data as a table: sortable, in step with filter and selection; the way in for screen readers.
import { csvText } from "../core/csv.js";
import { facets, kindOf, measures, nodes, tiesOf } from "../base/data.js";
import { focusedIn, make } from "../base/dom.js";
import { addState, change, state } from "../base/state.js";
import { select } from "../base/selection.js";
import { compareTexts, integer, number, say, sayCapitalized, t } from "../base/words.js";
import { shown, shownNodes } from "../map/filter.js";
import { nodeMark } from "../map/looks.js";
import { saveFile } from "../map/picture.js";
import { linkButton } from "../panel/sheet.js";
import { facetTitle } from "../shell/choosers.js";
import { addView } from "../shell/views.js";
/** @import { Measure } from "../core/types.d.ts" */

/** @typedef {string | number | null | undefined} CellValue */
/**
 * @typedef {object} TableColumn
 * @property {string} key
 * @property {string} title
 * @property {string} [about] What is said of its numbers.
 * @property {boolean} [isNumber]
 * @property {(node: number) => CellValue} valueOf
 */

const SHOWN_FACETS = ["Stakeholder.sector", "Stakeholder.boundary", "Problem.status", "Innovation.stage"];
const FIRST_ROWS = 300;
const MORE_ROWS = 1000;

const tableState = addState({ sort: { column: "name", down: false } });
let mostRows = FIRST_ROWS;

/** A measure as a column; an estimate has its standard error beside it. @param {Measure} measure @returns {TableColumn[]} */
function measureColumns(measure) {
  const title = sayCapitalized(measure.title);
  if (!measure.estimated) {
    return [{ key: measure.name, title, isNumber: true, valueOf: (node) => measure.of.get(node) }];
  }
  const about = say(measure.estimated);
  return [
    { key: measure.name, title: `≈ ${title}`, about, isNumber: true, valueOf: (node) => measure.of.get(node) },
    {
      key: `${measure.name}_error`,
      title: t("error_of", { title }),
      about,
      isNumber: true,
      valueOf: (node) => measure.errorOf.get(node),
    },
  ];
}

/** @returns {TableColumn[]} */
function tableColumns() {
  const named = facets.filter((facet) => SHOWN_FACETS.includes(facet.key));
  return [
    { key: "name", title: t("name"), valueOf: (node) => nodes[node].label },
    { key: "kind", title: t("kind"), valueOf: (node) => say(kindOf(node).title) },
    ...named.map((facet) => ({
      key: facet.key,
      title: facetTitle(facet),
      valueOf: (/** @type {number} */ node) => (facet.of[node] < 0 ? null : say(facet.values[facet.of[node]])),
    })),
    { key: "ties", title: t("tie_count"), isNumber: true, valueOf: (node) => tiesOf[node].length },
    ...measures.flatMap(measureColumns),
  ];
}

/** @param {CellValue} value */
const isEmpty = (value) => value === null || value === undefined;

/** Empty cells come last, whichever way it is sorted. @param {TableColumn} column */
function sortedRows(column) {
  const way = tableState.sort.down ? -1 : 1;
  return shownNodes().sort((a, b) => {
    const [one, other] = [column.valueOf(a), column.valueOf(b)];
    if (isEmpty(one) || isEmpty(other)) return Number(isEmpty(one)) - Number(isEmpty(other)) || a - b;
    const order = column.isNumber
      ? Number(one) - Number(other)
      : compareTexts(String(one), String(other), { numeric: true });
    return way * order || a - b;
  });
}

/** @param {CellValue} value */
function cellText(value) {
  if (value === null || value === undefined) return "—";
  return typeof value === "number" ? number(value) : value;
}

/** @param {TableColumn} column */
function headCell({ key, title, about, isNumber }) {
  const { sort } = tableState;
  const isSorted = sort.column === key;
  const down = isSorted ? !sort.down : Boolean(isNumber);
  return make(
    "th",
    {
      scope: "col",
      title: about ?? null,
      class: isNumber ? "number" : null,
      "aria-sort": isSorted ? (sort.down ? "descending" : "ascending") : "none",
    },
    make(
      "button",
      { type: "button", onclick: () => change({ sort: { column: key, down } }), "data-column": key },
      title,
      make("i", { class: "arrow", "aria-hidden": "true" }, isSorted ? (sort.down ? "↓" : "↑") : ""),
    ),
  );
}

/** @param {TableColumn[]} columns @param {number} node */
function tableRow([first, ...others], node) {
  return make(
    "tr",
    { "aria-current": node === state.selected ? "true" : null },
    make(
      "th",
      { scope: "row" },
      make(
        "button",
        { type: "button", class: "node", onclick: () => select(node) },
        nodeMark(node),
        make("span", { class: "name" }, first.valueOf(node)),
      ),
    ),
    others.map(({ isNumber, valueOf }) => make("td", { class: isNumber ? "number" : null }, cellText(valueOf(node)))),
  );
}

/** @param {TableColumn[]} columns @param {number[]} rows */
function caption(columns, rows) {
  const estimates = measures.flatMap((measure) =>
    measure.estimated ? [`≈ ${sayCapitalized(measure.title)}: ${say(measure.estimated)} `] : [],
  );
  const save = linkButton(t("export_csv"), () => saveTable(columns, rows));
  return make("caption", null, t("table_caption"), " ", estimates, save);
}

/** @param {HTMLElement} root */
function showTable(root) {
  const columns = tableColumns();
  const column = columns.find(({ key }) => key === tableState.sort.column) ?? columns[0];
  const rows = sortedRows(column);
  const focused = focusedIn(root)?.dataset.column;
  const { scrollTop, scrollLeft } = root;
  if (!root.firstChild) mostRows = FIRST_ROWS;
  root.replaceChildren(
    make(
      "table",
      null,
      caption(columns, rows),
      make("thead", null, make("tr", null, columns.map(headCell))),
      make(
        "tbody",
        null,
        rows.slice(0, mostRows).map((node) => tableRow(columns, node)),
      ),
    ),
    rows.length > mostRows ? moreButton(root, rows.length) : "",
  );
  root.scrollTo(scrollLeft, scrollTop);
  const heads = [...root.querySelectorAll("[data-column]")].map((head) => /** @type {HTMLElement} */ (head));
  if (focused) heads.find((head) => head.dataset.column === focused)?.focus();
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
        showTable(root);
      },
    },
    t("more_rows", { n: integer(Math.min(MORE_ROWS, count - mostRows)) }),
  );

/** @param {TableColumn[]} columns @param {number[]} rows */
function saveTable(columns, rows) {
  const heads = columns.map(({ title, about }) => (about ? `${title} (${about})` : title));
  const cells = rows.map((node) => columns.map((column) => column.valueOf(node)));
  saveFile(new Blob([csvText([heads, ...cells])], { type: "text/csv" }), "csv");
}

addView({
  name: "table",
  icon: "M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6",
  order: 90,
  has: () => true,
  keys: "off sort selected colorBy",
  show: showTable,
  holds: (node) => shown[node],
});
