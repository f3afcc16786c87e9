// The five disciplines as a radar: one series a line, told apart by dash and marker as well as by colour. Centre 1, edge 5.
const RADAR_GRID = { middle: 50, reach: 46, lowest: 1, highest: 5 };

function radarPoint(axis, axes, score) {
  const angle = UP + (axis * 2 * Math.PI) / axes;
  const radius = (RADAR_GRID.reach * (score - RADAR_GRID.lowest)) / (RADAR_GRID.highest - RADAR_GRID.lowest);
  return [RADAR_GRID.middle + Math.cos(angle) * radius, RADAR_GRID.middle + Math.sin(angle) * radius];
}

const pointsText = (points) => points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(" ");

function radarGround(axes) {
  const all = Array.from({ length: axes }, (_, axis) => axis);
  return [
    ...[2, 3, 4, 5].map((ring) => ["polygon", { points: pointsText(all.map((axis) => radarPoint(axis, axes, ring))), class: ring === 5 ? "ring edge" : "ring" }]),
    ...all.map((axis) => { const [x2, y2] = radarPoint(axis, axes, 5); return ["line", { x1: 50, y1: 50, x2, y2, class: "ring" }]; }),
  ];
}

function radarMarker([x, y], marker, radius, style) {
  const corners = SHAPES[marker];
  if (!corners) return ["circle", { cx: x, cy: y, r: radius, style }];
  return ["polygon", { points: pointsText(corners.map(([dx, dy]) => [x + dx * radius, y + dy * radius])), style }];
}

// A line only between neighbours that both have a score; a face only where all have one.
function radarSeries({ values, color, dash, marker, face }, unit) {
  const axes = values.length;
  const at = values.map((value, axis) => (value === null ? null : radarPoint(axis, axes, value)));
  const stroke = { stroke: `var(--${color})`, "stroke-width": 2 * unit, "stroke-dasharray": dash.map((length) => length * unit).join(" ") || "none", fill: "none", "stroke-linecap": "round" };
  const shapes = [];
  if (face && at.every(Boolean)) shapes.push(["polygon", { points: pointsText(at), style: { fill: `var(--${color})`, "fill-opacity": 0.14 } }]);
  at.forEach((point, axis) => {
    const next = at[(axis + 1) % axes];
    if (point && next) shapes.push(["line", { x1: point[0], y1: point[1], x2: next[0], y2: next[1], style: stroke }]);
  });
  const look = marker.hollow ? { fill: "var(--surface)", stroke: `var(--${color})`, "stroke-width": 1.6 * unit } : { fill: `var(--${color})` };
  return [...shapes, ...at.filter(Boolean).map((point) => radarMarker(point, marker.shape, 3.6 * unit, look))];
}

function radarPicture(size, series, labels) {
  const unit = 100 / size;
  const picture = svg(100, ...radarGround(labels.length), ...series.flatMap((one) => radarSeries(one, unit)));
  picture.setAttribute("width", size);
  picture.setAttribute("height", size);
  return make("div", { class: "radar", "aria-hidden": "true", style: { width: `${size}px`, height: `${size}px` } }, picture, labels.map((label, axis) => {
    const [x, y] = radarPoint(axis, labels.length, 5);
    const side = Math.abs(x - 50) < 1 ? "over" : x > 50 ? "right" : "left";
    return make("span", { class: `axis ${side}${y > 75 ? " low" : ""}`, style: { left: `${x}%`, top: `${y}%` } }, label);
  }));
}

// The line of a series as its key: the same dash and the same marker.
function seriesKey({ color, dash, marker }) {
  const style = { stroke: `var(--${color})`, "stroke-width": 2, "stroke-dasharray": dash.join(" ") || "none" };
  const look = marker.hollow ? { fill: "var(--surface)", stroke: `var(--${color})`, "stroke-width": 1.6 } : { fill: `var(--${color})` };
  const picture = svg(16, ["line", { x1: -6, y1: 8, x2: 22, y2: 8, style }], radarMarker([8, 8], marker.shape, 3.6, look));
  picture.setAttribute("viewBox", "-8 0 32 16");
  picture.setAttribute("width", 32);
  return picture;
}

// Names beside points of a scatter: the first of four places that is free.
function labelPlace(taken, x, y, width) {
  const places = [[8, -8], [-8 - width, -8], [-width / 2, -26], [-width / 2, 8]];
  const box = ([dx, dy]) => [x + dx, y + dy, x + dx + width, y + dy + 18];
  const free = places.find((place) => { const [a, b, c, d] = box(place); return a > 0 && taken.every(([e, f, g, h]) => c < e || a > g || d < f || b > h); }) || places[0];
  taken.push(box(free), [x - 6, y - 6, x + 6, y + 6]);
  return free;
}

const niceStep = (range) => { const power = 10 ** Math.floor(Math.log10(range / 4)); return [1, 2, 5, 10].map((factor) => factor * power).find((step) => range / step <= 5); };

// Round numbers that span the values.
function ticksOf(values, low = Math.min(...values), high = Math.max(...values)) {
  const step = niceStep(Math.max(high - low, 1e-6));
  const first = Math.floor(low / step);
  return Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, at) => (first + at) * step);
}
