// The overview of a large map: a mark for each group, sized by its members; one of them at a time is opened as a map.
import { island, kinds, model, nodes } from "../base/data.js";
import { phone } from "../base/device.js";
import { elementOf, fill, make, makeSvg } from "../base/dom.js";
import { addState, change, keep, lookAt, state, watch } from "../base/state.js";
import { integer, say, t } from "../base/words.js";
import { addNodeFilter, isTypeHidden } from "../map/filter.js";
import { fitAll } from "../map/fit.js";
import { openStage } from "../map/stage.js";
import { linkButton } from "../panel/sheet.js";
import { addView } from "../shell/views.js";
import { chooseNames, countGroups, placeGroups } from "./groups/layout.js";
/** @import { GroupsData } from "./types.d.ts" */
/** @import { Disc, Group } from "./groups/layout.js" */

const LONGEST_NAME = 26;
const groupState = addState({ group: /** @type {number | null} */ (null) });

/** @param {number | null} group */
function openGroup(group) {
  lookAt({ group, view: "map", off: state.off, sheet: phone.matches ? "none" : "overview" });
  openStage().then(() => fitAll(false));
}

/** @param {GroupsData} data @param {number} at */
const groupName = ({ centre, rest }, at) =>
  rest && at === centre.length - 1 ? t("groups_rest") : t("groups_around", { name: nodes[centre[at]].label });

/** @param {GroupsData} data @param {number} at */
function shortName(data, at) {
  const name = groupName(data, at);
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** A ring whose parts are the kinds of its members. @param {Group} group @param {Disc} disc */
function ring(group, { x, y, r }) {
  let from = -Math.PI / 2;
  /** @param {number} angle */
  const point = (angle) => `${x + r * Math.cos(angle)} ${y + r * Math.sin(angle)}`;
  return group.kinds.map((count, kind) => {
    if (!count) return null;
    const style = { fill: `var(--c${kinds[kind].color})` };
    if (count === group.size) return makeSvg("circle", { cx: x, cy: y, r, style });
    const turn = (count / group.size) * 2 * Math.PI;
    const arc = `A${r} ${r} 0 ${turn > Math.PI ? 1 : 0} 1 ${point(from + turn)}`;
    const part = makeSvg("path", { d: `M${x} ${y}L${point(from)}${arc}Z`, style });
    from += turn;
    return part;
  });
}

/** @param {GroupsData} data @param {Group} group @param {Disc} disc @param {boolean} isNamed */
function groupMark(data, group, disc, isNamed) {
  const { x, y, r } = disc;
  const label = `${groupName(data, group.at)}: ${integer(group.size)}`;
  const open = () => openGroup(group.at);
  /** @param {KeyboardEvent} event */
  const openByKey = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  };
  return makeSvg(
    "g",
    { class: "mark", tabindex: "0", role: "button", "aria-label": label, onclick: open, onkeydown: openByKey },
    makeSvg("title", {}, label),
    makeSvg("circle", { class: "edge", cx: x, cy: y, r: r + 3 }),
    ring(group, disc),
    makeSvg("circle", { cx: x, cy: y, r: r * 0.62, style: { fill: "var(--surface)" } }),
    r > 18 ? makeSvg("text", { class: "many", x, y: y + 4.5 }, integer(group.size)) : null,
    isNamed ? makeSvg("text", { x, y: y + r + 15 }, shortName(data, group.at)) : null,
  );
}

/** @param {GroupsData} data @param {ReturnType<typeof countGroups>} counts @param {{ wide: number, high: number }} pane */
function groupPicture(data, { groups, between }, pane) {
  const discs = placeGroups(groups, pane);
  const most = Math.max(1, ...between.values());
  const named = chooseNames(groups, discs, (at) => shortName(data, at));
  const lines = [...between].map(([key, count]) => {
    const [a, b] = [discs[Math.floor(key / groups.length)], discs[key % groups.length]];
    const part = Math.sqrt(count / most);
    const style = { stroke: "var(--tie)", "stroke-width": String(0.5 + 7 * part), opacity: String(0.15 + 0.5 * part) };
    return makeSvg("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, style });
  });
  const left = Math.min(...discs.map(({ x, r }) => x - r)) - 60;
  const top = Math.min(...discs.map(({ y, r }) => y - r)) - 8;
  const width = Math.max(...discs.map(({ x, r }) => x + r)) + 60 - left;
  const height = Math.max(...discs.map(({ y, r }) => y + r)) + 24 - top;
  return makeSvg(
    "svg",
    { viewBox: `${left} ${top} ${width} ${height}`, width, height, role: "group", "aria-label": t("groups") },
    lines,
    groups.filter(({ size }) => size).map((group) => groupMark(data, group, discs[group.at], named.has(group.at))),
  );
}

/** @param {GroupsData} data @param {Group[]} groups */
function groupTable(data, groups) {
  const heads = [
    t("groups"),
    t("groups_members"),
    ...kinds.map((kind) => say(kind.plural)),
    t("groups_inside"),
    t("groups_outside"),
  ];
  /** @param {Group} group */
  const row = (group) =>
    make(
      "tr",
      null,
      make(
        "th",
        { scope: "row" },
        linkButton(groupName(data, group.at), () => openGroup(group.at)),
      ),
      [group.size, ...group.kinds, group.inside, group.outside].map((count) => make("td", null, integer(count))),
    );
  return make(
    "table",
    { class: "small" },
    make(
      "thead",
      null,
      make(
        "tr",
        null,
        heads.map((text) => make("th", { scope: "col" }, text)),
      ),
    ),
    make("tbody", null, groups.map(row)),
  );
}

/** @param {GroupsData} data @param {HTMLElement} root */
function showGroups(data, root) {
  const counts = countGroups(model, data.of, data.centre.length, {
    hasKind: (kind) => !state.off.kinds.has(kind),
    hasType: (type) => !isTypeHidden(type),
  });
  const pane = { wide: Math.max(640, root.clientWidth - 260), high: Math.max(380, root.clientHeight - 240) };
  const caption = t("groups_caption", { nodes: integer(nodes.length), n: integer(counts.groups.length) });
  fill(
    root,
    make(
      "div",
      { class: "intro" },
      make("h2", null, caption),
      linkButton(t("groups_whole"), () => openGroup(null)),
    ),
    groupPicture(data, counts, pane),
    groupTable(data, counts.groups),
  );
}

/** The line above the map that names the group and leads back. @param {GroupsData} data */
function addGroupLine(data) {
  const line = make("div", { id: "group", hidden: true });
  elementOf("middle").append(line);
  const back = () => change({ group: null, view: "groups", off: state.off });
  watch("language group view", () => {
    line.hidden = groupState.group === null || state.view === "groups";
    if (groupState.group === null || line.hidden) return;
    fill(line, t("groups_one", { name: groupName(data, groupState.group) }), linkButton(t("groups_back"), back));
  });
}

/** @param {GroupsData} data */
function addGroups(data) {
  keep(
    "group",
    () => (groupState.group === null ? null : String(groupState.group)),
    (text) => (data.centre[Number(text)] === undefined ? null : { group: Number(text), view: "map" }),
  );
  addNodeFilter((node) => groupState.group === null || data.of[node] === groupState.group);
  addView({
    name: "groups",
    icon: "M5.5 2.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM11.5 8.5a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM4.5 11.5a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8zM7.8 7.5l2 1.8M5 8.5v3",
    order: -10,
    has: () => true,
    keys: "off",
    show: (root) => showGroups(data, root),
  });
  addGroupLine(data);
}

if (island.views.groups) addGroups(island.views.groups);
