// Ways along the ties: which direction the surroundings are followed in, and the shortest way between two nodes.
import { DIRECTIONS, shortestWay } from "../core/surroundings.js";
import { nodeKey, nodeOfKey, nodes, tiesOf, types } from "../base/data.js";
import { make } from "../base/dom.js";
import { strokeIcon } from "../base/icons.js";
import { select } from "../base/selection.js";
import { change, keep, keepChoice, lookAt, state } from "../base/state.js";
import { integer, sentence, t } from "../base/words.js";
import { isTieLit } from "../map/filter.js";
import { addLight } from "../map/focus.js";
import { isHeld } from "../shell/views.js";
import { nodeButtons } from "./reveal.js";
import { addSheet, muted, sheetHead } from "./sheet.js";

keepChoice("dir", "direction", () => DIRECTIONS, "both");
keep(
  "steps",
  () => (state.steps === 1 ? null : String(state.steps)),
  (text) => (["2", "3"].includes(text) ? { steps: Number(text) } : null),
);
keep(
  "path",
  () => (state.path === null ? null : state.path.map(nodeKey).join("~")),
  (text) => {
    const ends = text.split("~").map(nodeOfKey);
    if (ends.length !== 2 || ends[0] === ends[1] || !ends.every((node) => node >= 0)) return null;
    return { path: [ends[0], ends[1]], sheet: "path" };
  },
);

/** The buttons that choose the direction. */
export const directionChooser = () =>
  make(
    "div",
    { class: "segments ways", role: "group", "aria-label": t("way") },
    DIRECTIONS.map((direction) =>
      make(
        "button",
        {
          type: "button",
          "data-at": `way-${direction}`,
          "aria-pressed": String(state.direction === direction),
          onclick: () => change({ direction }),
        },
        t(`way_${direction}`),
      ),
    ),
  );

/** @param {[number, number]} ends */
const wayBetween = ([from, to]) => shortestWay(tiesOf, from, to, isTieLit);

addLight(() => {
  if (state.path === null) return null;
  const way = wayBetween(state.path) ?? [];
  const members = [...state.path, ...way.flatMap((tie) => [tie.from, tie.to])];
  return { near: new Map(members.map((node) => [node, 0])), lines: new Set(way.map((tie) => tie.at)) };
});

/**
 * The button that seeks a way from a node.
 * @param {number} node
 * @returns {HTMLElement}
 */
export const seekButton = (node) =>
  make("button", { type: "button", class: "link", "data-at": "seek", onclick: () => seekFrom(node) }, t("path_to"));

/** @param {number} node */
function seekFrom(node) {
  lookAt({ seeking: node, sheet: "path" });
  if (state.view !== "map" && !isHeld(node)) change({ view: "map" });
}

addSheet("path", () => {
  if (state.seeking !== null) return seekingSheet(state.seeking);
  if (state.path === null) return null;
  const [from, to] = state.path;
  const way = wayBetween(state.path);
  return [
    sheetHead(t("path", { from: nodes[from].label, to: nodes[to].label })),
    muted(way ? t("path_length", { n: integer(way.length) }) : t("path_none")),
    way
      ? make(
          "ol",
          { class: "way" },
          way.map((tie) => make("li", null, strokeIcon(types[tie.t]), make("span", null, sentence(tie)))),
        )
      : null,
    nodeButtons([from, to]),
  ];
});

/** @param {number} from */
const seekingSheet = (from) => [
  sheetHead(t("path_to")),
  nodeButtons([from]),
  make("p", null, t("path_choose")),
  make("button", { type: "button", class: "button", onclick: () => select(null) }, t("cancel")),
];
