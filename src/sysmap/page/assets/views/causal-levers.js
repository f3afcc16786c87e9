// Where to push: MICMAC's plane, the four scores side by side with how far they agree; and the stories that many systems share.
const PLANE = { wide: 316, high: 264, edge: 18 };
const NUMBERED = 12;
const ROLE_CORNERS = { driver: [6, 14, "start"], relay: [310, 14, "end"], autonomous: [6, 240, "start"], dependent: [310, 240, "end"] };

function leversPlane() {
  const { rows, split } = causes.levers;
  const [influence, dependence] = ["micmac_influence", "micmac_dependence"].map((name) => measures.find((one) => one.name === name).of);
  const most = (of) => Math.max(...rows.map(([box]) => of.get(boxes[box].node))) || 1;
  const [far, tall] = [most(dependence), most(influence)];
  const across = (value) => fixed(12 + (value / far) * (PLANE.wide - 24));
  const up = (value) => fixed(PLANE.high - PLANE.edge - 26 - (value / tall) * (PLANE.high - PLANE.edge - 50));
  const line = (x1, y1, x2, y2) => svgPart("line", { x1, y1, x2, y2 });
  const text = (x, y, anchor, words, kind) => { const found = svgPart("text", { x, y, "text-anchor": anchor, class: kind || null }); found.textContent = words; return found; };
  const taken = [];
  const free = (x, y) => { const yes = taken.every(([a, b]) => Math.abs(a - x) > 16 || Math.abs(b - y) > 12); if (yes) taken.push([x, y]); return yes; };
  const marks = rows.map(([box], place) => {
    const { node } = boxes[box];
    const [x, y] = [across(dependence.get(node)), up(influence.get(node))];
    return svgPart("g", { class: node === state.selected ? "lever chosen" : "lever", "data-lever": box }, svgPart("circle", { cx: x, cy: y, r: 4.5, style: { fill: `var(--${markColor(node)})` } }),
      place < NUMBERED && free(x, y) ? text(x + 6, y - 4, "start", String(place + 1), "place") : null);
  });
  const picture = svgPart("svg", { class: "plane", viewBox: `0 0 ${PLANE.wide} ${PLANE.high}`, "aria-hidden": "true" },
    svgPart("rect", { x: 0.5, y: 0.5, width: PLANE.wide - 1, height: PLANE.high - PLANE.edge - 1 }),
    line(across(split[0]), 0, across(split[0]), PLANE.high - PLANE.edge), line(0, up(split[1]), PLANE.wide, up(split[1])),
    Object.entries(ROLE_CORNERS).map(([role, [x, y, anchor]]) => text(x, y, anchor, head(causes.roles[role]), "corner")),
    text(PLANE.wide, PLANE.high - 4, "end", `${t("causal_dependence")} →`), text(0, PLANE.high - 4, "start", `↑ ${t("causal_influence")}`), marks.reverse());
  const leverAt = (event) => event.target.closest("[data-lever]");
  picture.addEventListener("click", (event) => { if (leverAt(event)) select(boxes[leverAt(event).dataset.lever].node); });
  picture.addEventListener("pointermove", (event) => showTip(leverAt(event) ? nameOf(leverAt(event).dataset.lever) : "", event.clientX, event.clientY));
  picture.addEventListener("pointerleave", () => showTip(""));
  return picture;
}

sheets.levers = () => {
  if (!causes.levers || !causes.levers.rows.length) return null;
  const { rows, agree, scores, links } = causes.levers;
  const named = (at) => measures.find((one) => one.name === scores[at]);
  const tau = (i, j) => agree.find(([one, other]) => one === Math.min(i, j) && other === Math.max(i, j))[2];
  return [sheetHead(t("causal_levers"), ""), make("p", { class: "muted" }, t("causal_levers_about")),
    make("h3", null, t("causal_plane")), leversPlane(), make("p", { class: "muted" }, t("causal_plane_about", { n: links })),
    make("h3", null, t("causal_ranks")), make("table", { class: "small levers" },
      make("thead", null, make("tr", null, make("td"), scores.map((_, at) => make("th", { scope: "col", title: say(named(at).how) }, t(`causal_score_${at}`))))),
      make("tbody", null, rows.map(([box, role, ...ranks], place) => make("tr", null,
        make("th", { scope: "row" }, make("button", { type: "button", class: "node", onclick: () => select(boxes[box].node) }, make("span", { class: "place" }, integer(place + 1)),
          make("span", { class: "name" }, nameOf(box), make("span", { class: "muted" }, ` ${say(causes.roles[role])}`)))),
        ranks.map((rank) => make("td", null, rank === null ? "—" : integer(rank))))))),
    make("h3", null, t("causal_agreement")), make("table", { class: "small" },
      make("thead", null, make("tr", null, make("td"), scores.slice(1).map((_, at) => make("th", { scope: "col" }, t(`causal_score_${at + 1}`))))),
      make("tbody", null, scores.slice(0, -1).map((_, i) => make("tr", null, make("th", { scope: "row" }, t(`causal_score_${i}`)),
        scores.slice(1).map((__, j) => make("td", null, j + 1 <= i ? "" : tau(i, j + 1) === null ? "—" : number(tau(i, j + 1)))))))),
    make("p", { class: "muted" }, t("causal_tau")),
    scores.map((_, at) => make("p", { class: "muted" }, make("b", null, `${head(island.words[`causal_score_${at}`])}: `), say(named(at).how)))];
};

sheets.stories = () => {
  if (!causes.stories) return null;
  const { found, more, cut, timed } = causes.stories;
  return [sheetHead(t("causal_stories"), integer(found.length + more)), make("p", { class: "muted" }, t(found.length ? "causal_stories_about" : "causal_no_stories")),
    timed ? null : make("p", { class: "muted" }, t("causal_untimed")),
    make("ol", { class: "cards" }, found.map(storyCard)), more ? make("p", { class: "muted" }, t("causal_more_stories", { n: integer(more) })) : null,
    cut === null ? null : make("p", { class: "muted" }, t("causal_stories_cut", { n: cut }))];
};

function storyCard(story, at) {
  const open = state.story === at;
  return make("li", null, make("button", { type: "button", class: "headline loop", "aria-expanded": String(open), "data-at": at,
    onclick: () => { change({ view: "causal" }); change({ ...nothing, story: open ? null : at, sheet: "stories" }); } },
  make("span", { class: "muted" }, say(story.title)), make("span", { class: "say" }, say(story.headline))),
  open ? make("div", { class: "more" }, make("p", null, say(story.story)), make("p", null, make("b", null, `${t("causal_check")}. `), say(story.check)),
    make("p", null, make("b", null, `${t("causal_remedy")}: `), say(story.remedy)), make("div", { class: "evidence" }, story.boxes.map((box) => nodeButton(boxes[box].node)))) : null);
}

// One group's map beside the others, in words: what others dispute, share, or have that it has not; and how far apart two groups are.
sheets.maps = () => {
  if (!state.holder || !boxes.length) return null;
  const mine = arrowsOf[state.holder].map((at) => [at, standing(at)]).filter(([, kind]) => kind);
  const rows = [...mine, ...missing().map((at) => [at, "missing"])];
  const signs = { 1: "+", "-1": "−", 0: "?" };
  const apart = causes.apart.filter(([one, other]) => one === state.holder || other === state.holder);
  return [sheetHead(causes.maps[state.holder].name, ""), make("p", { class: "muted" }, t("causal_maps_about")),
    ["disputed", "agreed", "own", "missing"].map((kind) => [kind, rows.filter(([, other]) => other === kind)]).filter(([, some]) => some.length).map(([kind, some]) => [
      make("h3", null, `${head(island.words[`causal_${kind}`])} (${integer(some.length)})`),
      some.map(([at]) => make("button", { type: "button", class: "node", onclick: () => selectTie(tieBehind(arrows[at]).at) },
        make("span", { class: `sign-${SIGN[arrows[at].sign]}` }, signs[arrows[at].sign]), make("span", { class: "name" }, `${nameOf(arrows[at].from)} → ${nameOf(arrows[at].to)}`)))]),
    apart.length ? [make("h3", null, t("causal_apart")), make("table", { class: "small" }, make("tbody", null, apart.map(([one, other, distance]) => make("tr", null,
      make("th", { scope: "row" }, causes.maps[one === state.holder ? other : one].name), make("td", null, distance === null ? "—" : number(distance)))))),
    make("p", { class: "muted" }, t("causal_apart_about"))] : null];
};

causalTools.push((tool) => tool("levers", t("causal_levers")));
causalTools.push((tool) => tool("stories", t("causal_stories"), integer(causes.stories.found.length + causes.stories.more)));
causalTools.push((tool) => (state.holder ? tool("maps", t("causal_differences")) : null));
