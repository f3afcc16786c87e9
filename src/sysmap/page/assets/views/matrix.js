// Who does what: stakeholders by problems; with one of them chosen, who shares its problems and is not its partner.
const matrix = island.views.matrix;
const MATRIX_ROLES = [[1, "matrix_owns"], [2, "matrix_works"], [4, "matrix_through"], [8, "matrix_affected"], [16, "matrix_reported"]];
const MATRIX_ROWS = 200;
let matrixMost = MATRIX_ROWS;
state.rows = "sector";
keepChoice("rows", "rows", () => ["sector", "load"], "sector");

const matrixGaps = new Map();
if (matrix) {
  for (let at = 0; at < matrix.gaps.length; at += 2) {
    const pair = [matrix.gaps[at], matrix.gaps[at + 1]];
    for (const [one, other] of [pair, [pair[1], pair[0]]]) (matrixGaps.get(one) || matrixGaps.set(one, new Set()).get(one)).add(other);
  }
  matrix.cells = new Map(matrix.rows.map(([node, flat]) => {
    const mine = new Map();
    for (let at = 0; at < flat.length; at += 2) mine.set(flat[at], flat[at + 1]);
    return [node, mine];
  }));
}

const sectorFacet = () => facets.find((facet) => facet.key === "Stakeholder.sector");

// Groups of rows: by sector in the facet's order, or all in one; those with most problems first.
function matrixGroups() {
  const facet = state.rows === "sector" ? sectorFacet() : undefined;
  const carried = (node) => [...matrix.cells.get(node).values()].filter((roles) => roles & 7).length;
  const rows = matrix.rows.map(([node]) => node).filter((node) => shown[node])
    .sort((a, b) => carried(b) - carried(a) || nodes[a].label.localeCompare(nodes[b].label, state.language));
  if (!facet) return [["", rows]];
  return facet.values.map((label, value) => [say(label), rows.filter((node) => facet.of[node] === value)]).filter(([, some]) => some.length);
}

function matrixMark(role) {
  const fill_ = { fill: "var(--text)" };
  const shapes = {
    matrix_owns: [["rect", { x: 2, y: 2, width: 12, height: 12, rx: 2, style: { fill: "var(--accent)" } }]],
    matrix_works: [["circle", { cx: 8, cy: 8, r: 4.5, style: fill_ }]],
    matrix_through: [["polygon", { points: SHAPES.star.map(([x, y]) => `${8 + x * 4.6},${8 + y * 4.6}`).join(" "), style: { fill: "var(--c3)" } }]],
    matrix_affected: [["circle", { cx: 8, cy: 8, r: 5, style: { fill: "none", stroke: "var(--muted)", "stroke-width": 1.6 } }]],
    matrix_reported: [["path", { d: "M4 14V3h8l-2 3 2 3H4", style: { fill: "none", stroke: "var(--muted)", "stroke-width": 1.5 } }]],
  };
  return svg(16, ...shapes[role]);
}

const rolesOf = (roles) => MATRIX_ROLES.filter(([bit]) => roles & bit).map(([, name]) => name);
// The strongest of the carrying roles, and what it suffers or said.
const rolesDrawn = (roles) => { const all = rolesOf(roles); return [all.find((name) => ["matrix_owns", "matrix_works", "matrix_through"].includes(name)), ...all.slice(-2).filter((name) => ["matrix_affected", "matrix_reported"].includes(name))].filter(Boolean); };

function matrixHead() {
  const word = ([, , , , , owned]) => (owned !== false ? null : make("span", { class: "unowned" }, t("matrix_unowned")));
  return [
    make("tr", { class: "names" }, make("td"), matrix.problems.map((problem) => make("th", { scope: "col", "aria-current": state.selected === problem[0] ? "true" : null },
      make("button", { type: "button", title: nodes[problem[0]].label, onclick: () => select(problem[0]), "data-node": problem[0] }, make("span", null, nodes[problem[0]].label))))),
    make("tr", { class: "counts" }, make("th", { scope: "row" }, t("matrix_carriers")), matrix.problems.map((problem) => make("td", null, integer(problem[2]), word(problem)))),
    matrix.problems.some((problem) => problem[3] !== null) ? make("tr", { class: "counts" }, make("th", { scope: "row" }, t("matrix_partners")), matrix.problems.map(([, , , needed, met]) => make("td",
      { title: needed ? t("matrix_of", { met: integer(met), needed: integer(needed) }) : null }, needed ? `${Math.round((100 * met) / needed)}%` : "—"))) : null,
  ];
}

function matrixRow(node, mine, chosen) {
  const cells = matrix.cells.get(node);
  const gap = chosen !== null && matrixGaps.get(chosen) !== undefined && matrixGaps.get(chosen).has(node);
  return make("tr", { "aria-current": node === chosen ? "true" : null, class: gap ? "gap" : null },
    make("th", { scope: "row" }, make("button", { type: "button", class: "node", onclick: () => select(node), "data-node": node },
      nodeMark(node), make("span", { class: "name" }, nodes[node].label), gap ? make("span", { class: "count" }, t("matrix_gap")) : null)),
    matrix.problems.map((problem, at) => {
      const roles = cells.get(at) || 0;
      if (!roles) return make("td");
      const words = rolesOf(roles).map((name) => t(name)).join(", ");
      const shared = gap && roles & 7 && mine && (mine.get(at) || 0) & 7;
      return make("td", { class: shared ? "shared" : null, title: `${nodes[node].label} · ${nodes[problem[0]].label}: ${words}` },
        rolesDrawn(roles).map((name) => matrixMark(name)), make("span", { class: "unseen" }, words));
    }));
}

function matrixIntro(rows) {
  const chosen = matrix.cells.has(state.selected) ? state.selected : null;
  const gapsOf = chosen !== null ? (matrixGaps.get(chosen) || new Set()).size : 0;
  const idle = nodes.filter((node) => kindOf(node.id).label === "Stakeholder" && shown[node.id]).length - rows;
  return make("div", { class: "intro" },
    make("h2", null, t("matrix_caption")),
    make("div", { class: "key" }, MATRIX_ROLES.filter(([bit]) => matrix.rows.some(([, flat]) => flat.some((value, at) => at % 2 && value & bit))).map(([, name]) => make("span", null, matrixMark(name), t(name)))),
    sectorFacet() ? segmented(t("matrix_by"), [["sector", t("matrix_by_sector")], ["load", t("matrix_by_load")]], state.rows, (value) => change({ rows: value })) : null,
    make("p", { class: "muted", "aria-live": "polite" }, island.assessed ? (chosen === null ? t("matrix_choose") : t("matrix_chosen", { name: nodes[chosen].label, n: integer(gapsOf) })) : t("gaps_not_assessed"),
      idle > 0 ? ` ${t("matrix_idle", { n: integer(idle) })}` : ""));
}

function showMatrix(root) {
  const groups = matrixGroups();
  const count = groups.reduce((sum, [, rows]) => sum + rows.length, 0);
  const chosen = matrix.cells.has(state.selected) ? state.selected : null;
  const mine = chosen === null ? null : matrix.cells.get(chosen);
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.node : undefined;
  const { scrollTop, scrollLeft } = root;
  if (!root.firstChild) matrixMost = MATRIX_ROWS;
  let left = matrixMost;
  const body = groups.map(([title, rows]) => {
    const some = rows.slice(0, left);
    left -= some.length;
    return make("tbody", null, title && some.length ? make("tr", { class: "group" }, make("th", { scope: "rowgroup", colspan: matrix.problems.length + 1 }, make("span", null, `${head([title, title])} (${integer(rows.length)})`))) : null,
      some.map((node) => matrixRow(node, mine, chosen)));
  });
  fill(root, matrixIntro(count), make("table", null, make("thead", null, matrixHead()), body),
    count > matrixMost ? make("button", { type: "button", class: "more-rows", onclick: () => { matrixMost += 1000; showMatrix(root); } }, t("more_rows", { n: integer(Math.min(1000, count - matrixMost)) })) : null);
  root.scrollTo(scrollLeft, scrollTop);
  const again = focused === undefined ? null : root.querySelector(`[data-node="${focused}"]`);
  if (again) again.focus({ preventScroll: true });
}

addView({ name: "matrix", icon: "matrix", order: 20, has: () => Boolean(matrix), keys: "off selected colorBy rows", show: showMatrix,
  holds: (node) => matrix.cells.has(node) || matrix.problems.some((problem) => problem[0] === node) });
