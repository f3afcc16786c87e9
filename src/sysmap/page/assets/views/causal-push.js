// What if in the page: what is pushed, what follows on the diagram and as a list, and how sure that is.
const RULES = ["modified", "plain", "rescaled"];
Object.assign(state, { rule: "modified", squash: "tanh", slope: 1 });
const causalMaps = arrowsOf.map((some) => causalMap(boxes.length, some.map((at) => arrows[at]), causes.idle));
const isPushed = () => Object.keys(state.pushes).length > 0;

let followed = { key: "", result: null };
function whatFollows() {
  const key = JSON.stringify([state.pushes, state.holder, state.rule, state.squash, state.slope]);
  if (followed.key !== key) followed = { key, result: isPushed() ? whatIf(causalMaps[state.holder], state.pushes, state) : null };
  return followed.result;
}

function push(box, amount) {
  const pushes = { ...state.pushes };
  if (amount && pushes[box] !== amount) pushes[box] = amount; else delete pushes[box];
  change({ view: "causal", pushes });
}

keep("push", () => (isPushed() ? Object.entries(state.pushes).map(([box, amount]) => `${nodeKey(boxes[box].node).replace(/[%,=]/g, encodeURIComponent)}=${amount}`).join(",") : null), (text) => {
  const found = {};
  for (const one of text.split(",")) {
    const [key, amount] = one.split("=");
    const box = boxes.findIndex(({ node }) => nodeKey(node) === key.replace(/%(25|2C|3D)/g, decodeURIComponent));
    if (box >= 0 && Math.abs(Number(amount)) <= 1) found[box] = Number(amount);
  }
  return { pushes: found };
});
keepChoice("rule", "rule", () => RULES, "modified");
keepChoice("squash", "squash", () => ["tanh", "sigmoid"], "tanh");
keep("lambda", () => (state.slope === 1 ? null : String(state.slope)), (text) => (Number(text) > 0 && Number(text) <= 20 ? { slope: Number(text) } : null));

function pushButtons(box) {
  const amount = state.pushes[box] || 0;
  const button = (glyph, word, value) => make("button", { type: "button", "aria-pressed": String(amount === value), "data-at": `push-${value}-${box}`, onclick: () => push(box, value) }, icon(glyph), t(word));
  const result = whatFollows();
  const mine = result && result.effects.find((effect) => effect.at === box);
  return [make("div", { class: "segments pushes", role: "group", "aria-label": t("causal_whatif") }, button("up", "causal_up", 1), button("down", "causal_down", -1)),
    result ? make("p", null, mine ? `${wayWord(mine.sign)}. ` : null, make("button", { type: "button", class: "link", onclick: () => lookAt({ sheet: "whatif" }) },
      `${t("causal_effects_list")}: ${integer(result.effects.filter((effect) => effect.sign).length)}`)) : null];
}

const wayWord = (sign) => (sign > 0 ? t("causal_rises") : sign < 0 ? t("causal_falls") : t("causal_still")).replace(/^./u, (letter) => letter.toUpperCase());

sheets.whatif = () => {
  if (!boxes.length) return null;
  const result = whatFollows();
  return [sheetHead(t("causal_whatif"), ""), make("p", { class: "muted" }, t("causal_about_whatif")),
    result ? pushedList() : make("p", null, t("causal_push_first")), pushMore(), result ? effectList(result) : null, result ? certainty(result) : null, pushSettings(), result ? commandLine() : null];
};

function pushedList() {
  return [make("h3", null, t("causal_pushed")), make("div", { class: "evidence" }, Object.entries(state.pushes).map(([at, amount]) => make("div", { class: "pushed-row" },
    nodeButton(boxes[at].node),
    iconButton("up", t("causal_up"), { "aria-pressed": String(amount > 0), "data-at": `list-1-${at}`, onclick: () => push(Number(at), 1) }),
    iconButton("down", t("causal_down"), { "aria-pressed": String(amount < 0), "data-at": `list--1-${at}`, onclick: () => push(Number(at), -1) })))),
  make("button", { type: "button", class: "link", onclick: () => change({ pushes: {} }) }, t("causal_release_all"))];
}

let wished = "";
function pushMore() {
  const free = boxes.map((_, at) => at).filter((at) => !(at in state.pushes) && boxShown(at)).sort((a, b) => nameOf(a).localeCompare(nameOf(b), state.language));
  if (!free.length) return null;
  const now = free.includes(Number(wished)) && wished !== "" ? wished : String(free[0]);
  const pick = make("select", { "aria-label": t("causal_add"), "data-at": "wish", onchange: (event) => { wished = event.target.value; } },
    free.map((at) => make("option", { value: at, selected: String(at) === now }, nameOf(at))));
  return make("div", { class: "push-more" }, pick, [["up", "causal_up", 1], ["down", "causal_down", -1]].map(([glyph, word, amount]) =>
    iconButton(glyph, t(word), { "data-at": `more-${amount}`, onclick: () => push(Number(pick.value), amount) })));
}

function effectList(result) {
  const some = result.effects.filter((effect) => effect.sign);
  if (!result.effects.length) return null;
  return [make("h3", null, t("causal_effects_list")), some.length ? null : make("p", { class: "muted" }, t("causal_no_effect")),
    make("ol", { class: "effects" }, some.map((effect) => make("li", null, make("span", { class: "rank" }, integer(effect.rank)),
      make("span", { class: effect.sign > 0 ? "way plus" : "way minus" }, icon(effect.sign > 0 ? "up" : "down"), t(effect.sign > 0 ? "causal_rises" : "causal_falls")), nodeButton(boxes[effect.at].node)))),
    some.length && some.length < result.effects.length ? make("p", { class: "muted" }, t("causal_unmoved", { n: integer(result.effects.length - some.length) })) : null];
}

function certainty(result) {
  const told = (outcome) => t(`causal_${outcome}`, { n: integer(result.steps) });
  const percent = (share_) => share_.toLocaleString(state.language, { style: "percent", maximumFractionDigits: 0 });
  const unsure = result.turned.length || result.lost || !result.effects.length || (result.agreement !== null && result.agreement < 1);
  return make("div", { class: "certainty" }, make("p", { class: result.outcome === "settled" ? "muted" : "warning" }, told(result.outcome)),
    result.baseline === "settled" ? null : make("p", { class: "warning" }, `${t("causal_baseline")} ${told(result.baseline)}`),
    result.unknown ? make("p", { class: "muted" }, t("causal_left_out", { n: integer(result.unknown) })) : null,
    unsure ? null : make("p", { class: "muted" }, t("causal_sure")),
    result.lost ? make("p", { class: "muted" }, t("causal_lost", { n: integer(result.lost), all: integer(result.others) })) : null,
    result.agreement !== null && result.agreement < 1 ? make("p", { class: "warning" }, t("causal_reranked", { n: percent(result.agreement) })) : null,
    result.turned.length ? make("p", { class: "warning" }, t("causal_turned", { names: result.turned.map(nameOf).join(", ") })) : null);
}

let settingsOpen = false;
function pushSettings() {
  const slopes = [...new Set([...SLOPES, state.slope])].sort((a, b) => a - b);
  const squashes = state.rule === "rescaled" ? ["sigmoid"] : ["tanh", "sigmoid"];
  return make("details", { class: "push-settings", open: settingsOpen, ontoggle: (event) => { settingsOpen = event.target.open; } }, make("summary", null, t("causal_settings")),
    chooser("rule", t("causal_rule"), state.rule, RULES.map((rule) => [rule, t(`causal_${rule}`)]), (rule) => change(rule === "rescaled" ? { rule, squash: "sigmoid" } : { rule })),
    chooser("squash", t("causal_squash"), state.squash, squashes.map((squash) => [squash, squash]), (squash) => change({ squash })),
    chooser("slope", t("causal_slope"), String(state.slope), slopes.map((slope) => [String(slope), number(slope)]), (slope) => change({ slope: Number(slope) })));
}

// As the command line wants it: an id where only one box has it, else the uid; in quotes where it must.
function commandText() {
  const ids = boxes.map(({ node }) => nodeKey(node).split(":").slice(1).join(":"));
  const quoted = (text) => (/^[\w:.=+-]+$/.test(text) ? text : `"${text.replace(/(["\\$`])/g, "\\$1")}"`);
  const words = Object.entries(state.pushes).map(([at, amount]) => {
    const name = ids.filter((id) => id === ids[at]).length === 1 ? ids[at] : nodeKey(boxes[at].node);
    return `--push ${quoted(`${name}=${amount > 0 ? "+" : ""}${amount}`)}`;
  });
  if (state.holder) words.push(`--held-by ${quoted(causes.maps[state.holder].name)}`);
  if (state.rule !== "modified") words.push(`--rule ${state.rule}`);
  if (state.squash !== (state.rule === "rescaled" ? "sigmoid" : "tanh")) words.push(`--squash ${state.squash}`);
  if (state.slope !== 1) words.push(`--lambda ${state.slope}`);
  return `sysmap whatif ${words.join(" ")}`;
}

const commandLine = () => [make("h3", null, t("causal_command")), make("p", { class: "command" }, make("code", null, commandText()))];

// On the diagram: what is pushed, and an arrow with its rank at all that follows, the larger the stronger.
function drawEffects() {
  const result = whatFollows();
  if (!result) return [];
  const some = result.effects.filter((effect) => effect.sign && boxShown(effect.at));
  const most = Math.max(1, ...some.map((effect) => effect.rank));
  return svgPart("g", { class: "what-follows" },
    some.map((effect) => badge(effect.at, effect.sign, integer(effect.rank), 0.95 + 0.5 * (1 - (effect.rank - 1) / most) ** 2, effect.sign > 0 ? "plus" : "minus")),
    Object.entries(state.pushes).filter(([at]) => boxShown(Number(at))).map(([at, amount]) => badge(Number(at), Math.sign(amount), "", 1.5, "pushed")));
}

function badge(at, sign, text, scale, kind) {
  const box = boxes[at];
  const wide = 19 + 8.5 * text.length;
  const label = svgPart("text", { x: 15, y: 4.5 });
  label.textContent = text;
  const corner = `translate(${fixed(box.x + box.wide / 2 - 8)} ${fixed(box.y - box.high / 2)}) scale(${scale.toFixed(2)}) translate(-4 0)`;
  return svgPart("g", { class: `badge ${kind}`, transform: corner, "data-effect": at }, svgPart("rect", { x: 0, y: -9, width: wide, height: 18, rx: 9 }),
    svgPart("path", { d: sign > 0 ? "M8.5 5V-5M5 -1.5 8.5 -5 12 -1.5" : "M8.5 -5V5M5 1.5 8.5 5 12 1.5" }), label);
}

causalTools.unshift((tool) => tool("whatif", t("causal_whatif"), isPushed() ? integer(Object.keys(state.pushes).length) : ""));
watch("pushes rule squash slope", () => { if (boxes.length) showPanel(); });
