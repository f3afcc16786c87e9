// What if in the page: what is pushed, what follows on the diagram and as a list, and how sure that is.
import { percentText } from "../../core/numbers.js";
import { capitalized } from "../../core/texts.js";
import { make, makeSvg } from "../../base/dom.js";
import { icon, iconButton } from "../../base/icons.js";
import { change, lookAt, state, watch } from "../../base/state.js";
import { compareTexts, integer, number, t } from "../../base/words.js";
import { nodeButton } from "../../panel/reveal.js";
import { addSheet, linkButton, muted, sheetHead, showPanel } from "../../panel/sheet.js";
import { chooser } from "../../shell/choosers.js";
import { oneDecimal } from "./arrows.js";
import { boxName, boxes, causalState, isBoxShown, isPushed } from "./data.js";
import { SLOPES } from "./engine.js";
import { RULES, commandText, pushBox, pushList, whatFollows } from "./pushes.js";
import { sheetTool } from "./tools.js";
/** @import { Child } from "../../base/types.d.ts" */
/** @import { Effect, WhatIf } from "./engine.js" */

/** The two ways to push. */
const WAYS = [
  { glyph: "up", word: "causal_up", amount: 1 },
  { glyph: "down", word: "causal_down", amount: -1 },
];

/**
 * The buttons that push a box, and what it does while others are pushed.
 * @param {number} box
 * @returns {Child}
 */
export function pushButtons(box) {
  const amount = causalState.pushes[box] || 0;
  const result = whatFollows();
  const own = result?.effects.find(({ at }) => at === box);
  return [
    make(
      "div",
      { class: "segments pushes", role: "group", "aria-label": t("causal_whatif") },
      WAYS.map(({ glyph, word, amount: value }) =>
        make(
          "button",
          {
            type: "button",
            "aria-pressed": String(amount === value),
            "data-at": `push-${value}-${box}`,
            onclick: () => pushBox(box, value),
          },
          icon(glyph),
          t(word),
        ),
      ),
    ),
    result ? make("p", null, own ? `${effectWord(own.sign)}. ` : null, effectsLink(result)) : null,
  ];
}

/** @param {WhatIf} result */
function effectsLink({ effects }) {
  const count = integer(effects.filter(({ sign }) => sign).length);
  return linkButton(`${t("causal_effects_list")}: ${count}`, () => lookAt({ sheet: "whatif" }));
}

/** @param {number} sign */
const effectWord = (sign) =>
  capitalized(sign > 0 ? t("causal_rises") : sign < 0 ? t("causal_falls") : t("causal_still"));

addSheet("whatif", () => {
  if (!boxes.length) return null;
  const result = whatFollows();
  return [
    sheetHead(t("causal_whatif")),
    muted(t("causal_about_whatif")),
    result ? pushedList() : make("p", null, t("causal_push_first")),
    pushAnother(),
    result ? [effectList(result), certainty(result)] : null,
    settings(),
    result ? command() : null,
  ];
});

/** @returns {Child} */
const pushedList = () => [
  make("h3", null, t("causal_pushed")),
  make(
    "div",
    { class: "evidence" },
    pushList().map(([box, amount]) =>
      make(
        "div",
        { class: "pushed-row" },
        nodeButton(boxes[box].node),
        WAYS.map(({ glyph, word, amount: value }) =>
          iconButton(glyph, t(word), {
            "aria-pressed": String(Math.sign(amount) === value),
            "data-at": `list-${value}-${box}`,
            onclick: () => pushBox(box, value),
          }),
        ),
      ),
    ),
  ),
  linkButton(t("causal_release_all"), () => change({ pushes: {} })),
];

/** The box that is chosen in the list of those to push; empty: the first. */
let wished = "";

/** A list of the boxes that are not pushed, with buttons that push the one chosen in it. */
function pushAnother() {
  const free = boxes
    .map((_, at) => at)
    .filter((at) => !(at in causalState.pushes) && isBoxShown(at))
    .sort((a, b) => compareTexts(boxName(a), boxName(b)));
  if (!free.length) return null;
  const chosen = wished !== "" && free.includes(Number(wished)) ? wished : String(free[0]);
  const list = make(
    "select",
    {
      "aria-label": t("causal_add"),
      "data-at": "wish",
      onchange: (event) => {
        wished = event.target.value;
      },
    },
    free.map((at) => make("option", { value: at, selected: String(at) === chosen }, boxName(at))),
  );
  const buttons = WAYS.map(({ glyph, word, amount }) =>
    iconButton(glyph, t(word), { "data-at": `more-${amount}`, onclick: () => pushBox(Number(list.value), amount) }),
  );
  return make("div", { class: "push-more" }, list, buttons);
}

/** @param {Effect} effect */
const effectItem = ({ at, sign, rank }) =>
  make(
    "li",
    null,
    make("span", { class: "rank" }, integer(rank)),
    make(
      "span",
      { class: sign > 0 ? "way plus" : "way minus" },
      icon(sign > 0 ? "up" : "down"),
      t(sign > 0 ? "causal_rises" : "causal_falls"),
    ),
    nodeButton(boxes[at].node),
  );

/** @param {WhatIf} result @returns {Child} */
function effectList({ effects }) {
  if (!effects.length) return null;
  const moved = effects.filter(({ sign }) => sign);
  const still = effects.length - moved.length;
  return [
    make("h3", null, t("causal_effects_list")),
    moved.length ? null : muted(t("causal_no_effect")),
    make("ol", { class: "effects" }, moved.map(effectItem)),
    moved.length && still ? muted(t("causal_unmoved", { n: integer(still) })) : null,
  ];
}

/** @param {string} text */
const warning = (text) => make("p", { class: "warning" }, text);

/** How sure the result is. @param {WhatIf} result */
function certainty(result) {
  const { outcome, baseline, steps, unknown, lost, others, agreement, turned, effects } = result;
  /** @param {string} name */
  const outcomeText = (name) => t(`causal_${name}`, { n: integer(steps) });
  const isReranked = agreement !== null && agreement < 1;
  const isUnsure = turned.length > 0 || lost > 0 || !effects.length || isReranked;
  return make(
    "div",
    { class: "certainty" },
    outcome === "settled" ? muted(outcomeText(outcome)) : warning(outcomeText(outcome)),
    baseline === "settled" ? null : warning(`${t("causal_baseline")} ${outcomeText(baseline)}`),
    unknown ? muted(t("causal_left_out", { n: integer(unknown) })) : null,
    isUnsure ? null : muted(t("causal_sure")),
    lost ? muted(t("causal_lost", { n: integer(lost), all: integer(others) })) : null,
    isReranked ? warning(t("causal_reranked", { n: percentText(agreement, state.language) })) : null,
    turned.length ? warning(t("causal_turned", { names: turned.map(boxName).join(", ") })) : null,
  );
}

let areSettingsOpen = false;

/** How concepts hear each other: rule, curve and slope. */
function settings() {
  const { rule, squash, slope } = causalState;
  const slopes = [...new Set([...SLOPES, slope])].sort((a, b) => a - b);
  const squashes = rule === "rescaled" ? ["sigmoid"] : ["tanh", "sigmoid"];
  return make(
    "details",
    {
      class: "push-settings",
      open: areSettingsOpen,
      ontoggle: (event) => {
        areSettingsOpen = event.target.open;
      },
    },
    make("summary", null, t("causal_settings")),
    chooser(
      "rule",
      t("causal_rule"),
      rule,
      RULES.map((name) => [name, t(`causal_${name}`)]),
      (name) => change(name === "rescaled" ? { rule: name, squash: "sigmoid" } : { rule: name }),
    ),
    chooser(
      "squash",
      t("causal_squash"),
      squash,
      squashes.map((name) => [name, name]),
      (name) => change({ squash: name }),
    ),
    chooser(
      "slope",
      t("causal_slope"),
      String(slope),
      slopes.map((value) => [String(value), number(value)]),
      (value) => change({ slope: Number(value) }),
    ),
  );
}

/** @returns {Child} */
const command = () => [
  make("h3", null, t("causal_command")),
  make("p", { class: "command" }, make("code", null, commandText())),
];

/** On the diagram: what is pushed, and an arrow with its rank at all that follows, the larger the stronger. */
export function drawEffects() {
  const result = whatFollows();
  if (!result) return [];
  const moved = result.effects.filter(({ at, sign }) => sign && isBoxShown(at));
  const most = Math.max(1, ...moved.map(({ rank }) => rank));
  const effects = moved.map(({ at, sign, rank }) => {
    const size = 0.95 + 0.5 * (1 - (rank - 1) / most) ** 2;
    return badge(at, sign, integer(rank), size, sign > 0 ? "plus" : "minus");
  });
  const pushed = pushList()
    .filter(([box]) => isBoxShown(box))
    .map(([box, amount]) => badge(box, Math.sign(amount), "", 1.5, "pushed"));
  return [makeSvg("g", { class: "what-follows" }, effects, pushed)];
}

/** @param {number} at @param {number} sign @param {string} text @param {number} scale @param {string} kind */
function badge(at, sign, text, scale, kind) {
  const { x, y, wide, high } = boxes[at];
  const corner = `translate(${oneDecimal(x + wide / 2 - 8)} ${oneDecimal(y - high / 2)})`;
  const arrow = sign > 0 ? "M8.5 5V-5M5 -1.5 8.5 -5 12 -1.5" : "M8.5 -5V5M5 1.5 8.5 5 12 1.5";
  return makeSvg(
    "g",
    {
      class: `badge ${kind}`,
      transform: `${corner} scale(${scale.toFixed(2)}) translate(-4 0)`,
      "data-effect": at,
    },
    makeSvg("rect", { x: 0, y: -9, width: 19 + 8.5 * text.length, height: 18, rx: 9 }),
    makeSvg("path", { d: arrow }),
    makeSvg("text", { x: 15, y: 4.5 }, text),
  );
}

/** The tool that opens the sheet, with the number of pushes. */
export const whatIfTool = () => sheetTool("whatif", t("causal_whatif"), isPushed() ? integer(pushList().length) : "");

watch("pushes rule squash slope", () => {
  if (boxes.length) showPanel();
});
