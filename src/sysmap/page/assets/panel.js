// The side panel: one node or tie with all that is known of it, or a list.
// What else a module knows of a node is added to `sections`: node -> elements, or null.
const sections = [];

function sheetHead(title, count, mark) {
  return make("div", { class: "head" }, mark || null, make("h2", { tabindex: "-1" }, title), count ? make("span", { class: "count" }, count) : null,
    iconButton("close", t("close"), { class: "tool shut", onclick: shutSheet }));
}

function shutSheet() {
  clear();
  stage.focus({ preventScroll: true });
}

function valueText(column, value) {
  const one = (item) => {
    const choice = column.choices && column.choices[item];
    if (choice) return say(choice);
    if (typeof item === "boolean") return item ? "✓" : "–";
    return typeof item === "number" ? item.toLocaleString(state.language, { useGrouping: Math.abs(item) >= 10000 }) : String(item);
  };
  const text = Array.isArray(value) ? value.map(one).join(" · ") : one(value);
  return column.unit ? `${text} ${say(column.unit)}` : text;
}

function factList(columns, values, skip = []) {
  const rows = Object.entries(values).map(([at, value]) => [columns[at], value]).filter(([column]) => !skip.includes(column.name));
  if (!rows.length) return make("p", { class: "muted" }, t("no_facts"));
  return make("dl", { class: "facts" }, rows.map(([column, value]) => [
    make("dt", { title: column.meaning ? say(column.meaning) : null }, say(column.label)), make("dd", null, valueText(column, value))]));
}

const described = (node) => {
  const at = kindOf(node).columns.findIndex((column) => column.name === "description");
  return at < 0 ? undefined : nodes[node].p[at];
};

function nodeSheet(node) {
  const kind = kindOf(node);
  return [
    sheetHead(nodes[node].label, "", nodeMark(node)),
    make("p", { class: "muted kind" }, say(kind.title)),
    described(node) ? make("p", null, described(node)) : null,
    focusChooser(),
    seekButton(node),
    sections.map((section_) => section_(node)),
    foundIn(node),
    make("h3", null, t("facts")), factList(kind.columns, nodes[node].p, ["description", "stage_history"]),
    learningTable(node),
    make("h3", null, `${t("neighbours")} (${integer(neighbourCount(node))})`), neighbours(node),
    measureList(node),
  ];
}

const neighbourCount = (node) => new Set(tiesOf[node].map((tie) => otherEnd(tie, node))).size;

function focusChooser() {
  return make("div", { class: "around" }, make("h3", null, t("focus")),
    make("div", { class: "segments", role: "group", "aria-label": t("focus") },
      [1, 2, 3].map((steps) => make("button", { type: "button", "data-at": `steps-${steps}`, "aria-pressed": String(state.steps === steps), onclick: () => change({ steps }) },
        t(steps === 1 ? "steps" : "steps_many", { n: steps })))), wayChooser());
}

function foundIn(node) {
  const found = findings.map((finding, at) => [finding, at]).filter(([finding]) => finding.nodes.includes(node));
  const missing = gaps.map((gap, at) => [gap, at]).filter(([gap]) => gap.s === node || gap.t === node);
  if (!found.length && !missing.length) return null;
  return [make("h3", null, t("found_in")), make("ol", { class: "cards" },
    found.slice(0, 8).map(([finding, at]) => make("li", null, make("button", { type: "button", class: `headline ${tone(finding.severity)}`, onclick: () => openFinding(at) },
      make("span", { class: "say" }, severityWord(finding.severity), say(finding.title))))),
    missing.slice(0, 5).map(([gap, at]) => make("li", null, make("button", { type: "button", class: "headline ghost", onclick: () => openGap(at) },
      make("span", { class: "say" }, make("b", null, `${nodes[gap.s === node ? gap.t : gap.s].label}. `), say(gap.reason))))))];
}

function neighbours(node) {
  const groups = new Map();
  for (const tie of tiesOf[node]) {
    const key = `${tie.t}|${types[tie.t].directed && tie.to === node ? "in" : "out"}`;
    (groups.get(key) || groups.set(key, []).get(key)).push(tie);
  }
  if (!groups.size) return make("p", { class: "muted" }, t("no_neighbours"));
  return [...groups.entries()].sort(([a], [b]) => a.localeCompare(b, undefined, { numeric: true })).map(([key, group]) => {
    const type = types[group[0].t];
    const arrow = type.directed ? (key.endsWith("in") ? " ←" : " →") : "";
    const others = [...new Map(group.map((tie) => [otherEnd(tie, node), tie])).entries()]
      .sort((a, b) => nodes[a[0]].label.localeCompare(nodes[b[0]].label, state.language));
    const list = make("div", { class: "evidence" }, others.map(([other, tie]) => nodeButton(other, tieRemark(tie))));
    const title = [strokeIcon(type), make("span", null, say(type.title) + arrow), make("span", { class: "count" }, integer(others.length))];
    return make("details", { open: others.length <= 8 }, make("summary", null, title), list);
  });
}

// The one word of a tie that says most: its kind, role or polarity.
function tieRemark(tie) {
  for (const name of ["kind", "role", "polarity"]) {
    const at = types[tie.t].columns.findIndex((column) => column.name === name);
    if (at >= 0 && tie.p && tie.p[at] !== undefined) return valueText(types[tie.t].columns[at], tie.p[at]);
  }
  return "";
}

function learningTable(node) {
  const rows = island.learning[node];
  if (!rows) return null;
  const waves = [...new Set(rows.map((entry) => entry[1]))];
  const names = [...new Set(rows.map((entry) => say(entry[0])))];
  const cell = (name, wave) => rows.find((entry) => say(entry[0]) === name && entry[1] === wave);
  return [make("h3", null, t("disciplines")), make("table", { class: "small" },
    make("thead", null, make("tr", null, make("td"), waves.map((wave) => make("th", { scope: "col" }, wave === null ? "–" : String(wave))))),
    make("tbody", null, names.map((name) => make("tr", null, make("th", { scope: "row" }, name), waves.map((wave) => {
      const found = cell(name, wave);
      return make("td", { title: found && found[3] ? t("respondents", { n: integer(found[3]) }) : null }, found ? number(found[2]) : "—");
    })))))];
}

function measureList(node) {
  const mine = measures.filter((measure) => measure.of.has(node));
  if (!mine.length) return null;
  return [make("h3", null, t("measures")), mine.map((measure) => {
    const value = measure.of.get(node);
    return measureBlock(measure, value, value === null ? undefinedBecause(measure, node) : rankText(measure, node), measure.errorOf.get(node));
  })];
}

// Yes or no, and the number of a piece, have no rank.
const isYesNo = (measure) => measure.sorted !== undefined && measure.sorted.length > 0 && measure.sorted.every((value) => value === 0 || value === 1);
const isRanked = (measure) => measure.ranked && !isYesNo(measure);
const rankText = (measure, node) => (isRanked(measure) ? t("rank", { rank: integer(rankOf(measure, node)), n: integer(measure.sorted.length) }) : " ");

function undefinedBecause(measure, node) {
  if (!island.assessed && !measure.sorted.length) return t("not_assessed");
  return tiesOf[node].some((tie) => types[tie.t].type === "PARTNERS_WITH") ? t("undefined") : t("undefined_isolated");
}

function measureBlock(measure, value, remark, error) {
  const text = value === null || value === undefined ? "—" : isYesNo(measure) ? t(value ? "yes" : "no") : typeof value === "number" ? scoreText(measure, value) : String(value);
  const bar = measure.sorted && isRanked(measure) && typeof value === "number" && measure.sorted[0] > 0 ? make("i", { class: "bar", style: { "--part": `${Math.max(0, Math.min(100, (100 * value) / measure.sorted[0]))}%` } }) : null;
  return make("details", { class: "measure", "data-measure": measure.name },
    make("summary", null, make("span", { class: "name" }, head(measure.title)), make("span", { class: "value" }, text), make("span", { class: "count" }, remark || (value === null || value === undefined ? t("not_assessed") : "")), bar),
    make("p", null, make("b", null, `${t("how")}. `), say(measure.how), measure.term ? ` (${measure.term})` : ""),
    measure.estimated ? make("p", { class: "estimated" }, say(measure.estimated), typeof error === "number" ? ` ${t("own_error", { n: number(error) })}` : "") : null,
    make("p", null, make("b", null, `${t("advice")}. `), say(measure.advice)),
    measure.source ? make("p", { class: "muted" }, `${t("source")}: ${measure.source}`) : null);
}

function tieSheet(at) {
  const tie = ties[at];
  return [
    sheetHead(say(types[tie.t].title), "", strokeIcon(types[tie.t])),
    make("p", null, sentence(tie)),
    make("div", { class: "evidence" }, nodeButton(tie.from), nodeButton(tie.to)),
    make("h3", null, t("facts")), factList(types[tie.t].columns, tie.p || {}),
  ];
}

// What the panel may show, by name; a module that has something to show adds it here. Null: nothing.
Object.assign(sheets, {
  node: () => (state.selected === null ? null : nodeSheet(state.selected)),
  tie: () => (state.tie === null ? null : tieSheet(state.tie)),
});

let sheetShown = "";
function showPanel() {
  const content = sheets[state.sheet] ? sheets[state.sheet]() : null;
  const key = `${state.sheet}|${state.selected}|${state.tie}`;
  const inside = panel.contains(document.activeElement);
  const at = inside && document.activeElement.dataset.at;
  const top = key === sheetShown ? panel.scrollTop : 0;
  panel.hidden = !content;
  document.body.dataset.sheet = state.sheet;
  if (!content) { sheetShown = ""; panel.replaceChildren(); return; }
  fill(panel, content);
  panel.setAttribute("aria-label", panel.querySelector("h2").textContent);
  panel.scrollTop = top;
  sheetShown = key;
  const open = panel.querySelector(".cards [aria-expanded=true]");
  if (open) open.scrollIntoView({ block: "nearest" });
  const again = at !== undefined && at !== false ? panel.querySelector(`[data-at="${at}"]`) : null;
  if (again) again.focus({ preventScroll: true });
  else if (inside) panel.querySelector("h2").focus({ preventScroll: true });
}
