// Ways along the ties: which direction the surroundings are followed in, and the shortest way between two nodes.
const DIRECTIONS = ["both", "up", "down"];
state.direction = "both";
keepChoice("dir", "direction", () => DIRECTIONS, "both");
keep("steps", () => (state.steps === 1 ? null : String(state.steps)), (text) => (["2", "3"].includes(text) ? { steps: Number(text) } : null));

// Whether one may go from `node` along a tie: against the arrows to what leads here, with them to what follows; a tie without arrow does neither.
const passes = (tie, node) => state.direction === "both" || (types[tie.t].directed && (state.direction === "up" ? tie.to : tie.from) === node);

function wayChooser() {
  return make("div", { class: "segments ways", role: "group", "aria-label": t("way") },
    DIRECTIONS.map((way) => make("button", { type: "button", "data-at": `way-${way}`, "aria-pressed": String(state.direction === way), onclick: () => change({ direction: way }) }, t(`way_${way}`))));
}

Object.assign(nothing, { seeking: null, path: null });
Object.assign(state, { seeking: null, path: null });
keep("path", () => (state.path === null ? null : state.path.map(nodeKey).join("~")), (text) => {
  const found = text.split("~").map((key) => nodes.findIndex((node) => nodeKey(node.id) === key));
  return found.length === 2 && found.every((node) => node >= 0) && found[0] !== found[1] ? { path: found, sheet: "path" } : null;
});

// The ties of a way with the fewest, found breadth first; null where there is none.
function shortest([from, to]) {
  const came = new Map([[from, null]]);
  for (const node of came.keys()) {
    for (const tie of tiesOf[node]) {
      const other = otherEnd(tie, node);
      if (!tieLit(tie) || came.has(other)) continue;
      came.set(other, { tie, node });
      if (other !== to) continue;
      const found = [];
      for (let at = came.get(to); at; at = came.get(at.node)) found.unshift(at.tie);
      return found;
    }
  }
  return null;
}

lights.push(() => {
  if (state.path === null) return null;
  const found = shortest(state.path) || [];
  return { near: new Map([...state.path, ...found.flatMap((tie) => [tie.from, tie.to])].map((node) => [node, 0])), lines: new Set(found.map((tie) => tie.at)) };
});

const seekButton = (node) => make("button", { type: "button", class: "link", "data-at": "seek", onclick: () => {
  lookAt({ seeking: node, sheet: "path" });
  if (state.view !== "map" && !viewNow().holds(node)) change({ view: "map" });
} }, t("path_to"));

sheets.path = () => {
  if (state.seeking !== null) {
    return [sheetHead(t("path_to"), ""), make("div", { class: "evidence" }, nodeButton(state.seeking)), make("p", null, t("path_choose")),
      make("button", { type: "button", class: "button", onclick: () => select(null) }, t("cancel"))];
  }
  if (state.path === null) return null;
  const [from, to] = state.path;
  const found = shortest(state.path);
  return [
    sheetHead(t("path", { from: nodes[from].label, to: nodes[to].label }), ""),
    make("p", { class: "muted" }, found ? t("path_length", { n: integer(found.length) }) : t("path_none")),
    found ? make("ol", { class: "way" }, found.map((tie) => make("li", null, strokeIcon(types[tie.t]), make("span", null, sentence(tie))))) : null,
    make("div", { class: "evidence" }, nodeButton(from), nodeButton(to)),
  ];
};
