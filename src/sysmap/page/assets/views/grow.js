// The board of GROW sessions: one lane for each, four columns - goal, reality, options, what next.
ICONS.grow = "M2 2.5h3v11H2zM6.5 2.5h3v7h-3zM11 2.5h3v4h-3z";
const growData = island.views.grow || { sessions: [], steps: [], sectors: {} };
const GROW_PARTS = ["goal", "reality", "options", "next"];
const growNodes = new Set(growData.sessions.flatMap((one) => [one.n, ...one.problems, ...one.involved, ...one.options, ...one.chosen, ...one.actions.map((action) => action.who)]));

// A date as far as it is known: a day, a month or a year.
function dayText(iso) {
  const parts = iso.split("-").map(Number);
  if (parts.some(Number.isNaN)) return iso;
  const [year, month, day] = parts;
  const format = { year: "numeric", ...(month && { month: "short" }), ...(day && { day: "numeric" }), timeZone: "UTC" };
  return new Date(Date.UTC(year, (month || 1) - 1, day || 1)).toLocaleDateString(state.language === "id" ? "id-ID" : "en-GB", format);
}

const growActions = (all) => all.flatMap((one) => one.actions);
const growTag = (tone_, text) => make("b", { class: `tag ${tone_}` }, text);

function growSummary(all) {
  const actions = growActions(all);
  const late = actions.filter((action) => action.overdue).length;
  const count = (key, n, of) => make("li", null, t(key, { n: integer(n), all: of === undefined ? "" : integer(of) }));
  return make("ul", { class: "tally" }, count(all.length === 1 ? "grow_count_one" : "grow_count", all.length), count("grow_complete_count", all.filter((one) => !one.lacks.length).length),
    count("grow_together_count", all.filter((one) => one.together).length), count("grow_done_count", actions.filter((action) => action.done).length, actions.length),
    late ? make("li", { class: "high" }, make("b", { class: "severity" }, t("grow_late_count", { n: integer(late) }))) : null,
    make("li", { class: "muted" }, t("grow_as_of", { day: dayText(growData.day) })));
}

// How far the session came: every step up to the last one reached.
function growSteps(one) {
  const values = growData.steps.map(([value]) => value);
  const reached = values.indexOf(one.step);
  return make("ol", { class: "steps", "aria-label": t("grow_steps") }, growData.steps.map(([value, words], at) => {
    const closing = at === values.length - 1;
    return make("li", { class: at <= reached ? "taken" : null, title: say(words) }, make("span", { class: "unseen" }, t(at <= reached ? "grow_step_done" : "grow_step_open", { step: say(words) })),
      make("span", { "aria-hidden": "true" }, closing ? icon("check") : value));
  }));
}

function growTogether(one) {
  if (one.together === null) return growTag("info", t("grow_perhaps"));
  return one.together ? growTag("info", t("grow_together")) : growTag("medium", t("grow_apart"));
}

function growWhy(one) {
  const names = one.sectors.map((sector) => (growData.sectors[sector] ? say(growData.sectors[sector]) : sector)).join(", ");
  const sectors = one.sectors.length ? t(one.sectors.length === 1 ? "grow_one_sector" : "grow_sectors", { n: integer(one.sectors.length), names }) : t("grow_no_sector");
  const heard = one.affected.length ? t("grow_heard", { n: integer(one.affected.length) }) : t(one.asked ? "grow_unheard" : "grow_not_asked");
  return make("p", { class: "muted" }, `${head([sectors, sectors])}; ${heard}.`);
}

const onlyShown = (all) => all.filter((node) => shown[node]);
const growGap = (key) => make("p", { class: "gapped" }, t(key));

function growHead(one) {
  return make("header", { class: "lane" },
    make("h2", null, make("button", { type: "button", class: "node", "aria-current": state.selected === one.n ? "true" : null, onclick: () => select(one.n) },
      nodeMark(one.n), make("b", { class: "name" }, nodes[one.n].label))),
    make("span", { class: "muted" }, one.date ? dayText(one.date) : t("grow_undated")), growSteps(one),
    make("span", { class: "tags" }, one.lacks.length ? growTag("medium", t("grow_lacks")) : growTag("info", t("grow_complete")), growTogether(one),
      one.actions.some((action) => action.overdue) ? growTag("high", t("grow_late_count", { n: integer(one.actions.filter((action) => action.overdue).length) })) : null));
}

function growOption(one, node) {
  const chosen = one.chosen.includes(node);
  return make("li", { class: chosen ? "chosen" : null }, nodeButton(node),
    chosen ? make("span", { class: "tags" }, make("b", { class: "tag picked" }, icon("check"), t("grow_chosen")), one.stuck.includes(node) ? growTag("medium", t("grow_stuck")) : null) : null);
}

function growAction(action) {
  const when = action.done ? make("span", { class: "muted" }, t("grow_done", { day: dayText(action.done) }))
    : action.due ? make("span", { class: "muted" }, t("grow_due", { day: dayText(action.due) })) : growTag("medium", t("grow_no_due"));
  const late = action.overdue ? growTag("high", action.late === null ? t("grow_late_unknown") : t("grow_late", { n: integer(action.late) })) : null;
  return make("li", { class: action.done ? "done" : action.overdue ? "late" : "open" }, make("i", { class: "box", "aria-hidden": "true" }, action.done ? icon("check") : null),
    make("div", null, make("p", null, action.what || make("span", { class: "muted" }, t("grow_some_action"))), action.who === null ? null : nodeButton(action.who), make("span", { class: "tags" }, when, late)));
}

function growCells(one) {
  const options = [...new Set([...one.options, ...one.chosen])];
  return {
    goal: [one.goal ? make("p", { class: "say" }, one.goal) : growGap("grow_no_goal"),
      make("details", null, make("summary", null, t("grow_who"), make("span", { class: "count" }, integer(one.involved.length))),
        one.involved.length ? onlyShown(one.involved).map((node) => nodeButton(node, one.affected.includes(node) ? t("grow_affected") : null)) : make("p", { class: "muted" }, t("grow_nobody"))),
      one.involved.length ? growWhy(one) : null],
    reality: [one.reality ? make("p", { class: "say" }, one.reality) : growGap("grow_no_reality"),
      one.problems.length ? [make("h4", null, t("grow_problems")), onlyShown(one.problems).map((node) => nodeButton(node))] : null],
    options: [make("ul", null, onlyShown(options).map((node) => growOption(one, node))),
      one.lacks.includes("options") ? growGap(one.options.length ? "grow_one_option" : "grow_no_options") : null,
      options.length && !one.chosen.length ? make("p", { class: "muted" }, t("grow_no_choice")) : null],
    next: [make("ul", { class: "actions" }, one.actions.map(growAction)), one.lacks.includes("actions") ? growGap("grow_no_actions") : null],
  };
}

function growLane(one) {
  const cells = growCells(one);
  return make("article", { class: "session", "aria-label": nodes[one.n].label }, growHead(one),
    make("div", { class: "columns" }, GROW_PARTS.map((name) => make("div", null,
      make("h3", null, make("span", { class: "letter", "aria-hidden": "true" }, name === "next" ? "W" : name[0].toUpperCase()), t(`grow_${name}`), make("span", { class: "asks" }, t(`grow_${name}_asks`))),
      cells[name]))));
}

function showGrow(root) {
  const all = growData.sessions.filter((one) => shown[one.n]);
  redrawBoard(root, [growSummary(all), all.map(growLane)]);
}

addView({ name: "grow", icon: "grow", order: 50, has: () => growData.sessions.length > 0, keys: "off selected colorBy", show: showGrow, holds: (node) => growNodes.has(node) });
