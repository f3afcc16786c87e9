// How the diagram is looked at: moved by drag, wheel, pinch, buttons and keys.
const NEAREST = 2.5;
const READABLE = 0.68;
const within = (value, least, most) => (least > most ? (least + most) / 2 : Math.max(least, Math.min(most, value)));

function cameraOf(pane, drawing, world) {
  const eye = { x: 0, y: 0, scale: 1 };
  let whole = 1;
  let untouched = true;
  let last = null;
  const room = () => ({ wide: pane.clientWidth, high: pane.clientHeight - Math.max(pane.nextElementSibling.offsetHeight + 12, covered()) });
  const show = () => world.setAttribute("transform", `translate(${fixed(eye.x)} ${fixed(eye.y)}) scale(${eye.scale.toFixed(4)})`);
  const aim = (x, y, scale) => { Object.assign(eye, { scale, x: room().wide / 2 - x * scale, y: room().high / 2 - y * scale }); show(); };

  function frame(some) {
    const of = some.length ? some.map((at) => boxes[at]) : boxes;
    const [left, right] = [Math.min(...of.map((box) => box.x - box.wide / 2)), Math.max(...of.map((box) => box.x + box.wide / 2))];
    const [top, bottom] = [Math.min(...of.map((box) => box.y - box.high / 2)), Math.max(...of.map((box) => box.y + box.high / 2))];
    // A mark on the corner of a box needs room too.
    return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.min(room().wide / (right - left + 64), room().high / (bottom - top + 24), 1.25) };
  }
  // Another shape of the pane: all anew while nobody has moved it, else about the same middle.
  function resized() {
    const now = room();
    if (untouched || !last) fitBoxes([], true);
    else move((now.wide - last.wide) / 2, (now.high - last.high) / 2);
    untouched = untouched || !last;
    last = now;
  }
  // Everything; at the opening no smaller than can be read, then about the box that most arrows meet.
  function fitBoxes(some, opening) {
    const { x, y, scale, left, right, top, bottom } = frame(some);
    whole = scale;
    untouched = true;
    if (!opening || scale >= READABLE) { aim(x, y, scale); return; }
    const [hub, half] = [boxes[busiest()], { x: room().wide / 2 / READABLE, y: room().high / 2 / READABLE }];
    aim(within(hub.x, left + half.x - 16, right - half.x + 16), within(hub.y, top + half.y - 16, bottom - half.y + 16), READABLE);
  }
  function zoom(factor, at = { x: room().wide / 2, y: room().high / 2 }) {
    const scale = Math.min(NEAREST, Math.max(Math.min(whole, READABLE) * 0.6, eye.scale * factor));
    untouched = false;
    Object.assign(eye, { x: at.x - ((at.x - eye.x) * scale) / eye.scale, y: at.y - ((at.y - eye.y) * scale) / eye.scale, scale });
    show();
  }
  function keepInView(some) {
    const { x, y, scale } = frame(some);
    const { wide, high } = room();
    const inside = some.every((at) => {
      const [left, top] = [eye.x + boxes[at].x * eye.scale, eye.y + boxes[at].y * eye.scale];
      return left > 60 && left < wide - 60 && top > 24 && top < high - 24;
    });
    if (!inside) aim(x, y, Math.min(eye.scale, Math.max(scale, 0.4)));
  }
  function move(dx, dy) { untouched = false; eye.x += dx; eye.y += dy; show(); }

  const fingers = new Map();
  let moved = 0;
  const middle = () => { const all = [...fingers.values()]; return { x: all.reduce((sum, one) => sum + one.x, 0) / all.length, y: all.reduce((sum, one) => sum + one.y, 0) / all.length }; };
  const spread = () => { const [a, b] = [...fingers.values()]; return b ? Math.hypot(a.x - b.x, a.y - b.y) : 0; };
  const inPane = (event) => { const edge = pane.getBoundingClientRect(); return { x: event.clientX - edge.left, y: event.clientY - edge.top }; };
  drawing.addEventListener("pointerdown", (event) => { fingers.set(event.pointerId, inPane(event)); if (fingers.size === 1) moved = 0; });
  drawing.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const [old, apart] = [middle(), spread()];
    fingers.set(event.pointerId, inPane(event));
    const now = middle();
    moved += Math.hypot(now.x - old.x, now.y - old.y);
    if (moved < 4 && fingers.size === 1) return;
    if (!drawing.hasPointerCapture(event.pointerId)) drawing.setPointerCapture(event.pointerId);
    move(now.x - old.x, now.y - old.y);
    if (apart) { moved += 4; zoom(spread() / apart, now); }
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) drawing.addEventListener(end, (event) => fingers.delete(event.pointerId));
  drawing.addEventListener("wheel", (event) => { event.preventDefault(); zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), inPane(event)); }, { passive: false });
  return { fit: fitBoxes, resized, zoom, keepInView, dragged: () => moved >= 4, eye };
}

const busiest = () => {
  const count = boxes.map(() => 0);
  for (const { members } of loopsNow()) for (const box of members) count[box] += 1;
  return count.indexOf(Math.max(...count));
};
