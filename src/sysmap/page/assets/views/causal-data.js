// The causal maps: boxes and arrows by number, whose map holds which, and what is looked at.
const causes = island.views.causal || { boxes: [], links: [], idle: 0, maps: [{ name: "", links: [[], []] }], loops: [], listed: [{ loops: [[], []], more: 0 }] };
const boxes = causes.boxes.map(([node, x, y, wide, high, lines]) => ({ node, x, y, wide, high, lines }));
const arrows = causes.links.map(([from, to, sign, delay, strength, bend]) => ({ from, to, sign, delay, strength, bend }));
const boxOf = new Map(boxes.map((box, at) => [box.node, at]));
const nameOf = (box) => nodes[boxes[box].node].label;
const SIGN = { 1: "plus", "-1": "minus", 0: "unknown" };

Object.assign(nothing, { loop: null, story: null });
Object.assign(state, { loop: null, story: null, through: null, holder: 0, way: "around", reach: 1, pushes: {} });

// A map other than the common one is told by what it lacks and what it has beside it.
const grown = (rows) => rows.map(([less, more]) => [...rows[0][1].filter((one) => !less.includes(one)), ...(rows[0][1] === more ? [] : more)]);
const arrowsOf = grown(causes.maps.map((one) => one.links));
const loopsOf = grown(causes.listed.map((one) => one.loops)).map((some) => some.sort((a, b) => causes.loops[a][4].length - causes.loops[b][4].length || a - b));
const loopAt = (at) => { const [polarity, basic, late, strength, members] = causes.loops[at]; return { at, polarity, basic, late, strength, members }; };
const loopsNow = () => loopsOf[state.holder].map(loopAt);

const INFLUENCES = types.findIndex((type) => type.type === "INFLUENCES");
const HELD = INFLUENCES < 0 ? -1 : types[INFLUENCES].columns.findIndex((column) => column.name === "held_by");
const pairKey = (arrow) => `${arrow.from}>${arrow.to}`;
const commonSign = new Map(arrowsOf[0].map((at) => [pairKey(arrows[at]), arrows[at].sign]));

// How an arrow that is not the common one stands to the other maps: theirs say the opposite, the same, or nothing; null for the common one.
function standing(at) {
  if (!state.holder || arrowsOf[0].includes(at)) return null;
  const others = new Set(arrowsOf.flatMap((some, map) => (map === state.holder ? [] : some)).filter((one) => pairKey(arrows[one]) === pairKey(arrows[at])).map((one) => arrows[one].sign));
  return others.has(-arrows[at].sign) && arrows[at].sign ? "disputed" : others.has(arrows[at].sign) ? "agreed" : "own";
}

// Arrows of the common map that the chosen one lacks altogether.
function missing() {
  const held = new Set(arrowsOf[state.holder].map((at) => pairKey(arrows[at])));
  return arrowsOf[0].filter((at) => !held.has(pairKey(arrows[at])));
}

// The tie behind an arrow: that of the chosen holder, else the one that nobody in particular holds.
function tieBehind(arrow) {
  const parallel = ties.filter((tie) => tie.t === INFLUENCES && tie.from === boxes[arrow.from].node && tie.to === boxes[arrow.to].node);
  const free = parallel.filter((tie) => !(tie.p && tie.p[HELD]));
  const own = parallel.filter((tie) => tie.p && tie.p[HELD] && ({ "+": 1, "-": -1 }[tie.p[types[INFLUENCES].polarity]] || 0) === arrow.sign);
  return (commonSign.get(pairKey(arrow)) === arrow.sign && free[0]) || own[0] || parallel[0];
}

const arrowBetween = (from, to) => arrowsOf[state.holder].find((at) => arrows[at].from === from && arrows[at].to === to);

// Boxes and arrows from one on, along the arrows (1), against them (-1) or both (0).
function follow(start, way, reach) {
  const near = new Map([[start, 0]]);
  const lines = new Set();
  let edge = [start];
  for (let step = 1; step <= reach && edge.length; step += 1) {
    const next = [];
    for (const at of arrowsOf[state.holder]) {
      const { from, to } = arrows[at];
      if (!shown[boxes[from].node] || !shown[boxes[to].node]) continue;
      for (const [here, there, direction] of [[from, to, 1], [to, from, -1]]) {
        if (direction === -way || !edge.includes(here)) continue;
        lines.add(at);
        if (!near.has(there)) { near.set(there, step); next.push(there); }
      }
    }
    edge = next;
  }
  return { near, lines };
}

const WAYS = { around: 0, causes: -1, effects: 1 };

function loopFocus(at) {
  const { members } = loopAt(at);
  const lines = members.map((box, place) => arrowBetween(box, members[(place + 1) % members.length]));
  return { near: new Map(members.map((box) => [box, 0])), lines: new Set(lines.filter((line) => line !== undefined)) };
}

const storyFocus = (at) => ({ near: new Map(causes.stories.found[at].boxes.map((box) => [box, 0])), lines: new Set(causes.stories.found[at].arrows) });

// What the reader looks at in the diagram; null where all are equal.
function lookedAt() {
  if (state.loop !== null) return loopFocus(state.loop);
  if (state.story !== null) return storyFocus(state.story);
  const asked = state.way !== "around" || state.reach !== 1;
  if (state.selected !== null && boxOf.has(state.selected) && (asked || !isPushed())) return follow(boxOf.get(state.selected), WAYS[state.way], state.reach === "all" ? Infinity : state.reach);
  if (state.tie !== null && ties[state.tie].t === INFLUENCES) return amongBoxes([ties[state.tie].from, ties[state.tie].to], [ties[state.tie]]);
  const finding = state.finding === null ? null : findings[state.finding];
  return finding && finding.nodes.some((node) => boxOf.has(node)) ? amongBoxes(finding.nodes, finding.ties.map((at) => ties[at])) : null;
}

function amongBoxes(members, some) {
  const near = new Map(members.filter((node) => boxOf.has(node)).map((node) => [boxOf.get(node), 0]));
  const lines = arrowsOf[state.holder].filter((at) => some.some((tie) => tie.from === boxes[arrows[at].from].node && tie.to === boxes[arrows[at].to].node));
  for (const at of lines) { near.set(arrows[at].from, 0); near.set(arrows[at].to, 0); }
  return { near, lines: new Set(lines) };
}

// On the map too, the loop or story that is looked at is lit.
lights.push(() => {
  if (state.loop === null && state.story === null) return null;
  const { near, lines } = lookedAt();
  return among([...near.keys()].map((box) => boxes[box].node), [...lines].map((at) => tieBehind(arrows[at])).filter(Boolean).map((tie) => tie.at));
});

keep("loop", () => (state.loop === null ? null : String(state.loop + 1)), (text) => {
  const at = Number.parseInt(text, 10) - 1;
  return causes.loops[at] && state.selected === null ? { loop: at, sheet: "loops" } : null;
});
keep("archetype", () => (state.story === null ? null : String(state.story + 1)), (text) => {
  const at = Number.parseInt(text, 10) - 1;
  return causes.stories && causes.stories.found[at] && state.selected === null ? { story: at, sheet: "stories" } : null;
});
keep("whose", () => (state.holder ? causes.maps[state.holder].name : null), (text) => {
  const at = causes.maps.findIndex((one) => one.name === text);
  return at > 0 ? { holder: at } : null;
});
keepChoice("way", "way", () => Object.keys(WAYS), "around");
keep("reach", () => (state.reach === 1 ? null : String(state.reach)), (text) => (["2", "3", "all"].includes(text) ? { reach: Number(text) || "all" } : null));

// What the toolbar of the view holds, in order: modules add their own.
const causalTools = [];
