// The pipeline of innovations. Stages go from left to right; between trial and routine the ground falls away: the more an innovation lacks, the deeper it stands.
ICONS.pipeline = "M1 4h2.5c2.5 0 2 8.5 4.5 8.5S10 4 12.5 4H15";
ICONS.check = "M3.500 8.5 6.5 11.5 12.5 5";
ICONS.cross = "M4.500 4.500l7 7M11.500 4.500l-7 7";
const pipelineData = island.views.pipeline || { items: [], stages: [], all: [] };
const crossing = new Map(pipelineData.all.map((one) => [one.n, one]));
const lackedItems = (one) => one.lacks || [];
const unknownItems = (one) => one.unknown || [];
const isStopped = (one) => one.stage !== undefined && pipelineData.stages[one.stage].dead;
const valleyDepth = (one) => (one.inside ? lackedItems(one).length : 0);
const VALLEY_LEAST = 2;
const MOST_STACKED = 3;
const [NARROW_STAGE, WIDE_STAGE, PHONE_STAGE, VALLEY_SIDE] = [112, 200, 172, 36];
const itemName = (item) => pipelineData.items[item];

function lacksText(one) {
  const known = pipelineData.items.length - unknownItems(one).length;
  const text = lackedItems(one).length ? t("valley_lacks", { n: integer(lackedItems(one).length), all: integer(known) }) : t("valley_whole");
  return unknownItems(one).length ? `${text} · ${t("valley_unknown", { n: integer(unknownItems(one).length) })}` : text;
}

const itemState = (one, item) => (lackedItems(one).includes(item) ? "missing" : unknownItems(one).includes(item) ? "not_known" : "have");
const eightDots = (one) => make("span", { class: "dots", "aria-hidden": "true" }, pipelineData.items.map((_, item) => make("i", { class: itemState(one, item) })));

const monthsText = (one, key = one.months === 1 ? "valley_month" : "valley_months") => (one.months === undefined ? (isStopped(one) ? null : t("valley_undated")) : t(key, { n: integer(one.months) }));
const readinessText = (one) => (one.trl === undefined ? null : t("valley_readiness", { n: number(one.trl) }));
const stalledMark = (one) => (one.stalled ? make("b", { class: "tag medium" }, t("valley_stalled")) : null);

const NOT_DRAWN = -1;
const nodeOrOutside = (node) => (node === NOT_DRAWN ? t("valley_outside") : nodes[node].label);

// The gravest problem it answers and how grave that is; the others are counted.
function problemLine(one) {
  const [first, ...others] = one.problems || [];
  if (!first) return make("span", { class: "about" }, t("valley_no_problem"));
  const grave = first[1] === null ? null : make("span", null, t("valley_severity", { n: number(first[1]) }));
  return [make("span", { class: "about problem", title: one.problems.map(([problem]) => nodeOrOutside(problem)).join(" · ") },
    make("span", null, nodeOrOutside(first[0])), others.length ? make("span", null, `+${others.length}`) : null, one.inside ? grave : null), one.inside ? null : make("span", { class: "about" }, grave)];
}

function innovationCard(one) {
  const facts = [readinessText(one), one.inside ? monthsText(one) : monthsText(one, "valley_months_short")].filter(Boolean).join(" · ");
  return make("li", null, make("button", { type: "button", class: one.inside ? `card inside ${one.tone || "info"}` : "card",
    "aria-current": state.selected === one.n ? "true" : null, onclick: () => select(one.n) },
  make("b", { class: "name" }, nodes[one.n].label),
  one.inside ? make("span", { class: "lacks" }, make("b", null, lacksText(one)), eightDots(one)) : null,
  problemLine(one), make("span", { class: "about" }, facts, facts && one.stalled ? " " : null, stalledMark(one))));
}

// Columns in their order; those of the valley are wide, and everything between the first and the last of them belongs to it.
function pipelineColumns() {
  const { stages, all } = pipelineData;
  const living = stages.map((stage, at) => ({ ...stage, at })).filter((stage) => !stage.dead);
  if (all.some((one) => one.stage === undefined)) living.unshift({ title: island.words.valley_stage, valley: false, dead: false, at: undefined });
  const low = living.map((stage, at) => (stage.valley || all.some((one) => one.inside && one.stage === stage.at) ? at : -1)).filter((at) => at >= 0);
  const [first, last] = [Math.min(...low), Math.max(...low)];
  return { before: living.slice(0, first), valley: living.slice(first, last + 1), after: living.slice(last + 1) };
}

// Those outside the valley are not what one looks for: of many, the first are shown and the others folded.
function stackOf(here) {
  const outside = here.filter((one) => !one.inside);
  const folded = outside.length > MOST_STACKED ? outside.slice(MOST_STACKED - 1) : [];
  return [folded.length ? make("details", null, make("summary", null, t("valley_more", { n: integer(folded.length) })), make("ul", null, folded.map(innovationCard))) : null,
    make("ul", null, here.filter((one) => !folded.includes(one)).map(innovationCard))];
}

// The cells of a picture that needs no measuring: the grid's rows are the depths, slopes and ground are cells too.
function valleyPicture() {
  const { before, valley, after } = pipelineColumns();
  const living = pipelineData.all.filter((one) => shown[one.n]);
  const depth = Math.max(VALLEY_LEAST, ...living.map(valleyDepth));
  const place = (column, row, width = 1, height = 1) => ({ style: { "grid-column": `${column} / span ${width}`, "grid-row": `${row} / span ${height}` } });
  const narrow = (all) => all.map(() => `minmax(${NARROW_STAGE}px, 1fr)`).join(" ");
  const width = phone.matches ? PHONE_STAGE : WIDE_STAGE;
  const wide = valley.map(() => `minmax(${width}px, 1.8fr)`).join(" ");
  const columns = `${narrow(before)} ${VALLEY_SIDE}px ${wide} ${VALLEY_SIDE}px ${narrow(after)}`;
  const least = NARROW_STAGE * (before.length + after.length) + width * valley.length + 2 * VALLEY_SIDE;
  const start = { before: 1, valley: before.length + 2, after: before.length + valley.length + 3 };
  const placed = Object.entries({ before, valley, after }).flatMap(([part, all]) => all.map((stage, at) => ({ stage, part, column: start[part] + at })));
  const cells = placed.flatMap(({ stage, part, column }) => {
    const mine = living.filter((one) => one.stage === stage.at);
    const rows = part === "valley" ? Array.from({ length: depth + 1 }, (_, row) => row) : [0];
    return [
      make("h3", place(column, 1), make("span", null, say(stage.title)), make("span", { class: "count" }, integer(mine.length))),
      ...rows.map((row) => {
        const here = mine.filter((one) => valleyDepth(one) === row);
        const named = part === "valley" ? `${say(stage.title)}: ${t("valley_level", { n: integer(row) })}` : say(stage.title);
        return here.length ? make("div", { class: "cell", role: "group", "aria-label": named, ...place(column, row + 2) }, stackOf(here)) : null;
      })];
  });
  const floor = depth + 3;
  return make("div", { class: "valley", style: { "min-width": `${least}px`, "grid-template-columns": columns, "grid-template-rows": `auto auto repeat(${depth}, minmax(26px, auto)) 20px` } },
    make("div", { class: "gorge", "aria-hidden": "true", ...place(start.valley - 1, 3, valley.length + 2, depth) }),
    before.length ? make("div", { class: "ground", "aria-hidden": "true", ...place(1, 3, before.length, depth + 1) }) : null,
    valleySlope(place(start.valley - 1, 3, 1, depth), "M0,0C70,0 62,100 100,100"), valleySlope(place(start.valley + valley.length, 3, 1, depth), "M100,0C30,0 38,100 0,100"),
    after.length ? make("div", { class: "ground", ...place(start.after, 3, after.length, depth + 1) },
      make("p", null, make("b", null, t("valley"))), make("p", null, t("valley_how"))) : null,
    make("div", { class: "ground deep", "aria-hidden": "true", ...place(start.valley - 1, floor, valley.length + 2) }),
    make("div", { class: "floor", "aria-hidden": "true", ...place(start.valley, floor, valley.length) }),
    Array.from({ length: depth }, (_, row) => [
      row + 1 === depth ? null : make("div", { class: "level", "aria-hidden": "true", ...place(start.valley, row + 3, valley.length) }),
      before.length ? make("div", { class: "depth", "aria-hidden": "true", ...place(before.length, row + 3) }, t("valley_level", { n: integer(row + 1) })) : null]),
    cells);
}

// Those that stopped are out of the picture, but not forgotten.
function stoppedLine() {
  const stopped = pipelineData.all.filter((one) => isStopped(one) && shown[one.n]);
  if (!stopped.length) return null;
  return make("div", { class: "stopped" }, make("h3", null, make("span", null, head(pipelineData.stages[stopped[0].stage].title)), make("span", { class: "count" }, integer(stopped.length))),
    make("ul", null, stopped.map(innovationCard)));
}

// One side of the valley, stretched over its cell: the earth, and its edge.
function valleySlope(where, edge) {
  const left = edge.startsWith("M0,0");
  const picture = svg(100, ["path", { d: `${edge}${left ? "L0,100Z" : "L100,100Z"}`, class: "earth" }], ["path", { d: edge, class: "rim" }]);
  picture.setAttribute("preserveAspectRatio", "none");
  const box = make("div", { class: "slope", "aria-hidden": "true", ...where }, picture);
  return box;
}

// Who could add an item, as a name to choose; what to do, where it is nobody's tie.
function itemHelpers(one, item) {
  const found = new Map((one.remedies || []).filter(([of]) => of === item).map((remedy) => [remedy[1], remedy]));
  return [...found.values()].map(([of, who]) => (who === NOT_DRAWN ? make("span", { class: "muted" }, nodeOrOutside(who)) : who === null ? make("span", { class: "muted" }, t(itemName(of) === "moving" ? "valley_decide" : "valley_nobody"))
    : make("button", { type: "button", class: "link", onclick: () => reveal(who) }, nodes[who].label)));
}

const askSentence = ([item, who, target]) => t(`ask_${itemName(item)}`, { who: who === null || who === NOT_DRAWN ? t("valley_somebody") : nodes[who].label, target: nodeOrOutside(target) });

// The one to look at first, and what would save it.
function valleyRescue() {
  const inside = pipelineData.all.filter((one) => one.inside && shown[one.n]);
  const worst = inside.find((one) => lackedItems(one).length);
  if (!worst) return make("p", { class: "rescue" }, t(inside.length ? "valley_safe" : "valley_empty"));
  return make("section", { class: `rescue ${worst.tone}`, "aria-label": t("valley_worst") },
    make("div", { class: "who" }, make("h2", null, t("valley_worst")),
      make("button", { type: "button", class: "node", onclick: () => select(worst.n) }, nodeMark(worst.n), make("b", { class: "name" }, nodes[worst.n].label)),
      make("p", null, make("b", { class: "severity" }, lacksText(worst)), worst.months === undefined ? null : ` · ${monthsText(worst)} `, stalledMark(worst))),
    make("div", { class: "save" }, make("h2", null, t("valley_save")),
      make("ul", null, lackedItems(worst).map((item) => make("li", null, make("span", { class: "muted" }, t(`item_${itemName(item)}`)), itemHelpers(worst, item))))));
}

function checklistTable() {
  const inside = pipelineData.all.filter((one) => one.inside && shown[one.n]);
  if (!inside.length) return null;
  return [make("h2", null, t("valley_list")), make("p", { class: "muted" }, t("valley_list_how")),
    make("div", { class: "wide", tabindex: "0", role: "group", "aria-label": t("valley_list") }, make("table", null,
      make("thead", null, make("tr", null, make("th", { scope: "col" }, t("pipeline")), pipelineData.items.map((name) => make("th", { scope: "col" }, t(`item_${name}`))))),
      make("tbody", null, inside.map((one) => make("tr", { "aria-current": one.n === state.selected ? "true" : null },
        make("th", { scope: "row", class: one.tone || "info" }, make("button", { type: "button", class: "node", onclick: () => select(one.n) }, nodeMark(one.n), make("span", { class: "name" }, nodes[one.n].label)),
          make("span", { class: "severity" }, lacksText(one))),
        pipelineData.items.map((_, item) => make("td", { class: itemState(one, item) }, make("span", { class: "unseen" }, t(`valley_${itemState(one, item)}`)), itemMark(itemState(one, item)), itemHelpers(one, item))))))))];
}

const itemMark = (found) => (found === "not_known" ? make("span", { class: "mark", "aria-hidden": "true" }, "?") : make("span", { class: "mark" }, icon(found === "have" ? "check" : "cross")));

function showPipeline(root) {
  const before = root.querySelector(".valley-scroll");
  const left = before ? before.scrollLeft : null;
  redrawBoard(root, [valleyRescue(), make("div", { class: "valley-scroll", tabindex: "0", role: "group", "aria-label": t("valley") }, valleyPicture()), stoppedLine(), make("div", { class: "below" }, checklistTable())]);
  // Where the picture is wider than the window, the valley is what one sees of it.
  const now = root.querySelector(".valley-scroll");
  const low = now.querySelector(".gorge");
  now.scrollLeft = left === null ? Math.max(0, low.offsetLeft - (now.clientWidth - low.offsetWidth) / 2) : left;
  const chosen = now.querySelector("[aria-current]");
  if (chosen && left === null) chosen.scrollIntoView({ block: "nearest", inline: "nearest" });
}

addView({ name: "pipeline", icon: "pipeline", order: 40, has: () => pipelineData.all.length > 0, keys: "off selected colorBy", show: showPipeline, holds: (node) => crossing.has(node) });
