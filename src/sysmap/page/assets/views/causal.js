// The causal view: the diagram, the tools above it, what its marks mean, and what the panel says of a node's causes and effects.
import { nearestTowards } from "../core/geometry.js";
import { find, fill, findOne, focusedIn, hasModifier, make, makeSvg, panel } from "../base/dom.js";
import { iconButton } from "../base/icons.js";
import { clearSelection, select, selectTie } from "../base/selection.js";
import { change, lookAt, state, watch } from "../base/state.js";
import { integer, sentence, t } from "../base/words.js";
import { shown } from "../map/filter.js";
import { ARROWS, showTip } from "../map/pointing.js";
import { addSection } from "../panel/node.js";
import { linkButton, muted, showPanel } from "../panel/sheet.js";
import { chooser } from "../shell/choosers.js";
import { addView, currentView } from "../shell/views.js";
import { archetypesTool } from "./causal/archetypes.js";
import { Camera, busiestBox } from "./causal/camera.js";
import {
  WAYS,
  arrows,
  boxOf,
  boxes,
  causalState,
  causes,
  currentArrows,
  currentLoops,
  diagramFocus,
  followArrows,
  isBoxShown,
  isPushed,
  tieBehind,
} from "./causal/data.js";
import { drawDiagram, fitNames, lightUp, numberOf, signText } from "./causal/diagram.js";
import { leversTool } from "./causal/levers.js";
import { POLARITIES, loopsTool } from "./causal/loops.js";
import { differencesTool } from "./causal/mental-maps.js";
import { pushBox } from "./causal/pushes.js";
import { drawEffects, pushButtons, whatIfTool } from "./causal/what-if.js";
/** @import { Child } from "../base/types.d.ts" */

const TOOLS = [whatIfTool, loopsTool, leversTool, archetypesTool, differencesTool];

/** @type {{ camera: Camera, drawing: SVGSVGElement, world: SVGGElement, pane: HTMLElement } | null} Built when it is first looked at. */
let diagram = null;
/** @type {number | null} */
let hoveredBox = null;
/** The size of the pane that was framed last. */
let framedSize = "";

/** @param {HTMLElement} root */
function buildDiagram(root) {
  const world = makeSvg("g");
  const drawing = makeSvg("svg", { class: "diagram", "aria-hidden": "true" }, world);
  const pane = make("div", { id: "causes", tabindex: "0", role: "application", onkeydown: steerDiagram }, drawing);
  const [key, zoom] = ["causal-key", "causal-zoom"].map((name) => make("div", { class: name }));
  fill(
    root,
    make("div", { class: "causal-tools", role: "group" }),
    make("div", { class: "causal-pane" }, pane, key, zoom),
  );
  diagram = { camera: new Camera(pane, drawing, world), drawing, world, pane };
  drawing.addEventListener("click", clickDiagram);
  drawing.addEventListener("pointerover", hoverDiagram);
  drawing.addEventListener("pointerleave", () => hoverBox(null));
  drawing.addEventListener("pointermove", tipOfArrow);
  framedSize = "";
  new ResizeObserver(() => {
    if (isShown()) frameDiagram();
  }).observe(pane);
  return diagram;
}

const isShown = () => currentView().name === "causal";

/** @param {HTMLElement} root */
function showCausal(root) {
  const { camera, drawing, world, pane } = diagram && root.contains(diagram.pane) ? diagram : buildDiagram(root);
  const counts = { nodes: integer(boxes.length), links: integer(currentArrows().length) };
  pane.setAttribute("aria-label", t("causal_canvas", counts));
  fill(world, drawDiagram(), drawEffects());
  drawing.classList.toggle("pushing", isPushed());
  fitNames(drawing);
  showTools(findOne(".causal-tools", root));
  fill(findOne(".causal-key", root), keyOfMarks());
  fill(
    findOne(".causal-zoom", root),
    iconButton("plus", t("zoom_in"), { onclick: () => camera.zoom(1.35) }),
    iconButton("minus", t("zoom_out"), { onclick: () => camera.zoom(1 / 1.35) }),
    iconButton("fit", t("fit"), { onclick: () => camera.fit() }),
  );
  refreshLight();
  frameDiagram();
}

/** The first look, and another shape of the pane, frame all anew; what is looked at stays in sight. */
function frameDiagram() {
  if (!diagram || !diagram.pane.isConnected || !diagram.pane.clientWidth) return;
  const { camera, pane } = diagram;
  const size = `${pane.clientWidth}x${pane.clientHeight}`;
  if (framedSize !== size) camera.resize();
  framedSize = size;
  const focus = diagramFocus();
  if (focus && focus.near.size) camera.keepInView([...focus.near.keys()].filter((box) => focus.near.get(box) === 0));
}

function refreshLight() {
  if (!diagram || !isShown()) return;
  lightUp(diagram.drawing, hoveredBox === null ? diagramFocus() : followArrows(hoveredBox, 0, 1));
}

/** @param {HTMLElement} root */
function showTools(root) {
  const focused = focusedIn(root)?.dataset.tool;
  root.setAttribute("aria-label", t("causal"));
  fill(
    root,
    TOOLS.map((tool) => tool()),
    holderChooser(),
  );
  if (focused) find(`[data-tool="${focused}"]`, root)?.focus();
}

/** Whose map is shown, where more than one is known. */
function holderChooser() {
  if (causes.maps.length < 2) return null;
  return chooser(
    "map-of",
    t("causal_map_of"),
    String(causalState.holder),
    causes.maps.map(({ name }, holder) => [String(holder), name || t("causal_common")]),
    (holder) => change({ holder: Number(holder), loop: null }),
  );
}

/** What the marks of the diagram mean. */
function keyOfMarks() {
  /** @param {string} kind @param {string} sign */
  const line = (kind, sign) =>
    makeSvg(
      "svg",
      { width: 36, height: 16, viewBox: "0 0 36 16", "aria-hidden": "true" },
      makeSvg(
        "g",
        { class: `arrow ${kind}` },
        makeSvg("path", { class: "hit", d: "M2 8L30 8" }),
        makeSvg("path", { class: "line", d: "M2 8L28 8", "stroke-width": kind === "strong" ? 3.4 : 1.8 }),
        makeSvg("path", { class: "head", d: "M35 8L26 3.5 26 12.5Z" }),
        kind === "late" ? makeSvg("path", { class: "bars", d: "M11 3L11 13M16 3L16 13" }) : null,
        sign ? signText(14, 13.5, sign) : null,
      ),
    );
  const marks = [
    ["plus", "+", "causal_same"],
    ["minus", "−", "causal_opposite"],
    ["unknown", "?", "causal_unknown"],
    ["late", "", "causal_late"],
    ["strong", "", "causal_strong"],
  ];
  const standings = ["disputed", "agreed", "own", "missing"].map((kind) => [kind, "", `causal_${kind}`]);
  const shownMarks = causalState.holder ? [...marks, ...standings] : marks;
  return shownMarks.map(([kind, sign, word]) => make("span", null, line(kind, sign), t(word)));
}

/** The box or arrow that an event is about. @param {Event} event @param {"box" | "arrow"} name */
function targetOf(event, name) {
  const part = event.target instanceof Element ? event.target.closest(`[data-${name}]`) : null;
  return part ? numberOf(part, name) : null;
}

/** @param {Event} event */
function clickDiagram(event) {
  if (diagram?.camera.wasDragged) return;
  const box = targetOf(event, "box");
  const tie = tieOf(event);
  if (box !== null) select(boxes[box].node);
  else if (tie) selectTie(tie.at);
  else clearSelection();
}

/** @param {Event} event */
function tieOf(event) {
  const arrow = targetOf(event, "arrow");
  return arrow === null ? undefined : tieBehind(arrows[arrow]);
}

/** @param {PointerEvent} event */
function hoverDiagram(event) {
  hoverBox(event.pointerType === "touch" ? null : targetOf(event, "box"));
}

/** @param {number | null} box */
function hoverBox(box) {
  if (box === hoveredBox) return;
  hoveredBox = box;
  showTip("");
  refreshLight();
}

/** @param {PointerEvent} event */
function tipOfArrow(event) {
  const tie = event.buttons || event.pointerType === "touch" ? undefined : tieOf(event);
  showTip(tie ? sentence(tie) : "", event.clientX, event.clientY);
}

/** @param {KeyboardEvent} event */
function steerDiagram(event) {
  if (hasModifier(event) || !diagram) return;
  const { camera } = diagram;
  const { key } = event;
  const box = boxOf(state.selected);
  if (event.shiftKey && (key === "ArrowUp" || key === "ArrowDown") && box !== undefined) {
    pushBox(box, key === "ArrowUp" ? 1 : -1);
  } else if ((key === "Delete" || key === "Backspace") && box !== undefined) pushBox(box, 0);
  else if (ARROWS[key]) stepTowards(ARROWS[key], box);
  else if (key === "+" || key === "=") camera.zoom(1.35);
  else if (key === "-") camera.zoom(1 / 1.35);
  else if (key === "0") camera.fit();
  else if (key === "Enter" && box !== undefined) findOne("h2", panel).focus();
  else return;
  event.preventDefault();
}

/** @param {[number, number]} way @param {number | undefined} from */
function stepTowards(way, from) {
  const candidates = boxes.map((_, at) => at).filter(isBoxShown);
  const next = from === undefined ? busiestBox() : nearestTowards(way, from, candidates, (at) => boxes[at]);
  if (next !== null) select(boxes[next].node);
}

// In the panel of a node, whatever the view.
addSection((node) => {
  const box = boxOf(node);
  if (box === undefined) return null;
  const openView = linkButton(t("causal_open"), () => change({ view: "causal" }));
  return make(
    "div",
    { class: "causal-node" },
    make("h3", null, t("causal_title")),
    loopsThrough(box),
    pushButtons(box),
    state.view === "causal" ? followChooser() : openView,
  );
});

/** How many loops pass through a box, by polarity. @param {number} box */
function loopsThrough(box) {
  const loops = currentLoops().filter(({ members }) => members.includes(box));
  if (!loops.length) return muted(t("causal_no_loops"));
  const counts = POLARITIES.map((polarity) => ({
    polarity,
    n: loops.filter((loop) => loop.polarity === polarity).length,
  }));
  const kinds = counts
    .filter(({ n }) => n)
    .map(({ polarity, n }) => `${integer(n)} ${polarity}`)
    .join(", ");
  return linkButton(t("causal_counts", { n: integer(loops.length), kinds }), () => {
    change({ view: "causal" });
    lookAt({ sheet: "loops", through: box });
  });
}

/** Which way and how far one looks from the box. @returns {Child} */
function followChooser() {
  const { way, reach } = causalState;
  return [
    followButtons(
      t("causal_way"),
      Object.keys(WAYS).map((name) => ({ value: name, text: t(`causal_${name}`) })),
      way,
      (value) => change({ way: value }),
    ),
    followButtons(
      t("causal_reach"),
      [
        { value: 1, text: "1" },
        { value: 2, text: "2" },
        { value: 3, text: "3" },
        { value: "all", text: t("causal_everything") },
      ],
      reach,
      (value) => change({ reach: value }),
    ),
  ];
}

/**
 * @param {string} word
 * @param {{ value: string | number, text: string }[]} choices
 * @param {string | number} chosen
 * @param {(value: string | number) => void} choose
 */
const followButtons = (word, choices, chosen, choose) =>
  make(
    "div",
    { class: "segments", role: "group", "aria-label": word },
    make("span", { class: "muted" }, word),
    choices.map(({ value, text }) =>
      make(
        "button",
        {
          type: "button",
          "aria-pressed": String(value === chosen),
          "data-at": `${word}-${value}`,
          onclick: () => choose(value),
        },
        text,
      ),
    ),
  );

addView({
  name: "causal",
  icon: "M12.9 6.2A5.2 5.2 0 0 0 3.2 5.9M3.1 9.8a5.2 5.2 0 0 0 9.7.3M2.4 3.2l.6 3 3-.5M13.6 12.9l-.6-3-3 .5",
  order: 10,
  lights: true,
  has: () => boxes.length > 0,
  keys: "off sheet holder pushes rule squash slope colorBy",
  show: showCausal,
  holds: (node) => boxOf(node) !== undefined && shown[node],
});
watch("selected tie finding loop story way reach", () => {
  if (!isShown()) return;
  refreshLight();
  frameDiagram();
});
watch("view holder way reach loop story through", () => {
  if (boxes.length) showPanel();
});
