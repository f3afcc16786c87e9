// The overview of a large map: a mark for each group, sized by its members; one of them at a time is opened as a map.
const grouped = island.views.groups;
state.group = null;
keep("group", () => (state.group === null ? null : String(state.group)), (text) => (grouped && grouped.centre[Number(text)] !== undefined ? { group: Number(text), view: "map" } : null));
filters.push((node) => state.group === null || grouped.of[node] === state.group);

const groupName = (at) => (grouped.rest && at === grouped.centre.length - 1 ? t("groups_rest") : t("groups_around", { name: nodes[grouped.centre[at]].label }));

function openGroup(group) {
  lookAt({ group, view: "map", off: state.off, sheet: phone.matches ? "none" : "overview" });
  openStage().then(() => fitAll(false));
}

// Members by kind as far as the legend lets them through, and ties within and between.
function countGroups() {
  const found = grouped.centre.map((_, at) => ({ at, kinds: new Array(kinds.length).fill(0), size: 0, inside: 0, outside: 0, x: 0, y: 0, all: 0 }));
  nodes.forEach((node) => {
    const group = found[grouped.of[node.id]];
    group.x += node.x;
    group.y += node.y;
    group.all += 1;
    if (state.off.kinds.has(node.k)) return;
    group.kinds[node.k] += 1;
    group.size += 1;
  });
  const between = new Map();
  for (const tie of ties) {
    const [one, other] = [grouped.of[tie.from], grouped.of[tie.to]];
    if (typeOff(tie.t)) continue;
    if (one === other) { found[one].inside += 1; continue; }
    found[one].outside += 1;
    found[other].outside += 1;
    const key = Math.min(one, other) * found.length + Math.max(one, other);
    between.set(key, (between.get(key) || 0) + 1);
  }
  return { found, between };
}

// Where a group's members lie on the map, with room for every mark and its name: pushed apart until none overlap.
function placeGroups(found, pane) {
  const total = found.reduce((sum, group) => sum + group.all, 0);
  const unit = Math.sqrt((0.24 * pane.wide * pane.high) / Math.PI / total);
  const xs = found.map((group) => group.x / group.all);
  const ys = found.map((group) => group.y / group.all);
  const scale = (values, at, room) => ((values[at] - Math.min(...values)) / (Math.max(...values) - Math.min(...values) || 1)) * room;
  const discs = found.map((group, at) => ({ x: scale(xs, at, pane.wide), y: scale(ys, at, pane.high), r: Math.max(9, unit * Math.sqrt(group.all)) }));
  for (let round = 0; round < 300; round += 1) {
    let moved = 0;
    for (let a = 0; a < discs.length; a += 1) {
      for (let b = a + 1; b < discs.length; b += 1) {
        const dx = discs[b].x - discs[a].x || 0.01;
        const dy = (discs[b].y - discs[a].y) * 0.8; // names stand below: more room up and down
        const away = Math.hypot(dx, dy) || 0.01;
        const push = (discs[a].r + discs[b].r + 40 - away) / 2;
        if (push <= 0.05) continue;
        moved = Math.max(moved, push);
        for (const [disc, way] of [[discs[a], -1], [discs[b], 1]]) { disc.x += (way * push * dx) / away; disc.y += (way * push * dy) / away; }
      }
    }
    if (moved < 0.1) break;
  }
  return discs;
}

const drawing = (tag, attributes, ...children) => {
  const { style: look = {}, on = {}, ...plain } = attributes;
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(plain)) element.setAttribute(name, value);
  for (const [name, value] of Object.entries(look)) element.style.setProperty(name, value);
  for (const [name, act] of Object.entries(on)) element.addEventListener(name, act);
  element.append(...children.flat(Infinity));
  return element;
};

// A ring whose parts are the kinds of its members.
function ringOf(group, disc) {
  let from = -Math.PI / 2;
  const point = (angle) => `${disc.x + disc.r * Math.cos(angle)} ${disc.y + disc.r * Math.sin(angle)}`;
  return group.kinds.map((count, kind) => {
    if (!count) return [];
    const turn = (count / group.size) * 2 * Math.PI;
    const color = { fill: `var(--c${kinds[kind].color})` };
    if (count === group.size) return drawing("circle", { cx: disc.x, cy: disc.y, r: disc.r, style: color });
    const path = drawing("path", { d: `M${disc.x} ${disc.y}L${point(from)}A${disc.r} ${disc.r} 0 ${turn > Math.PI ? 1 : 0} 1 ${point(from + turn)}Z`, style: color });
    from += turn;
    return path;
  });
}

function groupMark(group, disc, named) {
  const label = `${groupName(group.at)}: ${integer(group.size)}`;
  const act = () => openGroup(group.at);
  return drawing("g", { class: "mark", tabindex: "0", role: "button", "aria-label": label, on: { click: act, keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); } } } },
    drawing("title", {}, label), drawing("circle", { class: "edge", cx: disc.x, cy: disc.y, r: disc.r + 3 }), ringOf(group, disc),
    drawing("circle", { cx: disc.x, cy: disc.y, r: disc.r * 0.62, style: { fill: "var(--surface)" } }),
    disc.r > 18 ? drawing("text", { class: "many", x: disc.x, y: disc.y + 4.5 }, integer(group.size)) : [],
    named ? drawing("text", { x: disc.x, y: disc.y + disc.r + 15 }, shortName(group.at)) : []);
}

const shortName = (at) => { const name = groupName(at); return name.length > 26 ? `${name.slice(0, 25)}…` : name; };

// Names of the larger groups first; one that would lie over a mark or another name is left to the tooltip and the table.
function namedGroups(found, discs) {
  const boxes = discs.map((disc) => [disc.x - disc.r, disc.x + disc.r, disc.y - disc.r, disc.y + disc.r]);
  return new Set([...found].sort((a, b) => b.all - a.all).filter(({ at }) => {
    const half = shortName(at).length * 3.6;
    const box = [discs[at].x - half, discs[at].x + half, discs[at].y + discs[at].r + 3, discs[at].y + discs[at].r + 18];
    if (boxes.some((other) => box[0] < other[1] && box[1] > other[0] && box[2] < other[3] && box[3] > other[2])) return false;
    boxes.push(box);
    return true;
  }).map(({ at }) => at));
}

function groupPicture({ found, between }, pane) {
  const discs = placeGroups(found, pane);
  const most = Math.max(1, ...between.values());
  const named = namedGroups(found, discs);
  const lines = [...between].map(([key, count]) => [discs[Math.floor(key / found.length)], discs[key % found.length], Math.sqrt(count / most)]).map(([a, b, part]) =>
    drawing("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, style: { stroke: "var(--tie)", "stroke-width": String(0.5 + 7 * part), opacity: String(0.15 + 0.5 * part) } }));
  const [left, top] = [Math.min(...discs.map((disc) => disc.x - disc.r)) - 60, Math.min(...discs.map((disc) => disc.y - disc.r)) - 8];
  const [right, bottom] = [Math.max(...discs.map((disc) => disc.x + disc.r)) + 60, Math.max(...discs.map((disc) => disc.y + disc.r)) + 24];
  return drawing("svg", { viewBox: `${left} ${top} ${right - left} ${bottom - top}`, width: right - left, height: bottom - top, role: "group", "aria-label": t("groups") },
    lines, found.filter((group) => group.size).map((group) => groupMark(group, discs[group.at], named.has(group.at))));
}

function groupTable(found) {
  const heads = [t("groups"), t("groups_members"), ...kinds.map((kind) => say(kind.plural)), t("groups_inside"), t("groups_outside")];
  return make("table", { class: "small" }, make("thead", null, make("tr", null, heads.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", null, found.map((group) => make("tr", null, make("th", { scope: "row" }, make("button", { type: "button", class: "link", onclick: () => openGroup(group.at) }, groupName(group.at))),
      [group.size, ...group.kinds, group.inside, group.outside].map((count) => make("td", null, integer(count)))))));
}

function showGroups(root) {
  const counted = countGroups();
  fill(root, make("div", { class: "intro" }, make("h2", null, t("groups_caption", { nodes: integer(nodes.length), n: integer(counted.found.length) })),
    make("button", { type: "button", class: "link", onclick: () => openGroup(null) }, t("groups_whole"))), groupPicture(counted, { wide: Math.max(640, root.clientWidth - 260), high: Math.max(380, root.clientHeight - 240) }), groupTable(counted.found));
}

if (grouped) {
  addView({ name: "groups", icon: "groups", order: -10, has: () => true, keys: "off", show: showGroups });
  const chip = make("div", { id: "group", hidden: true });
  document.getElementById("middle").append(chip);
  watch("language group view", () => {
    chip.hidden = state.group === null || state.view === "groups";
    if (!chip.hidden) fill(chip, t("groups_one", { name: groupName(state.group) }), make("button", { type: "button", class: "link", onclick: () => change({ group: null, view: "groups", off: state.off }) }, t("groups_back")));
  });
}
