// The causal diagram as a drawing: boxes with names, bowed arrows with their sign at the head, bars where an effect comes late.
function svgPart(tag, attributes, ...children) {
  const part = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "style") for (const [key, text] of Object.entries(value)) part.style.setProperty(key, text);
    else if (value !== null) part.setAttribute(name, value);
  }
  part.append(...children.flat(2).filter(Boolean));
  return part;
}

const mixed = (a, b, share_) => ({ x: a.x + (b.x - a.x) * share_, y: a.y + (b.y - a.y) * share_ });
const inBox = (box, { x, y }, room) => Math.abs(x - box.x) < box.wide / 2 + room && Math.abs(y - box.y) < box.high / 2 + room;

// A bowed arrow from the edge of one box to the edge of the other: where it runs, its tip, and the way it points.
function bow(arrow) {
  const [a, b] = [boxes[arrow.from], boxes[arrow.to]];
  if (a === b) return ownLoop(a);
  const knee = { x: (a.x + b.x) / 2 + 2 * arrow.bend * (b.y - a.y), y: (a.y + b.y) / 2 - 2 * arrow.bend * (b.x - a.x) };
  const at = (time) => mixed(mixed(a, knee, time), mixed(knee, b, time), time);
  const between = (inside, outside, box, room) => {
    for (let round = 0; round < 14; round += 1) {
      const middle = (inside + outside) / 2;
      if (inBox(box, at(middle), room)) inside = middle; else outside = middle;
    }
    return outside;
  };
  const [first, last] = [between(0, 0.6, a, 1), between(1, 0.4, b, 2)];
  return { at, first, last, side: arrow.bend < 0 ? -1 : 1,
    cut: (from, to) => [at(from), mixed(mixed(a, knee, from), mixed(knee, b, from), to), at(to)] };
}

function ownLoop(box) {
  const [left, right] = [{ x: box.x - 22, y: box.y - box.high / 2 }, { x: box.x + 22, y: box.y - box.high / 2 - 2 }];
  const knee = { x: box.x, y: box.y - box.high / 2 - 62 };
  const at = (time) => mixed(mixed(left, knee, time), mixed(knee, right, time), time);
  return { at, first: 0, last: 1, side: 1, cut: (from, to) => [at(from), mixed(mixed(left, knee, from), mixed(knee, right, from), to), at(to)] };
}

const fixed = (value) => Math.round(value * 10) / 10;
const pointText = ({ x, y }) => `${fixed(x)} ${fixed(y)}`;

function drawArrow(at, kind) {
  const arrow = arrows[at];
  const { at: where, first, last, side, cut } = bow(arrow);
  const tip = where(last);
  const before = where(last - 0.02);
  const long = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [ux, uy] = [(tip.x - before.x) / long, (tip.y - before.y) / long];
  const back = (far) => Math.max(first, last - (far * 0.02) / long);
  const width = 1.1 + 2.2 * (arrow.strength === null ? 1 : arrow.strength) ** 1.5;
  const size = 6 + width;
  const corner = (way) => ({ x: tip.x - ux * size + way * uy * size * 0.52, y: tip.y - uy * size - way * ux * size * 0.52 });
  const beside = where(back(size + 9));
  const [start, knee, end] = cut(first, back(size - 1));
  const path = `M${pointText(start)}Q${pointText(knee)} ${pointText(end)}`;
  return svgPart("g", { class: `arrow ${SIGN[arrow.sign]} ${kind || ""}`, "data-arrow": at },
    svgPart("path", { class: "hit", d: path }),
    svgPart("path", { class: "line", d: path, "stroke-width": fixed(width) }),
    svgPart("path", { class: "head", d: `M${pointText(tip)}L${pointText(corner(1))} ${pointText(corner(-1))}Z` }),
    arrow.delay ? drawBars(where((first + last) / 2), where((first + last) / 2 + 0.01)) : null,
    signText(beside.x + uy * side * 9, beside.y - ux * side * 9 + 5, { 1: "+", "-1": "−", 0: "?" }[arrow.sign]));
}

function signText(x, y, text) {
  const sign = svgPart("text", { class: "sign", x: fixed(x), y: fixed(y) });
  sign.textContent = text;
  return sign;
}

// Two bars across: the effect takes its time.
function drawBars(middle, next) {
  const long = Math.hypot(next.x - middle.x, next.y - middle.y) || 1;
  const [ux, uy] = [(next.x - middle.x) / long, (next.y - middle.y) / long];
  const bar = (along) => `M${pointText({ x: middle.x + ux * along + uy * 6, y: middle.y + uy * along - ux * 6 })}L${pointText({ x: middle.x + ux * along - uy * 6, y: middle.y + uy * along + ux * 6 })}`;
  return svgPart("path", { class: "bars", d: bar(-2.5) + bar(2.5) });
}

function drawBox(at) {
  const box = boxes[at];
  const { shape } = nodes[box.node];
  const [left, top] = [box.x - box.wide / 2, box.y - box.high / 2];
  const color = `var(--${markColor(box.node)})`;
  const corners = SHAPES[shape];
  const middle = { x: left + 17, y: box.y };
  const mark = corners ? svgPart("polygon", { points: corners.map(([x, y]) => `${fixed(middle.x + x * 5.5)},${fixed(middle.y + y * 5.5)}`).join(" "), style: { fill: color } })
    : svgPart("circle", { cx: middle.x, cy: middle.y, r: 5.5, style: { fill: color } });
  const text = svgPart("text", {}, box.lines.map((line, row_) => {
    const span = svgPart("tspan", { x: fixed(left + 30), y: fixed(box.y + 4.5 + (row_ - (box.lines.length - 1) / 2) * 15) });
    span.textContent = line;
    return span;
  }));
  const found = svgPart("g", { class: "box", "data-box": at },
    svgPart("rect", { x: fixed(left), y: fixed(top), width: box.wide, height: box.high, rx: 8, style: { stroke: color } }), mark, text);
  const title = svgPart("title", {});
  title.textContent = nameOf(at);
  if (box.lines.join(" ") !== nameOf(at)) found.append(title);
  return found;
}

// Names that a wider font draws over their box are drawn narrower.
function fitNames(drawing) {
  for (const span of drawing.querySelectorAll(".box tspan")) {
    const room = boxes[span.closest("[data-box]").dataset.box].wide - 36;
    if (span.getComputedTextLength() > room) { span.setAttribute("textLength", room); span.setAttribute("lengthAdjust", "spacingAndGlyphs"); }
  }
}

const boxShown = (at) => shown[boxes[at].node];
const arrowShown = (at) => boxShown(arrows[at].from) && boxShown(arrows[at].to) && !typeOff(INFLUENCES);

function drawDiagram() {
  const lines = arrowsOf[state.holder].filter(arrowShown).map((at) => drawArrow(at, standing(at)));
  const lacking = missing().filter(arrowShown).map((at) => drawArrow(at, "missing"));
  const linked = new Set([...arrowsOf[state.holder], ...missing()].flatMap((at) => [arrows[at].from, arrows[at].to]));
  return [svgPart("g", { class: "arrows" }, lacking, lines),
    svgPart("g", { class: "boxes" }, boxes.map((_, at) => at).filter((at) => boxShown(at) && linked.has(at)).map(drawBox))];
}

// What is not looked at steps back.
function lightUp(drawing, focus_) {
  drawing.classList.toggle("focused", focus_ !== null);
  for (const part of drawing.querySelectorAll("[data-arrow]")) part.classList.toggle("near", focus_ !== null && focus_.lines.has(Number(part.dataset.arrow)));
  for (const part of drawing.querySelectorAll("[data-box]")) {
    const at = Number(part.dataset.box);
    part.classList.toggle("near", focus_ !== null && focus_.near.has(at));
    part.classList.toggle("chosen", boxes[at].node === state.selected);
  }
}
