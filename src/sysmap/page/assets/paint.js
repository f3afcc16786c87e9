// Drawing ties, ghosts and nodes on any canvas: the page's own, and the picture that is saved.
// Positions are in the map's units; `unit` is how many of them make one pixel.
const LANE = 5;
const MANY_TIES = 700;
const MOST_MOVING = 4000;
const many = () => visible > MANY_TIES;
const place = nodes.map((node) => ({ x: node.x, y: node.y }));
let focus = null;
let hovered = null;
let moving = false;
let hoveredType = null;

function tieColor(tie) {
  const type = types[tie.t];
  const polarity = type.polarity === undefined ? undefined : tie.p && tie.p[type.polarity];
  if (polarity === "+") return "plus";
  return polarity === "-" ? "minus" : type.color;
}
types.forEach((type) => {
  const at = type.columns.findIndex((column) => column.name === "polarity");
  if (at >= 0) type.polarity = String(at);
});
const style = ties.map((tie) => ({ color: tieColor(tie), type: types[tie.t] }));

// Each tie is a stroke of its own, in an opaque colour: browsers without a graphics card draw many short paths several times
// faster than one long one, and crossings do not darken.
let bundles = [];
let visible = 0;
let idle = [];
function bundleTies() {
  const found = new Map();
  for (const tie of ties) {
    if (!tieShown(tie)) continue;
    const key = `${tie.t}|${style[tie.at].color}|${across(tie)}`;
    (found.get(key) || found.set(key, []).get(key)).push(tie);
  }
  bundles = [...found.values()].sort((a, b) => across(b[0]) - across(a[0]));
  visible = ties.filter(tieShown).length;
  idle = nodes.map((node) => tiesOf[node.id].length > 0 && !tiesOf[node.id].some(tieShown));
}

function ends(tie, unit) {
  const a = place[tie.from];
  const b = place[tie.to];
  if (!tie.lane) return [a.x, a.y, b.x, b.y];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const shift = (tie.lane * Math.min(LANE, LANE * unit)) / length;
  const dx = -(b.y - a.y) * shift;
  const dy = (b.x - a.x) * shift;
  return [a.x + dx, a.y + dy, b.x + dx, b.y + dy];
}

function strokeTies(ctx, some, unit, frame) {
  for (const tie of some) {
    const [ax, ay, bx, by] = ends(tie, unit);
    if ((ax < frame.left && bx < frame.left) || (ax > frame.right && bx > frame.right)
      || (ay < frame.top && by < frame.top) || (ay > frame.bottom && by > frame.bottom)) continue;
    ctx.beginPath();
    ctx.moveTo(ax, ay);
    ctx.lineTo(bx, by);
    ctx.stroke();
  }
}

function arrowHeads(ctx, some, unit) {
  const size = 7 * Math.min(unit, 1.6);
  ctx.beginPath();
  for (const tie of some) {
    const [ax, ay, bx, by] = ends(tie, unit);
    const length = Math.hypot(bx - ax, by - ay);
    const tip = radiusAt(tie.to, unit) + 2 * unit;
    if (length < tip + size) continue;
    const ux = (bx - ax) / length;
    const uy = (by - ay) / length;
    const x = bx - ux * tip;
    const y = by - uy * tip;
    ctx.moveTo(x, y);
    ctx.lineTo(x - ux * size - uy * size * 0.45, y - uy * size + ux * size * 0.45);
    ctx.lineTo(x - ux * size + uy * size * 0.45, y - uy * size - ux * size * 0.45);
    ctx.closePath();
  }
  ctx.fill();
}

function paintTies(ctx, unit, frame) {
  if (moving && visible > MOST_MOVING) return;
  const crowd = visible > 1500 ? 0.4 : visible > 250 ? 0.62 : 0.85;
  for (const bundle of bundles) {
    const { type, color } = style[bundle[0].at];
    const asked = hoveredType === bundle[0].t;
    const quiet = focus !== null || (hoveredType !== null && !asked);
    strokeBundle(ctx, bundle, { color, type, unit, frame, alpha: asked ? 1 : quiet ? 0.1 : across(bundle[0]) ? crowd * 0.55 : crowd, wide: asked ? 1 : 0, heads: !quiet && (asked || (visible <= MANY_TIES && (unit < 1.1 || type.polarity !== undefined))) });
  }
  if (focus) paintFocusTies(ctx, unit, frame);
}

function strokeBundle(ctx, some, { color, type, unit, frame, alpha, wide, heads }) {
  ctx.strokeStyle = ctx.fillStyle = toned(paintOf[color], alpha);
  ctx.lineWidth = moving && many() ? 0.99 * unit : (type.width + wide) * unit;
  ctx.setLineDash(moving && many() ? [] : type.dash.map((length) => length * unit));
  strokeTies(ctx, some, unit, frame);
  ctx.setLineDash([]);
  if (heads && type.directed) arrowHeads(ctx, some, unit);
}

function paintFocusTies(ctx, unit, frame) {
  const close = [...focus.lines].map((at) => ties[at]).filter(tieLit);
  const crowded = close.length > 400;
  for (const tie of close) {
    const { color, type } = style[tie.at];
    strokeBundle(ctx, [tie], { color, type, unit, frame, alpha: crowded ? 0.5 : 1, wide: 0.4, heads: !crowded });
  }
}

// Gaps: who should work together and does not.
function paintGhosts(ctx, unit) {
  if (state.off.ghosts || listed()) return;
  ctx.strokeStyle = paintOf.accent;
  gaps.forEach((gap, at) => {
    if (!shown[gap.s] || !shown[gap.t]) return;
    const chosen = state.gap === at;
    const near = focus === null || chosen || (focus.near.has(gap.s) && focus.near.has(gap.t));
    ctx.globalAlpha = chosen ? 1 : focus === null ? 0.42 : near ? 0.8 : 0.1;
    ctx.lineWidth = (chosen ? 3 : 1.3) * unit;
    ctx.setLineDash([6 * unit, 5 * unit]);
    ctx.beginPath();
    ctx.moveTo(place[gap.s].x, place[gap.s].y);
    ctx.lineTo(place[gap.t].x, place[gap.t].y);
    ctx.stroke();
  });
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

function trace(ctx, shape, x, y, r) {
  ctx.beginPath();
  const corners = SHAPES[shape];
  if (!corners) ctx.arc(x, y, r, 0, 2 * Math.PI);
  else {
    corners.forEach(([dx, dy], at) => (at ? ctx.lineTo(x + dx * r, y + dy * r) : ctx.moveTo(x + dx * r, y + dy * r)));
    ctx.closePath();
  }
}

const chosenNode = (node) => node === state.selected || (focus !== null && state.selected === null && focus.near.get(node) === 0);

function paintNode(ctx, node, x, y, unit) {
  const r = radiusAt(node, unit);
  const { shape } = nodes[node];
  const far = focus !== null && !focus.near.has(node);
  const rests = focus === null && idle[node] && node !== hovered;
  if (chosenNode(node) || node === hovered) {
    trace(ctx, shape, x, y, r + 4 * unit);
    ctx.fillStyle = node === hovered && !chosenNode(node) ? paintOf.edge : paintOf.accent;
    ctx.fill();
  }
  trace(ctx, shape, x, y, r);
  if (!(moving && many())) {
    ctx.lineJoin = "round";
    ctx.lineWidth = 2.5 * unit;
    ctx.strokeStyle = paintOf.canvas;
    ctx.stroke();
  }
  ctx.fillStyle = far ? toned(colors[node], 0.22) : rests ? toned(colors[node], 0.45) : colors[node];
  ctx.fill();
}

// A colour faded into the ground by what is missing to 1; opaque, so that nothing shines through.
const tones = new Map();
function toned(color, strength) {
  if (strength >= 1) return color;
  const key = color + strength;
  if (!tones.has(key)) {
    const hex = color.startsWith("#") ? color : `#${color.match(/\d+/g).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
    tones.set(key, mix(paintOf.canvas, hex, strength));
  }
  return tones.get(key);
}
