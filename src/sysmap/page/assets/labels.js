// Names on the map: always 13 px, the weightiest first, none over another.
const FONT = "13px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const BOLD = FONT.replace("13px", "650 13px");
const LINE = 15;
const FEW = 300;
const AT_REST = 40;
const MARKED = 2000;
const widths = new Map();
const lines = nodes.map((node) => wrapped(node.label));

// At most two lines of about 20 characters.
function wrapped(text) {
  const most = 21;
  const name = text.replace(/\s+/g, " ").trim();
  if (name.length <= most) return [name];
  const cut = name.lastIndexOf(" ", most) > 6 ? name.lastIndexOf(" ", most) : most;
  const rest = name.slice(cut).trim();
  return [name.slice(0, cut).trim(), rest.length > most ? `${rest.slice(0, most - 1).trimEnd()}…` : rest];
}

function widthOf(ctx, text, font) {
  const key = font + text;
  if (!widths.has(key)) {
    ctx.font = font;
    widths.set(key, ctx.measureText(text).width);
  }
  return widths.get(key);
}

// The best tied of each group names it: its own name is set bold while nothing is looked at.
const leading = new Set(island.grounds.map((group) => group.name));
const leads = (node) => focus === null && !state.off.grounds && leading.has(node) && shown[node];

let order = [];
function orderLabels() {
  const rank = (node) => (state.selected === node ? 4e6 : 0) + (hovered === node ? 5e6 : 0)
    + (focus && focus.near.has(node) ? 2e6 - 1e5 * focus.near.get(node) : 0) + radii[node] * 100 - (idle[node] ? 1e5 : 0) + (leads(node) ? 1e5 : 0) + tiesOf[node].length * 25 - nodes[node].k * 10;
  order = nodes.map((node) => node.id).filter((node) => shown[node] && (focus === null || focus.near.has(node) || node === hovered));
  const weight = new Map(order.map((node) => [node, rank(node)]));
  order.sort((a, b) => weight.get(b) - weight.get(a) || a - b);
}

// A coarse grid of taken rectangles: a new one is tried against its own cells only.
class Taken {
  constructor() { this.cells = new Map(); }

  put(box) {
    for (const key of this.keys(box)) (this.cells.get(key) || this.cells.set(key, []).get(key)).push(box);
  }

  keys(box) {
    const keys = [];
    for (let x = Math.floor(box.left / 64); x <= Math.floor(box.right / 64); x += 1) {
      for (let y = Math.floor(box.top / 32); y <= Math.floor(box.bottom / 32); y += 1) keys.push(x * 4096 + y);
    }
    return keys;
  }

  try(box, overMarks = false) {
    const keys = this.keys(box);
    const hit = (other) => !(overMarks && other.mark) && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
    if (keys.some((key) => (this.cells.get(key) || []).some(hit))) return false;
    for (const key of keys) (this.cells.get(key) || this.cells.set(key, []).get(key)).push(box);
    return true;
  }
}

// `view` turns the map's units into pixels: x * scale + dx. Below the node, else above, else beside it.
function paintLabels(ctx, view, width, height, budget) {
  const taken = new Taken();
  takeMarks(taken, view, width, height);
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  let left = budget;
  for (const node of order) {
    if (left <= 0) break;
    const at = place[node].x * view.scale + view.dx;
    const y = place[node].y * view.scale + view.dy;
    if (at < 0 || y < -10 || at > width || y > height + 10) continue;
    const half = halfWidth(ctx, node);
    const x = Math.min(Math.max(at, half + 2), width - half - 2);
    const spot = labelSpot(ctx, node, x, y, radiusAt(node, 1 / view.scale) * view.scale, taken, width);
    if (!spot) continue;
    left -= 1;
    ctx.font = leads(node) ? BOLD : FONT;
    ctx.strokeStyle = paintOf.canvas;
    ctx.fillStyle = focus && focus.near.get(node) > 0 ? paintOf.muted : paintOf.text;
    lines[node].forEach((line, at) => {
      ctx.strokeText(line, spot[0], spot[1] + at * LINE);
      ctx.fillText(line, spot[0], spot[1] + at * LINE);
    });
  }
}

// Names do not lie over marks, but in a crowd of thousands.
function takeMarks(taken, view, width, height) {
  if (nodes.length > MARKED) return;
  for (const node of focus ? focus.near.keys() : order) {
    const x = place[node].x * view.scale + view.dx;
    const y = place[node].y * view.scale + view.dy;
    if (!shown[node] || x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
    const r = radiusAt(node, 1 / view.scale) * view.scale * 0.9;
    taken.put({ left: x - r, right: x + r, top: y - r, bottom: y + r, mark: true });
  }
}

const halfWidth = (ctx, node) => Math.max(...lines[node].map((line) => widthOf(ctx, line, leads(node) ? BOLD : FONT))) / 2 + 3;

function labelSpot(ctx, node, x, y, r, taken, width) {
  const half = halfWidth(ctx, node);
  const high = lines[node].length * LINE;
  const spots = [[0, y + r + 3], [0, y - r - 3 - high]];
  for (const side of [1, -1]) spots.push([side * (half + r + 2), y - high / 2], [side * half * 0.7, y + r + 1], [side * half * 0.7, y - r - 1 - high]);
  for (const [aside, top] of spots) {
    if (x + aside < half || x + aside > width - half) continue;
    if (taken.try({ left: x + aside - half, right: x + aside + half, top, bottom: top + high })) return [x + aside, top + 12];
  }
  // The name of a group, of what is chosen or pointed at is never missing.
  for (const [aside, top] of leads(node) ? spots : []) if (taken.try({ left: x + aside - half, right: x + aside + half, top, bottom: top + high }, true)) return [x + aside, top + 12];
  return node === state.selected || node === hovered ? [x, y + r + 15] : null;
}

const labelBudget = (zoomed) => (nodes.length <= FEW || focus ? Infinity : AT_REST * Math.max(1, zoomed * zoomed));
