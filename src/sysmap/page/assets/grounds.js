// Groups behind the nodes: a soft ground for those who have much to do with each other, as the layout puts them together.
const GROUND = 24;
const groundOf = new Int32Array(nodes.length).fill(-1);
island.grounds.forEach((group, at) => { for (const node of group.of) groundOf[node] = at; });
const across = (tie) => groundOf[tie.from] !== groundOf[tie.to];

// The convex hull, by Andrew's monotone chain.
function hull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const turn = (o, a, b) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  const half = (some) => {
    const chain = [];
    for (const point of some) {
      while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.reverse())];
}

// Who strayed far from the others (a place kept from another build) does not stretch the ground.
function gathered(group) {
  const some = group.of.filter((node) => shown[node]).map((node) => place[node]);
  if (some.length < 3) return [];
  const middle = (axis) => some.map((at) => at[axis]).sort((a, b) => a - b)[some.length >> 1];
  const [x, y] = [middle("x"), middle("y")];
  const away = some.map((at) => Math.hypot(at.x - x, at.y - y));
  const usual = [...away].sort((a, b) => a - b)[some.length >> 1];
  return some.filter((_, at) => away[at] <= 2.6 * usual + 2 * GROUND);
}

let grounds = [];
function refreshGrounds() {
  grounds = island.grounds.map((group) => ({ name: group.name, corners: hull(gathered(group)) })).filter(({ corners }) => corners.length > 2);
}

function paintGrounds(ctx) {
  if (focus !== null || state.off.grounds) return;
  ctx.lineJoin = "round";
  ctx.setLineDash([]);
  for (const { corners } of grounds) {
    for (const [color, wide] of [[paintOf.canvas, GROUND * 2 + 6], [paintOf.ground, GROUND * 2]]) {
      ctx.beginPath();
      corners.forEach(({ x, y }, at) => (at ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
      ctx.closePath();
      ctx.lineWidth = wide;
      ctx.strokeStyle = ctx.fillStyle = color;
      ctx.stroke();
      ctx.fill();
    }
  }
}
