// The same data as a table: sortable, synced with filter and selection; the way in for screen readers.
const TOLD = ["Stakeholder.sector", "Stakeholder.boundary", "Problem.status", "Innovation.stage"];
const PAGE_ROWS = 300;
let rowsShown = PAGE_ROWS;

// An estimate has its standard error beside it.
function measureColumns(measure) {
  const column = (key, title, of) => ({ key, title, about: measure.estimated ? say(measure.estimated) : null, number: true, of: (node) => (of.has(node) ? of.get(node) : null) });
  const found = column(measure.name, `${measure.estimated ? "≈ " : ""}${head(measure.title)}`, measure.of);
  return measure.estimated ? [found, column(`${measure.name}_error`, t("error_of", { title: head(measure.title) }), measure.errorOf)] : [found];
}

function tableColumns() {
  const named = facets.filter((facet) => TOLD.includes(facet.key));
  return [
    { key: "name", title: t("name"), of: (node) => nodes[node].label },
    { key: "kind", title: t("kind"), of: (node) => say(kindOf(node).title) },
    ...named.map((facet) => ({ key: facet.key, title: facetTitle(facet), of: (node) => (facet.of[node] < 0 ? null : say(facet.values[facet.of[node]])) })),
    { key: "ties", title: t("tie_count"), number: true, of: (node) => tiesOf[node].length },
    ...measures.flatMap(measureColumns),
  ];
}

// Empty cells last, whichever way it is sorted.
function sortedRows(column) {
  const rows = nodes.map((node) => node.id).filter((node) => shown[node]);
  const way = state.sort.down ? -1 : 1;
  const empty = (value) => value === null || value === undefined;
  return rows.sort((a, b) => {
    const [one, other] = [column.of(a), column.of(b)];
    if (empty(one) || empty(other)) return empty(one) - empty(other) || a - b;
    return way * (column.number ? one - other : String(one).localeCompare(String(other), state.language, { numeric: true })) || a - b;
  });
}

const cellText = (column, value) => (value === null || value === undefined ? "—" : column.number ? number(value) : String(value));

function tableHead(columns) {
  return make("tr", null, columns.map((column) => {
    const sorted = state.sort.column === column.key;
    return make("th", { scope: "col", title: column.about || null, class: column.number ? "number" : null, "aria-sort": sorted ? (state.sort.down ? "descending" : "ascending") : "none" },
      make("button", { type: "button", onclick: () => change({ sort: { column: column.key, down: sorted ? !state.sort.down : Boolean(column.number) } }), "data-column": column.key },
        column.title, make("i", { class: "arrow", "aria-hidden": "true" }, sorted ? (state.sort.down ? "↓" : "↑") : "")));
  }));
}

function tableRow(columns, node) {
  const [first, ...others] = columns;
  return make("tr", { "aria-current": node === state.selected ? "true" : null },
    make("th", { scope: "row" }, make("button", { type: "button", class: "node", onclick: () => select(node) }, nodeMark(node), make("span", { class: "name" }, first.of(node)))),
    others.map((column) => make("td", { class: column.number ? "number" : null }, cellText(column, column.of(node)))));
}

function showTable(root) {
  const columns = tableColumns();
  const column = columns.find((one) => one.key === state.sort.column) || columns[0];
  const rows = sortedRows(column);
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.column : null;
  const { scrollTop, scrollLeft } = root;
  if (!root.firstChild) rowsShown = PAGE_ROWS;
  root.replaceChildren(
    make("table", null, make("caption", null, t("table_caption"), " ", measures.filter((measure) => measure.estimated).map((measure) => `≈ ${head(measure.title)}: ${say(measure.estimated)} `), make("button", { type: "button", class: "link", onclick: () => saveTable(columns, rows) }, t("export_csv"))),
      make("thead", null, tableHead(columns)), make("tbody", null, rows.slice(0, rowsShown).map((node) => tableRow(columns, node)))),
    rows.length > rowsShown ? make("button", { type: "button", class: "more-rows", onclick: () => { rowsShown += 1000; showTable(root); } },
      t("more_rows", { n: integer(Math.min(1000, rows.length - rowsShown)) })) : "");
  root.scrollTo(scrollLeft, scrollTop);
  if (focused) { const again = [...root.querySelectorAll("[data-column]")].find((one) => one.dataset.column === focused); if (again) again.focus(); }
}

addView({ name: "table", icon: "table", order: 90, has: () => true, keys: "off sort selected colorBy", show: showTable, holds: (node) => shown[node] });

// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
function saveTable(columns, rows) {
  const cell = (value) => {
    const text = value === null || value === undefined ? "" : typeof value === "number" ? String(value) : /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines_ = [columns.map((column) => cell(column.about ? `${column.title} (${column.about})` : column.title)), ...rows.map((node) => columns.map((column) => cell(column.of(node))))];
  saveFile(new Blob([`\ufeff${lines_.map((line) => line.join(",")).join("\r\n")}\r\n`], { type: "text/csv" }), "csv");
}
