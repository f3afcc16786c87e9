// Putting it together: the header, the tabs of the phone, keys for all of the page, and who is told of what.
const header = document.getElementById("header");
const tabs = document.getElementById("tabs");
const search = searchBox();

function segmented(label, choices, value, set) {
  return make("div", { class: "segments", role: "group", "aria-label": label }, choices.map(([name, text, title]) => make("button",
    { type: "button", "aria-pressed": String(name === value), title: title || null, "aria-label": title || null, onclick: () => set(name), "data-choice": name }, text)));
}

const THEMES = ["system", "light", "dark"];
const THEME_ICON = { system: "device", light: "sun", dark: "moon" };

function showHeader() {
  const focused = header.contains(document.activeElement) && document.activeElement !== search.querySelector("input") ? document.activeElement.dataset.choice : null;
  const theme = `${t("theme")}: ${t(state.theme)}`;
  header.replaceChildren(
    make("div", { class: "title" }, make("h1", { title: island.title }, island.title), make("p", { title: say(island.about) }, say(island.about))),
    search,
    make("div", { class: "tools" },
      segmented(t("language"), [["id", "ID", "Bahasa Indonesia"], ["en", "EN", "English"]], state.language, (language) => change({ language })),
      iconButton(THEME_ICON[state.theme], theme, { "data-choice": "theme", onclick: () => change({ theme: THEMES[(THEMES.indexOf(state.theme) + 1) % 3] }) }),
      iconButton("save", t("save_png"), { "data-choice": "png", onclick: savePicture }),
      iconButton("print", t("print"), { "data-choice": "print", class: "tool wide", onclick: () => window.print() })));
  if (focused) { const again = header.querySelector(`[data-choice="${focused}"]`); if (again) again.focus(); }
}

function showTabs() {
  const open = { node: "map", tie: "map", gaps: "findings", suggestions: "findings", story: "overview", path: "map", answer: "map", about: "overview", none: "map" }[state.sheet] || state.sheet;
  const tab = (name, glyph, label, act) => make("button", { type: "button", "aria-pressed": String(open === name), "data-tab": name, onclick: act }, icon(glyph), make("span", null, label));
  const flip = (sheet) => () => change({ sheet: state.sheet === sheet ? "none" : sheet });
  tabs.replaceChildren(
    tab("map", viewNow().icon, t("view"), () => lookAt({ sheet: "none" })),
    tab("overview", "overview", t("overview"), flip("overview")),
    tab("findings", "findings", t("findings"), flip("findings")),
    tab("legend", "legend", t("legend").split(" ")[0], flip("legend")));
}

function zoomTools() {
  const tools = make("div", { id: "zoom" });
  watch("language", () => tools.replaceChildren(
    iconButton("plus", t("zoom_in"), { onclick: () => zoomBy(1.35) }),
    iconButton("minus", t("zoom_out"), { onclick: () => zoomBy(1 / 1.35) }),
    iconButton("fit", t("fit"), { onclick: () => fitAll() })));
  return tools;
}

function speak() {
  document.documentElement.lang = state.language;
  document.getElementById("skip").textContent = t("skip");
  document.getElementById("rail").setAttribute("aria-label", t("overview"));
  stage.setAttribute("aria-label", t("canvas", { nodes: integer(nodes.length), ties: integer(ties.length) }));
  tip.hidden = true;
}

function recolor() {
  applyTheme();
  readColors();
  tones.clear();
  refreshLooks();
  orderLabels();
  redraw();
}

function keys(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); search.querySelector("input").focus(); }
  if (event.key === "Escape" && !typing) { if (panel.contains(document.activeElement)) shutSheet(); else clear(); }
}

// The empty map says so, in the middle.
function emptyWord() {
  if (nodes.length) return null;
  const word = make("div", { class: "empty" });
  watch("language", () => word.replaceChildren(make("strong", null, t("empty")), make("span", null, t("empty_next"))));
  return word;
}

function start() {
  arrangeViews();
  remember();
  readHash();
  watch("language", speak);
  watch("off", refreshStage);
  watch("selected tie finding gap steps direction path seeking question suggestion sheet", refreshFocus);
  watch("suggestionsDrawn", redraw);
  watch("theme colorBy sizeBy", recolor);
  watch("colorBy", () => { if (colorFacet()) opened.add(state.colorBy); });
  watch("language theme", showHeader);
  watch("language view sheet", showTabs);
  watch("language finding", showOverview);
  watch("language off suggestionsDrawn colorBy sizeBy theme", showLegend);
  watch("language sheet selected tie finding gap steps direction path seeking step question suggestion colorBy", showPanel);
  startViews();
  for (const begin_ of starters) begin_();
  watch("sheet", () => { if (network && phone.matches && !focus && Math.abs(network.getScale() / fitted - 1) < 0.02) fitAll(); });
  watch("view", () => { if (state.view === "map") openStage(); });
  document.getElementById("middle").append(...[zoomTools(), emptyWord()].filter(Boolean));
  refreshShown();
  bundleTies();
  refreshGrounds();
  recolor();
  if (colorFacet()) opened.add(state.colorBy);
  for (const { show } of watchers) if (show !== refreshStage && show !== recolor) show();
  systemDark.addEventListener("change", recolor);
  addEventListener("keydown", keys);
  addEventListener("hashchange", () => { if (location.hash.slice(1) !== hashText()) restore(location.hash.slice(1)); });
  document.getElementById("skip").addEventListener("click", (event) => { event.preventDefault(); change({ view: "table" }); canvas.focus(); });
  beforePrint();
  setTimeout(begin);
}

// In a turn of its own: words and legend are on the screen before the view is.
async function begin() {
  showView();
  if (state.view === "map") await openStage();
  document.body.dataset.ready = "true";
  performance.mark("ready");
}

// Paper is white: what is printed is the picture in light colours and the headlines, or the table.
function beforePrint() {
  addEventListener("beforeprint", () => {
    document.documentElement.dataset.theme = "light";
    readColors();
    tones.clear();
    refreshLooks();
    if (state.view === "map" && network) {
      const paper = paintPicture(stage.clientWidth, stage.clientHeight, 2);
      paper.id = "paper";
      document.body.prepend(paper);
    }
  });
  addEventListener("afterprint", () => {
    const paper = document.getElementById("paper");
    if (paper) paper.remove();
    recolor();
  });
}

turn().then(start);
