const panel = document.getElementById("panel");
const stage = document.getElementById("stage");
// Making elements. Text enters the page only as text nodes.
const SVG = "http://www.w3.org/2000/svg";

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, text] of Object.entries(value)) element.style.setProperty(key, text);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// New children for an element; what is absent is left out.
const fill = (element, ...children) => element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));

// The browser may show and answer what is there before the next piece of work.
const turn = () => new Promise((done) => { setTimeout(done); });

function svg(size, ...shapes) {
  const picture = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${size} ${size}`, width: size, height: size, "aria-hidden": "true" })) picture.setAttribute(name, value);
  for (const [tag, attributes] of shapes) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "style") for (const [key, text] of Object.entries(value)) shape.style.setProperty(key, text);
      else shape.setAttribute(name, value);
    }
    picture.append(shape);
  }
  return picture;
}

const ICONS = {
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4 14 14",
  close: "M4 4l8 8M12 4l-8 8",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  save: "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
  print: "M4.5 6V2.5h7V6M4.5 11.5h-2v-5h11v5h-2M4.5 9.5h7v4h-7z",
  sun: "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1",
  moon: "M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z",
  device: "M2 3h12v8H2zM6 13.5h4M8 11v2.5",
  overview: "M3 4h10M3 8h10M3 12h6",
  legend: "M2.5 4.5h3M2.5 8h3M2.5 11.5h3M8 4.5h5.5M8 8h5.5M8 11.5h5.5",
  findings: "M8 2.2 14 13H2zM8 6.5v3M8 11.2v.3",
  table: "M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6",
  groups: "M5.5 2.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM11.5 8.5a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM4.5 11.5a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8zM7.8 7.5l2 1.8M5 8.5v3",
  grid: "M2.5 2.5h11v11h-11zM8 2.5v11M2.5 8h11",
  matrix: "M2.5 2.5h11v11h-11zM2.5 6h11M2.5 10h11M6 2.5v11M10 2.5v11",
  map: "M5 4.5a1.5 1.5 0 1 0-3 0 1.5 1.5 0 0 0 3 0zM14 6a1.5 1.5 0 1 0-3 0 1.5 1.5 0 0 0 3 0zM8.5 12a1.5 1.5 0 1 0-3 0 1.5 1.5 0 0 0 3 0zM5 4.8l6 1M4 5.9l2.3 4.8M8.1 10.9l3-3.6",
  back: "M9.5 3.5 5 8l4.5 4.5",
};
const icon = (name) => svg(16, ["path", { d: ICONS[name], class: "icon" }]);

function iconButton(name, label, attributes) {
  return make("button", { type: "button", class: "tool", "aria-label": label, title: label, ...attributes }, icon(name));
}

// Shapes of the kinds, in a unit where the radius is 1; canvas and legend share them.
const polygon = (corners, turn, radius = () => 1) => Array.from({ length: corners }, (_, at) => {
  const angle = turn + (at * 2 * Math.PI) / corners;
  return [Math.cos(angle) * radius(at), Math.sin(angle) * radius(at)];
});
const UP = -Math.PI / 2;
const SHAPES = {
  dot: null,
  triangle: polygon(3, UP).map(([x, y]) => [x * 1.22, y * 1.22 + 0.18]),
  triangleDown: polygon(3, -UP).map(([x, y]) => [x * 1.22, y * 1.22 - 0.18]),
  star: polygon(10, UP, (at) => (at % 2 ? 0.58 : 1.3)),
  square: polygon(4, Math.PI / 4).map(([x, y]) => [x * 1.22, y * 1.22]),
  hexagon: polygon(6, 0).map(([x, y]) => [x * 1.1, y * 1.1]),
  diamond: polygon(4, 0).map(([x, y]) => [x * 1.25, y * 1.25]),
};

function shapeIcon(shape, color) {
  const style = { fill: color };
  const corners = SHAPES[shape];
  if (!corners) return svg(16, ["circle", { cx: 8, cy: 8, r: 5.5, style }]);
  return svg(16, ["polygon", { points: corners.map(([x, y]) => `${8 + x * 5.5},${8 + y * 5.5}`).join(" "), style }]);
}

// Ties with a sign are drawn in one colour for each.
const arrow = (y, color) => [["line", { x1: 1, y1: y, x2: 11.5, y2: y, style: { stroke: `var(--${color})`, "stroke-width": 1.4 } }],
  ["polygon", { points: `15,${y} 11,${y - 2.4} 11,${y + 2.4}`, style: { fill: `var(--${color})` } }]];

function strokeIcon(type) {
  if (type.polarity !== undefined) return svg(16, ...arrow(4.5, "plus"), ...arrow(11.5, "minus"));
  const style = { stroke: `var(--${type.color})`, "stroke-width": Math.max(1.4, type.width), "stroke-dasharray": type.dash.join(" ") || "none" };
  const shapes = [["line", { x1: 1, y1: 8, x2: type.directed ? 11.5 : 15, y2: 8, style }]];
  if (type.directed) shapes.push(["polygon", { points: "15,8 10.5,5.4 10.5,10.6", style: { fill: `var(--${type.color})` } }]);
  return svg(16, ...shapes);
}
