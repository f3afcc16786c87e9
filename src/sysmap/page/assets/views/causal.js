// The causal view: the diagram, the tools above it, what its marks mean, and what the panel says of a node's causes and effects.
Object.assign(ICONS, {
  causal: "M12.9 6.2A5.2 5.2 0 0 0 3.2 5.9M3.1 9.8a5.2 5.2 0 0 0 9.7.3M2.4 3.2l.6 3 3-.5M13.6 12.9l-.6-3-3 .5",
  up: "M8 13V3.5M4 7l4-4 4 4",
  down: "M8 3v9.5M4 9l4 4 4-4",
});

let camera = null;
let diagram = null;
let hoveredBox = null;
let framed = "";

function buildDiagram(root) {
  const world = svgPart("g", {});
  diagram = svgPart("svg", { class: "diagram", "aria-hidden": "true" }, world);
  const pane = make("div", { id: "causes", tabindex: "0", role: "application", onkeydown: steerDiagram }, diagram);
  fill(root, make("div", { class: "causal-tools", role: "group" }), make("div", { class: "causal-pane" }, pane, make("div", { class: "causal-key" }),
    make("div", { class: "causal-zoom" })));
  camera = cameraOf(pane, diagram, world);
  diagram.addEventListener("click", clickDiagram);
  diagram.addEventListener("pointerover", hoverDiagram);
  diagram.addEventListener("pointerleave", () => hoverBox(null));
  diagram.addEventListener("pointermove", tipOfArrow);
  framed = "";
  new ResizeObserver(() => { if (viewNow().name === "causal") frameDiagram(); }).observe(pane);
}

function showCausal(root) {
  if (!root.querySelector(".causal-pane")) buildDiagram(root);
  const pane = root.querySelector("#causes");
  pane.setAttribute("aria-label", t("causal_canvas", { nodes: integer(boxes.length), links: integer(arrowsOf[state.holder].length) }));
  diagram.firstChild.replaceChildren(...drawDiagram(), ...[drawEffects()].flat());
  diagram.classList.toggle("pushing", isPushed());
  fitNames(diagram);
  showTools(root.querySelector(".causal-tools"));
  fill(root.querySelector(".causal-key"), keyOfMarks());
  fill(root.querySelector(".causal-zoom"), [["plus", "zoom_in", () => camera.zoom(1.35)], ["minus", "zoom_out", () => camera.zoom(1 / 1.35)], ["fit", "fit", () => camera.fit([])]]
    .map(([glyph, word, act]) => iconButton(glyph, t(word), { onclick: act })));
  refreshLight();
  frameDiagram();
}

// The first look, and another shape of the pane, frame all anew; what is looked at stays in sight.
function frameDiagram() {
  const pane = document.getElementById("causes");
  if (!pane || !pane.clientWidth) return;
  const size_ = `${pane.clientWidth}x${pane.clientHeight}`;
  const looked = lookedAt();
  if (framed !== size_) camera.resized();
  framed = size_;
  if (looked && looked.near.size) camera.keepInView([...looked.near.keys()].filter((at) => looked.near.get(at) === 0));
}

function refreshLight() {
  if (!diagram || viewNow().name !== "causal") return;
  lightUp(diagram, hoveredBox === null ? lookedAt() : follow(hoveredBox, 0, 1));
}

function showTools(root) {
  const at = root.contains(document.activeElement) ? document.activeElement.dataset.tool : null;
  root.setAttribute("aria-label", t("causal"));
  const tool = (sheet, word, count) => make("button", { type: "button", "aria-pressed": String(state.sheet === sheet), "data-tool": sheet,
    onclick: () => (state.sheet === sheet ? clear() : lookAt({ sheet, through: null })) }, word, count ? make("span", { class: "count" }, count) : null);
  fill(root, causalTools.map((one) => one(tool)), causes.maps.length > 1 ? chooser("map-of", t("causal_map_of"), String(state.holder),
    causes.maps.map((one, holder) => [String(holder), one.name || t("causal_common")]), (value) => change({ holder: Number(value), loop: null })) : null);
  if (at) { const again = root.querySelector(`[data-tool="${at}"]`); if (again) again.focus(); }
}

function keyOfMarks() {
  const line = (kind, sign) => svgPart("svg", { width: 36, height: 16, viewBox: "0 0 36 16", "aria-hidden": "true" }, svgPart("g", { class: `arrow ${kind}` },
    svgPart("path", { class: "hit", d: "M2 8L30 8" }), svgPart("path", { class: "line", d: "M2 8L28 8", "stroke-width": kind === "strong" ? 3.4 : 1.8 }), svgPart("path", { class: "head", d: "M35 8L26 3.5 26 12.5Z" }),
    kind === "late" ? svgPart("path", { class: "bars", d: "M11 3L11 13M16 3L16 13" }) : null, sign ? signText(14, 13.5, sign) : null));
  const marks = [["plus", "+", "causal_same"], ["minus", "−", "causal_opposite"], ["unknown", "?", "causal_unknown"], ["late", "", "causal_late"], ["strong", "", "causal_strong"]];
  const told = state.holder ? [["disputed", "", "causal_disputed"], ["agreed", "", "causal_agreed"], ["own", "", "causal_own"], ["missing", "", "causal_missing"]] : [];
  return [...marks, ...told].map(([kind, sign, word]) => make("span", null, line(kind, sign), t(word)));
}

function clickDiagram(event) {
  if (camera.dragged()) return;
  const box = event.target.closest("[data-box]");
  const arrow = event.target.closest("[data-arrow]");
  if (box) select(boxes[box.dataset.box].node);
  else if (arrow && tieBehind(arrows[arrow.dataset.arrow])) selectTie(tieBehind(arrows[arrow.dataset.arrow]).at);
  else clear();
}

function hoverDiagram(event) {
  const box = event.pointerType === "touch" ? null : event.target.closest("[data-box]");
  hoverBox(box ? Number(box.dataset.box) : null);
}

function hoverBox(at) {
  if (at === hoveredBox) return;
  hoveredBox = at;
  showTip("");
  refreshLight();
}

function tipOfArrow(event) {
  const arrow = event.buttons || event.pointerType === "touch" ? null : event.target.closest("[data-arrow]");
  const tie = arrow && tieBehind(arrows[arrow.dataset.arrow]);
  showTip(tie ? sentence(tie) : "", event.clientX, event.clientY);
}

function steerDiagram(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const here = state.selected === null ? undefined : boxOf.get(state.selected);
  if (event.shiftKey && (event.key === "ArrowUp" || event.key === "ArrowDown") && here !== undefined) push(here, event.key === "ArrowUp" ? 1 : -1);
  else if ((event.key === "Delete" || event.key === "Backspace") && here !== undefined) push(here, 0);
  else if (ARROWS[event.key]) {
    const next = here === undefined ? busiest() : towards(ARROWS[event.key], here, boxes.map((_, at) => at).filter(boxShown), (at) => boxes[at]);
    if (next !== null) select(boxes[next].node);
  } else if (event.key === "+" || event.key === "=") camera.zoom(1.35);
  else if (event.key === "-") camera.zoom(1 / 1.35);
  else if (event.key === "0") camera.fit([]);
  else if (event.key === "Enter" && here !== undefined) panel.querySelector("h2").focus();
  else return;
  event.preventDefault();
}

// In the panel of a node, whatever the view.
sections.push((node) => {
  const box = boxOf.get(node);
  if (box === undefined) return null;
  const through = loopsNow().filter((loop) => loop.members.includes(box));
  const some = ["R", "B", "?"].map((polarity) => [polarity, through.filter((loop) => loop.polarity === polarity).length]).filter(([, count]) => count);
  return make("div", { class: "causal-node" }, make("h3", null, t("causal_title")),
    through.length ? make("button", { type: "button", class: "link", onclick: () => { change({ view: "causal" }); lookAt({ sheet: "loops", through: box }); } },
      t("causal_counts", { n: integer(through.length), kinds: some.map(([polarity, count]) => `${integer(count)} ${polarity}`).join(", ") })) : make("p", { class: "muted" }, t("causal_no_loops")),
    pushButtons(box),
    state.view === "causal" ? followChooser() : make("button", { type: "button", class: "link", onclick: () => change({ view: "causal" }) }, t("causal_open")));
});

function followChooser() {
  const group = (word, choices, now, set) => make("div", { class: "segments", role: "group", "aria-label": word }, make("span", { class: "muted" }, word),
    choices.map(([value, text]) => make("button", { type: "button", "aria-pressed": String(value === now), "data-at": `${word}-${value}`, onclick: () => set(value) }, text)));
  return [group(t("causal_way"), Object.keys(WAYS).map((way) => [way, t(`causal_${way}`)]), state.way, (way) => change({ way })),
    group(t("causal_reach"), [[1, "1"], [2, "2"], [3, "3"], ["all", t("causal_everything")]], state.reach, (reach) => change({ reach }))];
}

addView({ name: "causal", icon: "causal", order: 10, lights: true, has: () => boxes.length > 0, keys: "off sheet holder pushes rule squash slope colorBy", show: showCausal,
  holds: (node) => boxOf.has(node) && shown[node] });
watch("selected tie finding loop story way reach", () => { if (viewNow().name === "causal") { refreshLight(); frameDiagram(); } });
watch("view holder way reach loop story through", () => { if (boxes.length) showPanel(); });
