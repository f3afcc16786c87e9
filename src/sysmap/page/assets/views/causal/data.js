// The causal maps: boxes and arrows by number, whose map holds which, and what is looked at.
import { findings, island, nodes, ties, types } from "../../base/data.js";
import { addLookedAt, addState, keep, keepChoice, state } from "../../base/state.js";
import { isTypeHidden, shown } from "../../map/filter.js";
import { addLight, focusAmong } from "../../map/focus.js";
/** @import { Archetype, CausalData } from "../types.d.ts" */
/** @import { Focus, Tie } from "../../core/types.d.ts" */

/** @typedef {{ node: number, x: number, y: number, wide: number, high: number, lines: string[] }} CausalBox */
/** @typedef {{ from: number, to: number, sign: number, delay: number, strength: number | null, bend: number }} Arrow */
/** @typedef {{ at: number, polarity: string, isBasic: boolean, delays: number, strength: number, members: number[] }} Loop */

/** @type {CausalData} */
const NONE = {
  boxes: [],
  links: [],
  idle: 0,
  maps: [{ name: "", links: [[], []] }],
  apart: [],
  loops: [],
  listed: [{ loops: [[], []], more: 0 }],
  levers: null,
  roles: {},
  stories: null,
};

export const causes = island.views.causal ?? NONE;

/** @type {CausalBox[]} */
export const boxes = causes.boxes.map(([node, x, y, wide, high, lines]) => ({ node, x, y, wide, high, lines }));
/** @type {Arrow[]} */
export const arrows = causes.links.map(([from, to, sign, delay, strength, bend]) => ({
  from,
  to,
  sign,
  delay,
  strength,
  bend,
}));

const boxByNode = new Map(boxes.map((box, at) => [box.node, at]));

/**
 * The box of a node; undefined where it has none.
 * @param {number | null} node
 * @returns {number | undefined}
 */
export const boxOf = (node) => (node === null ? undefined : boxByNode.get(node));

/**
 * The name in a box, uncut.
 * @param {number} box
 * @returns {string}
 */
export const boxName = (box) => nodes[boxes[box].node].label;

/**
 * The sign of an arrow: the name of its class, and how it is written.
 * @param {number} sign
 * @returns {{ name: string, text: string }}
 */
export function signOf(sign) {
  if (sign > 0) return { name: "plus", text: "+" };
  return sign < 0 ? { name: "minus", text: "−" } : { name: "unknown", text: "?" };
}

/** @type {{ loop: number | null, story: number | null }} The loop or archetype that is looked at. */
const NOTHING = { loop: null, story: null };
addLookedAt(NOTHING);

/**
 * The state with the causal view's own keys. `through`: the box whose loops are listed. `holder`: whose map is shown,
 * 0 for the common one. `way`, `reach`: which way and how far one looks from a box. `pushes`: box -> amount.
 */
export const causalState = addState({
  ...NOTHING,
  through: /** @type {number | null} */ (null),
  holder: 0,
  way: "around",
  reach: /** @type {number | "all"} */ (1),
  pushes: /** @type {Record<number, number>} */ ({}),
  rule: "modified",
  squash: "tanh",
  slope: 1,
});

/** Which way one looks from a box: along the arrows (1), against them (-1) or both (0). @type {Record<string, number>} */
export const WAYS = { around: 0, causes: -1, effects: 1 };

/** Whether anything is pushed. */
export const isPushed = () => Object.keys(causalState.pushes).length > 0;

/**
 * Numbers by map. A map other than the common one is told by what it lacks and what it has beside it.
 * @param {[number[], number[]][]} differences
 * @returns {number[][]}
 */
function wholeLists(differences) {
  const [[, common]] = differences;
  return differences.map(([less, more]) => [
    ...common.filter((item) => !less.includes(item)),
    ...(more === common ? [] : more),
  ]);
}

/** The arrows and the loops of each map. */
const arrowsByMap = wholeLists(causes.maps.map(({ links }) => links));
const loopsByMap = wholeLists(causes.listed.map(({ loops }) => loops)).map((loops) =>
  loops.sort((a, b) => causes.loops[a][4].length - causes.loops[b][4].length || a - b),
);
export { arrowsByMap };

/** The arrows of the map that is shown. */
export const currentArrows = () => arrowsByMap[causalState.holder];

/**
 * @param {number} at
 * @returns {Loop}
 */
function loopAt(at) {
  const [polarity, basic, delays, strength, members] = causes.loops[at];
  return { at, polarity, isBasic: Boolean(basic), delays, strength, members };
}

/** The loops of the map that is shown, the shortest first. */
export const currentLoops = () => loopsByMap[causalState.holder].map(loopAt);

const INFLUENCES = types.findIndex((type) => type.type === "INFLUENCES");
const HELD_BY = INFLUENCES < 0 ? -1 : types[INFLUENCES].columns.findIndex((column) => column.name === "held_by");

/** @param {Arrow} arrow */
const pairOf = ({ from, to }) => `${from}>${to}`;
const commonSigns = new Map(arrowsByMap[0].map((at) => [pairOf(arrows[at]), arrows[at].sign]));

/**
 * How an arrow that is not the common one stands to the other maps: they say the opposite, the same, or nothing.
 * @param {number} at
 * @returns {"disputed" | "agreed" | "own" | null} Null for an arrow of the common map.
 */
export function standingOf(at) {
  const { holder } = causalState;
  if (!holder || arrowsByMap[0].includes(at)) return null;
  const { sign } = arrows[at];
  const others = arrowsByMap.flatMap((list, map) => (map === holder ? [] : list));
  const signs = new Set(
    others.filter((other) => pairOf(arrows[other]) === pairOf(arrows[at])).map((other) => arrows[other].sign),
  );
  if (sign && signs.has(-sign)) return "disputed";
  return signs.has(sign) ? "agreed" : "own";
}

/** Arrows of the common map that the chosen one lacks altogether. */
export function missingArrows() {
  const known = new Set(currentArrows().map((at) => pairOf(arrows[at])));
  return arrowsByMap[0].filter((at) => !known.has(pairOf(arrows[at])));
}

/**
 * The tie behind an arrow: that of the chosen holder, else the one that nobody in particular holds.
 * @param {Arrow} arrow
 * @returns {Tie | undefined}
 */
export function tieBehind(arrow) {
  const [from, to] = [boxes[arrow.from].node, boxes[arrow.to].node];
  const parallel = ties.filter((tie) => tie.t === INFLUENCES && tie.from === from && tie.to === to);
  const common = parallel.find((tie) => !tie.p?.[HELD_BY]);
  const held = parallel.find((tie) => tie.p?.[HELD_BY] && signOfTie(tie) === arrow.sign);
  return (commonSigns.get(pairOf(arrow)) === arrow.sign && common) || held || parallel[0];
}

/** @param {Tie} tie */
function signOfTie({ p, t }) {
  const polarity = p?.[types[t].polarity ?? ""];
  if (polarity === "+") return 1;
  return polarity === "-" ? -1 : 0;
}

/** @param {number} at */
export const isBoxShown = (at) => shown[boxes[at].node];

/** @param {number} at */
export const isArrowShown = (at) =>
  isBoxShown(arrows[at].from) && isBoxShown(arrows[at].to) && !isTypeHidden(INFLUENCES);

/**
 * Boxes and arrows from one on.
 * @param {number} start
 * @param {number} way Along the arrows (1), against them (-1) or both (0).
 * @param {number} reach In steps.
 * @returns {Focus}
 */
export function followArrows(start, way, reach) {
  const near = new Map([[start, 0]]);
  /** @type {Set<number>} */
  const lines = new Set();
  let edge = [start];
  for (let step = 1; step <= reach && edge.length; step += 1) {
    /** @type {number[]} */
    const next = [];
    for (const at of currentArrows()) {
      const { from, to } = arrows[at];
      if (!isBoxShown(from) || !isBoxShown(to)) continue;
      for (const [here, there, direction] of [
        [from, to, 1],
        [to, from, -1],
      ]) {
        if (direction === -way || !edge.includes(here)) continue;
        lines.add(at);
        if (near.has(there)) continue;
        near.set(there, step);
        next.push(there);
      }
    }
    edge = next;
  }
  return { near, lines };
}

/** @param {number[]} members @param {number[]} lines @returns {Focus} */
const focusOnBoxes = (members, lines) => ({ near: new Map(members.map((box) => [box, 0])), lines: new Set(lines) });

/** @param {number} at */
function loopFocus(at) {
  const { members } = loopAt(at);
  const lines = members.map((box, place) => arrowBetween(currentArrows(), box, members[(place + 1) % members.length]));
  return focusOnBoxes(
    members,
    lines.filter((line) => line !== undefined),
  );
}

/** @param {number[]} list @param {number} from @param {number} to */
const arrowBetween = (list, from, to) => list.find((at) => arrows[at].from === from && arrows[at].to === to);

/**
 * The sign of a loop's arrow, in whichever map has the loop.
 * @param {Loop} loop
 * @param {number} place Of the arrow in the loop.
 * @returns {number}
 */
export function signInLoop({ at, members }, place) {
  const { holder } = causalState;
  const map = loopsByMap[holder].includes(at) ? holder : loopsByMap.findIndex((loops) => loops.includes(at));
  const arrow = arrowBetween(arrowsByMap[map], members[place], members[(place + 1) % members.length]);
  return arrow === undefined ? 0 : arrows[arrow].sign;
}

/** The archetypes that were found. @returns {Archetype[]} */
export const archetypes = () => causes.stories?.found ?? [];

/**
 * What the reader looks at in the diagram.
 * @returns {Focus | null} Null where all are equal.
 */
export function diagramFocus() {
  const { loop, story, way, reach } = causalState;
  if (loop !== null) return loopFocus(loop);
  if (story !== null) return focusOnBoxes(archetypes()[story].boxes, archetypes()[story].arrows);
  const box = boxOf(state.selected);
  const isAsked = way !== "around" || reach !== 1;
  if (box !== undefined && (isAsked || !isPushed())) {
    return followArrows(box, WAYS[way], reach === "all" ? Infinity : reach);
  }
  if (state.tie !== null && ties[state.tie].t === INFLUENCES) {
    const tie = ties[state.tie];
    return focusOnNodes([tie.from, tie.to], [tie]);
  }
  const finding = state.finding === null ? null : findings[state.finding];
  if (!finding || !finding.nodes.some((node) => boxOf(node) !== undefined)) return null;
  return focusOnNodes(
    finding.nodes,
    finding.ties.map((at) => ties[at]),
  );
}

/** The boxes of nodes, and the arrows of ties with their ends. @param {number[]} members @param {Tie[]} some @returns {Focus} */
function focusOnNodes(members, some) {
  const lines = currentArrows().filter((at) => {
    const [from, to] = [boxes[arrows[at].from].node, boxes[arrows[at].to].node];
    return some.some((tie) => tie.from === from && tie.to === to);
  });
  const own = members.map(boxOf).filter((box) => box !== undefined);
  return focusOnBoxes([...own, ...lines.flatMap((at) => [arrows[at].from, arrows[at].to])], lines);
}

// On the map too, the loop or archetype that is looked at is lit.
addLight(() => {
  const focus = causalState.loop === null && causalState.story === null ? null : diagramFocus();
  if (!focus) return null;
  const behind = [...focus.lines].map((at) => tieBehind(arrows[at])).filter((tie) => tie !== undefined);
  return focusAmong(
    [...focus.near.keys()].map((box) => boxes[box].node),
    behind.map((tie) => tie.at),
  );
});

keep(
  "loop",
  () => (causalState.loop === null ? null : String(causalState.loop + 1)),
  (text) => {
    const at = Number.parseInt(text, 10) - 1;
    return causes.loops[at] && state.selected === null ? { loop: at, sheet: "loops" } : null;
  },
);
keep(
  "archetype",
  () => (causalState.story === null ? null : String(causalState.story + 1)),
  (text) => {
    const at = Number.parseInt(text, 10) - 1;
    return archetypes()[at] && state.selected === null ? { story: at, sheet: "stories" } : null;
  },
);
keep(
  "whose",
  () => (causalState.holder ? causes.maps[causalState.holder].name : null),
  (text) => {
    const at = causes.maps.findIndex(({ name }) => name === text);
    return at > 0 ? { holder: at } : null;
  },
);
keepChoice("way", "way", () => Object.keys(WAYS), "around");
keep(
  "reach",
  () => (causalState.reach === 1 ? null : String(causalState.reach)),
  (text) => (["2", "3", "all"].includes(text) ? { reach: Number(text) || "all" } : null),
);
