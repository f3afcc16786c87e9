// The power-interest grid: a cell for each pair of ratings, four quadrants, and how to engage whom.
const powerGrid = island.views.grid;
const GRID_QUADRANTS = [[1, 1], [1, 0], [0, 1], [0, 0]]; // power high, interest high: as the classes are numbered
if (powerGrid) powerGrid.of = new Map(powerGrid.at.map((row) => [row[0], row]));

const gridChips = (some) => some.sort((a, b) => nodes[a[0]].label.localeCompare(nodes[b[0]].label, state.language)).map(([node, power, interest]) =>
  make("button", { type: "button", class: "chip", "aria-pressed": String(node === state.selected), "data-node": node, onclick: () => select(node),
    title: `${nodes[node].label}: ${t("grid_power")} ${number(power)}, ${t("grid_interest")} ${number(interest)}` }, nodeMark(node), make("span", { class: "name" }, nodes[node].label)));

// The ratings of one side of the line, as whole numbers from the far end: 5, 4 and 3, 2, 1.
const gridSteps = (high) => [5, 4, 3, 2, 1].filter((step) => (step >= powerGrid.high) === Boolean(high));
const gridAt = (rating) => Math.min(5, Math.max(1, rating >= powerGrid.high ? Math.ceil(powerGrid.high) + Math.floor(rating - powerGrid.high) : Math.floor(rating)));

function gridQuadrant(at, people) {
  const [power, interest] = GRID_QUADRANTS[at];
  const { name, rule, plan } = powerGrid.classes[at];
  const mine = people.filter((row) => row[3] === at);
  const columns = gridSteps(interest).reverse();
  return make("section", { class: "quadrant", "aria-label": say(name), style: { "grid-area": `q${at}` } },
    make("h3", { title: say(rule) }, say(name), make("span", { class: "count" }, integer(mine.length))), make("p", { class: "muted" }, say(plan)),
    make("div", { class: "cells", style: { "grid-template-columns": `repeat(${columns.length}, minmax(0, 1fr))` } }, gridSteps(power).flatMap((row) => columns.map((column) => {
      const here = mine.filter((one) => gridAt(one[1]) === row && gridAt(one[2]) === column);
      return make("div", { class: here.length ? "cell" : "cell bare" }, make("span", { class: "muted at" }, `${row} · ${column}`), gridChips(here));
    }))));
}

function showGrid(root) {
  const people = powerGrid.at.filter(([node]) => shown[node]);
  const unrated = nodes.filter((node) => kindOf(node.id).label === "Stakeholder").length - powerGrid.at.length;
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.node : undefined;
  fill(root, make("div", { class: "intro" }, make("h2", null, t("grid_caption", { high: number(powerGrid.high) })),
    make("p", { class: "muted" }, unrated ? t("grid_unrated", { n: integer(unrated) }) : "", people.length < powerGrid.at.length ? ` ${t("grid_filtered", { n: integer(powerGrid.at.length - people.length) })}` : "")),
  make("div", { class: "grid" }, make("span", { class: "axis up" }, `${t("grid_power")} →`), make("span", { class: "axis along" }, `${t("grid_interest")} →`), [0, 1, 2, 3].map((at) => gridQuadrant(at, people))));
  const again = focused === undefined ? null : root.querySelector(`[data-node="${focused}"]`);
  if (again) again.focus({ preventScroll: true });
}

addView({ name: "grid", icon: "grid", order: 30, has: () => Boolean(powerGrid), keys: "off selected colorBy", show: showGrid, holds: (node) => powerGrid.of.has(node) });

sections.push((node) => {
  const row = powerGrid && powerGrid.of.get(node);
  if (!row) return null;
  const classes = [row[3], row[4]].filter((at) => at >= 0).map((at) => powerGrid.classes[at]);
  return [make("h3", null, t("grid_engage")), classes.map(({ name, rule, plan }) => make("p", null, make("b", null, `${say(name)}. `), `${say(rule)}. `, say(plan)))];
});
