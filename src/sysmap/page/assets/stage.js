// The map itself: vis-network holds the nodes, the view and the pointer; ties, shapes and names are painted by us.
const tip = document.getElementById("tip");
let network = null;
let points = null;
let inside = new Set(); // the nodes that vis-network holds: those that are shown
let fitted = 1;

const frameOf = () => {
  const a = network.DOMtoCanvas({ x: 0, y: 0 });
  const b = network.DOMtoCanvas({ x: stage.clientWidth, y: stage.clientHeight });
  return { left: a.x, top: a.y, right: b.x, bottom: b.y };
};

// What a module draws below the marks: (canvas, unit) -> nothing.
const painters = [];

// Built when it is first looked at, in a turn of its own: words and legend are on the screen before.
async function openStage() {
  await engine();
  await turn();
  if (!network) buildStage();
  resized();
  redraw();
}

function buildStage() {
  points = new vis.DataSet(nodes.filter((node) => shown[node.id]).map(({ id, x, y }) => ({ id, x, y })));
  inside = new Set(points.getIds());
  const options = { ...island.options, autoResize: false };
  options.nodes = { ...options.nodes, ctxRenderer: ({ ctx, id, x, y }) => ({
    drawNode: () => paintNode(ctx, id, x, y, 1 / network.getScale()),
    nodeDimensions: { width: radiusAt(id, 1 / network.getScale()) * 2.4, height: radiusAt(id, 1 / network.getScale()) * 2.4 },
  }) };
  network = new vis.Network(stage, { nodes: points, edges: [] }, options);
  stage.firstElementChild.tabIndex = -1; // the stage itself takes the keys
  network.on("beforeDrawing", (ctx) => {
    const unit = 1 / network.getScale();
    paintGrounds(ctx);
    paintTies(ctx, unit, frameOf());
    for (const paint of painters) paint(ctx, unit);
    paintGhosts(ctx, unit);
    paintSuggestions(ctx, unit);
  });
  network.on("afterDrawing", paintOver);
  network.on("click", ({ nodes: [node], pointer }) => clicked(node, pointer));
  network.on("hoverNode", ({ node }) => { hovered = node; orderLabels(); redraw(); });
  network.on("blurNode", () => { hovered = null; orderLabels(); redraw(); });
  network.on("dragging", ({ nodes: dragged }) => {
    if (dragged.length) for (const [node, at] of Object.entries(network.getPositions(dragged))) place[node] = at;
    if (dragged.length) refreshGrounds();
  });
  for (const event of ["zoom", "dragging"]) network.on(event, () => move());
  new ResizeObserver(() => resized()).observe(stage);
  stage.addEventListener("keydown", steer);
  stage.addEventListener("pointermove", pointAt);
  stage.addEventListener("pointerleave", () => { tip.hidden = true; });
  resized();
  if (state.selected !== null) flyTo(state.selected);
  else showFocus(false);
}

// What is looked at, in the middle and with room around it.
function showFocus(animated = true) {
  if (focus && focus.near.size < nodes.length) fitTo([...focus.near.keys()], animated, Math.max(fitted * 1.3, 0.9));
}

// While the view moves, much is drawn plainly; it comes to rest a moment after.
let resting = 0;
function move(lasting = 0) {
  moving = true;
  clearTimeout(resting);
  resting = setTimeout(() => { moving = false; redraw(); }, 160 + lasting);
}

let redrawing = false;
function redraw() {
  if (redrawing || !network) return;
  redrawing = true;
  requestAnimationFrame(() => { redrawing = false; network.redraw(); });
}

function paintOver(ctx) {
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth || 1;
  const now = ctx.getTransform();
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const view = { scale: now.a / ratio, dx: now.e / ratio, dy: now.f / ratio };
  paintLabels(ctx, view, stage.clientWidth, stage.clientHeight, labelBudget(view.scale / fitted));
  ctx.restore();
}

let size = "";
function resized() {
  const next = `${stage.clientWidth}x${stage.clientHeight}`;
  if (!network || next === size || !stage.clientWidth) return;
  const first = size === "";
  size = next;
  network.setSize(`${stage.clientWidth}px`, `${stage.clientHeight}px`);
  network.redraw();
  if (first || Math.abs(network.getScale() / fitted - 1) < 0.02) fitAll(false);
}

// Pixels of the map that the sheet of the phone lies over.
function covered() {
  if (!phone.matches) return 0;
  return [document.getElementById("rail"), panel].reduce((most, sheet) => Math.max(most, sheet.offsetHeight), 0);
}

// Everything shown, with room for names; one node alone is not blown up.
function fitAll(animated = true) {
  const some = nodes.filter((node) => shown[node.id]).map((node) => node.id);
  fitTo(some.length ? some : nodes.map((node) => node.id), animated, 1.25);
}

function fitTo(some, animated, most) {
  if (!some.length || !network) return;
  resized();
  const xs = some.map((node) => place[node].x);
  const ys = some.map((node) => place[node].y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const high = stage.clientHeight - covered();
  const room = phone.matches ? 64 : 90;
  const scale = Math.max(0.02, Math.min((stage.clientWidth - room) / (right - left + 40), (high - room) / (bottom - top + 40), most));
  const view = { position: { x: (left + right) / 2, y: (top + bottom) / 2 + (covered() / 2 + 8) / scale }, scale };
  if (some.length === nodes.filter((node) => shown[node.id]).length) fitted = view.scale;
  glide(view, animated);
}

function glide(view, wanted) {
  const animated = wanted && !stillness.matches;
  if (animated) move(380);
  network.moveTo({ ...view, animation: animated ? { duration: 380, easingFunction: "easeInOutCubic" } : false });
}

function flyTo(node) {
  const near = [...around(node, 1).near.keys()];
  fitTo(near.length > 1 ? near : [node], true, Math.max(fitted * 1.6, 0.9));
}

const zoomBy = (factor) => glide({ scale: Math.min(4, Math.max(fitted / 3, network.getScale() * factor)) }, true);

// Ties that are not there and can be pointed at: pairs of nodes, which of them are drawn, what a tip says, what a click does.
const ghosts = [{ pairs: gaps, drawn: () => !state.off.ghosts, tip: (at) => say(gaps[at].reason), choose: selectGap }];

function tieAt(pointer) {
  const { x, y } = network.DOMtoCanvas(pointer);
  const unit = 1 / network.getScale();
  let best = null;
  let nearest = 6 * unit;
  const consider = (thing, ax, ay, bx, by) => {
    const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
    const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    const distance = Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
    if (distance < nearest) { nearest = distance; best = thing; }
  };
  for (const tie of ties) {
    if (focus ? !focus.lines.has(tie.at) || !tieLit(tie) : !tieShown(tie)) continue;
    consider({ tie: tie.at }, ...ends(tie, unit));
  }
  for (const kind of ghosts) {
    kind.pairs.forEach((pair, at) => {
      if (kind.drawn(at) && shown[pair.s] && shown[pair.t]) consider({ ghost: kind, at }, place[pair.s].x, place[pair.s].y, place[pair.t].x, place[pair.t].y);
    });
  }
  return best;
}

function clicked(node, pointer) {
  if (node !== undefined) { select(node); return; }
  const line = tieAt(pointer.DOM);
  if (!line) clear();
  else if (line.ghost) line.ghost.choose(line.at);
  else selectTie(line.tie);
}

const sentence = (tie) => say(types[tie.t].sentence).replace(/\{(source|target)\}/g, (_, end) => nodes[end === "source" ? tie.from : tie.to].label);

let pointing = false;
function pointAt(event) {
  if (pointing || event.pointerType === "touch") return;
  pointing = true;
  requestAnimationFrame(() => {
    pointing = false;
    const box = stage.getBoundingClientRect();
    const pointer = { x: event.clientX - box.left, y: event.clientY - box.top };
    const line = event.buttons ? null : hovered === null ? tieAt(pointer) : null;
    const text = event.buttons ? "" : hovered !== null ? tipOfNode(hovered) : !line ? "" : line.ghost ? line.ghost.tip(line.at) : sentence(ties[line.tie]);
    showTip(text, event.clientX, event.clientY);
  });
}

function tipOfNode(node) {
  return `${nodes[node].label}\n${say(kindOf(node).title)} · ${t("tie_count")}: ${integer(tiesOf[node].length)}`;
}

function showTip(text, x, y) {
  tip.hidden = !text;
  if (!text) return;
  tip.textContent = text;
  tip.style.left = `${Math.min(x + 14, innerWidth - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.min(y + 16, innerHeight - tip.offsetHeight - 8)}px`;
}

// Arrow keys go to the next node in that direction; plus and minus zoom; 0 shows everything.
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
function steer(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (ARROWS[event.key]) step(ARROWS[event.key]);
  else if (event.key === "+" || event.key === "=") zoomBy(1.35);
  else if (event.key === "-") zoomBy(1 / 1.35);
  else if (event.key === "0") fitAll();
  else return;
  event.preventDefault();
}

function step(way) {
  if (state.selected === null) { if (order.length) select(order[0]); return; }
  const best = towards(way, state.selected, nodes.map((node) => node.id).filter((node) => shown[node]), (node) => place[node]);
  if (best !== null) { select(best); keepInSight(best); }
}

// The nearest of some things in a direction, what lies aside counting twice; null where there is none.
function towards([dx, dy], start, some, where) {
  const from = where(start);
  let best = null;
  let least = Infinity;
  for (const one of some) {
    const along = (where(one).x - from.x) * dx + (where(one).y - from.y) * dy;
    const aside = Math.abs((where(one).x - from.x) * dy) + Math.abs((where(one).y - from.y) * dx);
    if (one !== start && along > 1 && along + 2 * aside < least) { least = along + 2 * aside; best = one; }
  }
  return best;
}

function keepInSight(node) {
  const at = network.canvasToDOM(place[node]);
  if (at.x < 40 || at.y < 40 || at.x > stage.clientWidth - 40 || at.y > stage.clientHeight - 40) glide({ position: place[node] }, true);
}

function refreshStage() {
  refreshShown();
  bundleTies();
  refreshGrounds();
  if (network) {
    const gone = [...inside].filter((node) => !shown[node]);
    const come = nodes.filter((node) => shown[node.id] && !inside.has(node.id));
    points.remove(gone);
    points.add(come.map(({ id }) => ({ id, ...place[id] })));
    for (const node of gone) inside.delete(node);
    for (const node of come) inside.add(node.id);
  }
  refreshFocus();
}

function refreshFocus() {
  focus = focusOf();
  stage.dataset.lit = focus ? [...focus.near.keys()].join(" ") : "";
  orderLabels();
  redraw();
}
