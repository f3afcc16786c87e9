// The shared vision: each goal with the way from its start to its target, who shares it by sector, who does not yet, and what contributes to it.
ICONS.goals = "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z";
const goalsData = island.views.goals || { sectors: [], goals: [] };
const goalNodes = new Set(goalsData.goals.flatMap((one) => [one.n, ...one.holders.map(([node]) => node), ...one.pull, ...one.apart]));
const sectorName = (sector) => { const found = goalsData.sectors.find(([value]) => value === sector); return found ? say(found[1]) : sector; };
const sectorsOf = (one) => new Set(one.holders.map(([, sector]) => sector).filter((sector) => sector !== null));

function goalsTally(all) {
  const count = (key, n, tone_) => (n ? make("li", { class: tone_ || null }, tone_ ? make("b", { class: "severity" }, t(key, { n: integer(n) })) : t(key, { n: integer(n) })) : null);
  return make("ul", { class: "tally" }, count(all.length === 1 ? "goal_count_one" : "goal_count", all.length), make("li", null, t("goal_shared_count", { n: integer(all.filter((one) => one.shared).length) })),
    count("goal_unheld_count", all.filter((one) => !one.holders.length).length, "high"), count("goal_away_count", all.filter((one) => one.progress !== null && one.progress < 0).length, "medium"));
}

function goalTag(one) {
  if (!one.holders.length) return make("b", { class: "tag high" }, t("goal_unheld"));
  if (one.shared === null) return make("b", { class: "tag info" }, t("goal_unclear"));
  return one.shared ? make("b", { class: "tag info" }, t("goal_shared", { n: integer(sectorsOf(one).size) })) : make("b", { class: "tag medium" }, t("goal_alone"));
}

const goalValue = (one, name) => (one[name] === null ? t(`goal_no_${name}`) : t(`goal_${name}`, { n: number(one[name]) }));

function wayText(one) {
  if (one.progress === null) return one.baseline !== null && one.baseline === one.target ? t("goal_unmoved") : null;
  if (one.progress >= 1) return t("goal_reached");
  return one.progress < 0 ? head(one.share) : t("goal_way", { share: say(one.share) });
}

// The way from start (left) to target (right), whichever of the two is the larger number; what was lost lies left of the start.
function goalBar(one) {
  const at = one.progress;
  const low = at !== null && at < 0 ? at * 1.15 - 0.04 : 0;
  const high = at !== null && at > 1 ? at * 1.03 : 1;
  const place = (part) => (100 * (part - low)) / (high - low);
  const from = (a, b) => ({ left: `${place(Math.min(a, b))}%`, width: `${Math.abs(place(b) - place(a))}%` });
  const way = wayText(one);
  const now = at === null ? null : place(at);
  return make("div", { class: one.progress === null ? "bullet blank" : one.progress < 0 ? "bullet back" : "bullet" },
    make("p", { class: "now", style: now === null ? {} : { "padding-left": `clamp(0px, ${now}% - 70px, 100% - 190px)` } }, make("b", null, goalValue(one, "actual")), way ? ` · ${way}` : null),
    make("div", { class: "bar-box", "aria-hidden": "true" }, make("i", { class: "way", style: from(0, 1) }),
      at === null ? null : make("i", { class: "gone", style: from(0, at) }), make("i", { class: "start", style: { left: `${place(0)}%` } }), make("i", { class: "end", style: { left: `${place(1)}%` } }),
      at === null ? null : make("i", { class: "here", style: { left: `${now}%` } })),
    make("p", { class: "ends" }, make("span", { style: { "padding-left": `${place(0) > 4 ? place(0) - 2 : 0}%` } }, goalValue(one, "baseline")), make("span", null, goalValue(one, "target"))));
}

// Holders sector by sector, in the vocabulary's order; sectors of the map that hold nothing are named.
function goalHolders(one) {
  const found = one.holders.filter(([node]) => shown[node]);
  const groups = [...goalsData.sectors.map(([value]) => value), null].map((sector) => [sector, found.filter(([, of]) => of === sector)]).filter(([, all]) => all.length);
  const absent = goalsData.sectors.map(([value]) => value).filter((sector) => !sectorsOf(one).has(sector));
  return [make("h3", null, t("goal_holders"), make("span", { class: "count" }, integer(one.holders.length))),
    groups.map(([sector, all]) => make("div", { class: "sector" }, make("h4", null, sector === null ? t("goal_no_sector") : sectorName(sector)), make("div", { class: "names" }, all.map(([node]) => nodeButton(node))))),
    absent.length ? make("p", { class: "gapped" }, t("goal_not_yet", { names: absent.map(sectorName).join(", ") })) : null];
}

function goalCard(one) {
  const apart = one.apart.filter((node) => shown[node]);
  const pull = one.pull.filter((node) => shown[node]);
  return make("article", { class: one.holders.length ? "goal" : "goal unheld", "aria-label": nodes[one.n].label, "aria-current": state.selected === one.n ? "true" : null },
    make("header", { class: "goal-head" }, make("button", { type: "button", class: "node", onclick: () => select(one.n) }, nodeMark(one.n), make("b", { class: "name" }, nodes[one.n].label)),
      make("span", { class: "muted" }, one.horizon ? t("goal_by", { when: /^\d{4}-/.test(String(one.horizon)) ? dayText(String(one.horizon)) : one.horizon }) : t("goal_no_horizon")), goalTag(one)),
    make("section", null, make("p", { class: one.measure ? "measure" : "measure muted" }, one.measure ? head([one.measure, one.measure]) : t("goal_no_measure")), goalBar(one),
      make("h3", null, t("goal_pull"), make("span", { class: "count" }, integer(one.pull.length))), one.pull.length ? make("div", { class: "names" }, pull.map((node) => nodeButton(node))) : make("p", { class: "gapped" }, t("goal_no_pull"))),
    make("section", null, goalHolders(one), apart.length ? [make("h3", null, t("goal_apart"), make("span", { class: "count" }, integer(one.apart.length))), make("div", { class: "names" }, apart.map((node) => nodeButton(node)))] : null));
}

function showGoals(root) {
  const all = goalsData.goals.filter((one) => shown[one.n]);
  redrawBoard(root, [make("h2", { class: "large" }, t("goal_title")), goalsTally(all), all.map(goalCard)]);
}

addView({ name: "goals", icon: "goals", order: 70, has: () => goalsData.goals.length > 0, keys: "off selected colorBy", show: showGoals, holds: (node) => goalNodes.has(node) });
