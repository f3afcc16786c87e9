// What is shown, in which colour and how large: everything the legend decides.
const CATEGORIES = 8;
const OTHER = "other";

// A module that leaves nodes out adds how: node -> whether it is shown.
const filters = [];
function nodeShown(node) {
  if (state.off.kinds.has(nodes[node].k) || !filters.every((passes) => passes(node))) return false;
  return facets.every((facet, at) => facet.of[node] < 0 || !state.off.facets[at].has(facet.of[node]));
}
const shown = nodes.map(() => true);
const tieFilters = []; // the same for ties
const tieShown = (tie) => shown[tie.from] && shown[tie.to] && !state.off.types.has(tie.t) && tieFilters.every((passes) => passes(tie));
// Ties that are not drawn at first are drawn where one looks.
const typeOff = (type) => state.off.types.has(type) && !island.quiet.includes(type);
const tieLit = (tie) => shown[tie.from] && shown[tie.to] && !typeOff(tie.t);
const refreshShown = () => nodes.forEach((node) => { shown[node.id] = nodeShown(node.id); });

const colorFacet = () => facets.find((facet) => facet.key === state.colorBy);
const colorMeasure = () => measures.find((measure) => measure.name === state.colorBy);
const sizeMeasure = () => measures.find((measure) => measure.name === state.sizeBy);

// Name of the colour of a value of a facet; the silent value and those past the palette are grey.
const valueColor = (facet, value) => (value === facet.silent || value >= CATEGORIES ? OTHER : `c${value + 1}`);

let paintOf = {};
function readColors() {
  const style = getComputedStyle(document.documentElement);
  const names = ["canvas", "surface", "text", "muted", "ground", "line", "edge", "accent", "info", "tie", "tie-strong", "plus", "minus", "other", "faint", "strong", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"];
  paintOf = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function mix(from, to, share) {
  const part = (at) => Math.round(parseInt(from.slice(at, at + 2), 16) * (1 - share) + parseInt(to.slice(at, at + 2), 16) * share);
  return `rgb(${part(1)},${part(3)},${part(5)})`;
}

// Share of the way between the least and the most, by square root so that a few giants do not flatten the rest.
function share(measure, node) {
  const value = measure.of.get(node);
  if (value === null || value === undefined) return null;
  const most = measure.sorted[0];
  const least = measure.sorted[measure.sorted.length - 1];
  return most > least ? Math.sqrt((value - least) / (most - least)) : 0.5;
}

// The radius as drawn, in the map's units: shrinks slower than the map, but never so that neighbours touch.
const ROOM = 13.8;
const radiusAt = (node, unit) => Math.min(ROOM, radii[node] * Math.max(1, Math.sqrt(unit)));

const colors = new Array(nodes.length);
const radii = new Float32Array(nodes.length);
const SMALL = 6.5;
const LARGE = ROOM;

function refreshLooks() {
  const facet = colorFacet();
  const byMeasure = colorMeasure();
  const size = sizeMeasure();
  nodes.forEach((node) => {
    if (facet) colors[node.id] = facet.of[node.id] < 0 ? paintOf.other : paintOf[valueColor(facet, facet.of[node.id])];
    else if (byMeasure) {
      const part = share(byMeasure, node.id);
      colors[node.id] = part === null ? paintOf.other : mix(paintOf.edge, paintOf.strong, part);
    } else colors[node.id] = paintOf[`c${kinds[node.k].color}`];
    const part = size ? share(size, node.id) : null;
    radii[node.id] = size ? (part === null ? SMALL + 1 : SMALL + (LARGE - SMALL) * part) : 9;
  });
}

// What the reader looks at, as node -> distance and a set of ties; null when all are equal.
// A module that adds something to look at adds how it is lit: the first of `lights` that answers counts.
const lights = [];
function focusOf() {
  for (const light of lights) { const found = light(); if (found) return found; }
  if (state.selected !== null) return around(state.selected, state.steps);
  if (state.tie !== null) return { near: new Map([[ties[state.tie].from, 0], [ties[state.tie].to, 0]]), lines: new Set([state.tie]) };
  const chosen = state.finding !== null ? findings[state.finding] : null;
  if (chosen && (chosen.nodes.length || chosen.ties.length)) return among(chosen.nodes, chosen.ties);
  if (state.gap !== null) return among([gaps[state.gap].s, gaps[state.gap].t, ...gaps[state.gap].problems], []);
  return null;
}

function around(start, steps) {
  const near = new Map([[start, 0]]);
  const lines = new Set();
  let edge = [start];
  for (let step = 1; step <= steps; step += 1) {
    const next = [];
    for (const node of edge) {
      for (const tie of tiesOf[node]) {
        if (!tieLit(tie) || !passes(tie, node)) continue;
        lines.add(tie.at);
        const other = otherEnd(tie, node);
        if (!near.has(other)) { near.set(other, step); next.push(other); }
      }
    }
    edge = next;
  }
  return { near, lines };
}

function among(members, lines) {
  const near = new Map(members.map((node) => [node, 0]));
  const drawn = new Set(lines);
  for (const at of lines) { near.set(ties[at].from, 0); near.set(ties[at].to, 0); }
  for (const node of near.keys()) for (const tie of tiesOf[node]) if (near.has(otherEnd(tie, node))) drawn.add(tie.at);
  return { near, lines: drawn };
}
