// What the panel adds for an innovation: the checklist item by item, who could add what is missing, and the way from sponsor to adopter.
Object.assign(nothing, { route: null });
Object.assign(state, { route: null });

function itemList(one) {
  return make("ul", { class: "checklist" }, pipelineData.items.map((name, item) => {
    const found = itemState(one, item);
    const remedies = (one.remedies || []).filter(([of]) => of === item);
    return make("li", { class: found }, itemMark(found), make("span", null, make("b", null, t(`item_${name}`)), make("span", { class: "muted" }, ` ${t(`valley_${found}`)}`),
      remedies.map((remedy) => (remedy[1] === null || remedy[1] === NOT_DRAWN ? make("p", null, head([askSentence(remedy), askSentence(remedy)]))
        : make("button", { type: "button", class: "link", onclick: () => reveal(remedy[1]) }, head([askSentence(remedy), askSentence(remedy)]))))));
  }));
}

function showRoute(one) {
  lookAt({ selected: one.n, sheet: "node", route: one.n });
  change({ view: "map" });
  fitTo(one.path.filter((node) => node !== NOT_DRAWN), true, Math.max(fitted * 1.3, 0.9));
}

function survivalPath(one) {
  if (!one.path) return make("p", { class: "muted" }, t("valley_no_path"));
  return make("div", null, make("ol", { class: "evidence chain" }, one.path.map((node) => make("li", null, node === NOT_DRAWN ? make("span", { class: "muted" }, nodeOrOutside(node)) : nodeButton(node)))),
    make("button", { type: "button", class: "link", onclick: () => showRoute(one) }, t("valley_show_path")));
}

// Which stage it entered when, as stages.csv tells.
function stageHistory(one) {
  if (!one.history) return null;
  return [make("h3", null, t("valley_history")), make("dl", { class: "facts" }, one.history.map(([day, stage]) => [make("dt", null, dayText(day)), make("dd", null, say(pipelineData.stages[stage].title))]))];
}

sections.push((node) => {
  const one = crossing.get(node);
  if (!one) return null;
  if (isStopped(one)) return stageHistory(one);
  return [make("h3", null, t("valley_checklist")),
    make("p", { class: one.inside ? one.tone || "info" : "muted" }, one.inside ? make("b", { class: "severity" }, `${t("valley")}: ${lacksText(one)}`) : one.inside === false ? t(one.past ? "valley_behind" : "valley_not_yet") : null),
    itemList(one), one.unrated ? make("p", { class: "muted" }, t("valley_trust")) : null,
    make("h3", null, t("valley_path")), survivalPath(one), stageHistory(one)];
});

// The chain is lit on the map, tie by tie.
lights.push(() => {
  const path = state.route !== null && crossing.get(state.route) ? crossing.get(state.route).path : null;
  if (!path) return null;
  const drawn_ = path.filter((node) => node !== NOT_DRAWN);
  const next = new Map(path.slice(1).map((node, at) => [path[at], node]));
  const lines = new Set(ties.filter((tie) => next.get(tie.from) === tie.to || next.get(tie.to) === tie.from).map((tie) => tie.at));
  return { near: new Map(drawn_.map((node, at) => [node, at ? 1 : 0])), lines };
});
watch("route", () => refreshFocus());
