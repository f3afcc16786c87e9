// The loops as a list: each a sentence as `sysmap loops` writes it; a click lights it in the diagram.
import { island } from "../../base/data.js";
import { make } from "../../base/dom.js";
import { change, lookAt } from "../../base/state.js";
import { integer, number, say, t } from "../../base/words.js";
import { nodeButtons } from "../../panel/reveal.js";
import { addSheet, muted, sheetHead, showPanel } from "../../panel/sheet.js";
import { boxName, boxes, causalState, causes, currentLoops, signInLoop } from "./data.js";
import { sheetTool } from "./tools.js";
/** @import { Loop } from "./data.js" */

/** Reinforcing, balancing, and those with an unknown sign. */
export const POLARITIES = ["R", "B", "?"];

/** The polarity that is listed; empty: all. */
let listedPolarity = "";

/** A text with a name in it; the name may hold a brace. @param {string} key @param {string} name */
const withName = (key, name) => say(island.words[key]).replace("{name}", () => name);

/** A node of the loop rises (1) or falls (-1) when the first one rises; 0 once a sign is unknown. @param {Loop} loop */
function loopSentence(loop) {
  const names = loop.members.map(boxName);
  let way = 1;
  const steps = names.map((name, place) => {
    const step = withName(`causal_step_${way}`, name);
    way = way * signInLoop(loop, place) || 0;
    return step;
  });
  const chain = [...steps, withName(`causal_back_${loop.polarity}`, names[0])].join(" → ");
  const late = loop.delays ? ` ${t("causal_come_late", { n: loop.delays })}` : "";
  return `${t(`causal_kinds_${loop.polarity}`)}: ${chain}.${late}`;
}

/** @param {Loop[]} loops @param {string} polarity */
const countOf = (loops, polarity) => loops.filter((loop) => loop.polarity === polarity).length;

/** The buttons that list one kind of loops. @param {Loop[]} loops */
function polarityChooser(loops) {
  /** @param {string} polarity @param {string} word @param {number} n */
  const choice = (polarity, word, n) =>
    make(
      "button",
      {
        type: "button",
        "aria-pressed": String(listedPolarity === polarity),
        "data-at": `kind-${polarity}`,
        title: polarity ? t(`causal_kinds_${polarity}`) : null,
        onclick: () => {
          listedPolarity = polarity;
          showPanel();
        },
      },
      `${word} ${integer(n)}`,
    );
  return make(
    "div",
    { class: "segments loop-kinds", role: "group", "aria-label": t("causal_loops") },
    choice("", t("causal_all_kinds"), loops.length),
    POLARITIES.filter((polarity) => countOf(loops, polarity)).map((polarity) =>
      choice(polarity, polarity, countOf(loops, polarity)),
    ),
  );
}

/** @param {string} key @param {number | null | undefined} n */
const limitNote = (key, n) => (n === null || n === undefined ? null : muted(t(key, { n })));

addSheet("loops", () => {
  if (!boxes.length) return null;
  const { holder, through } = causalState;
  const { more, complete, cut } = causes.listed[holder];
  const loops = currentLoops().filter(({ members }) => through === null || members.includes(through));
  const unlisted = through === null ? more : 0;
  return [
    sheetHead(
      through === null ? t("causal_loops") : t("causal_through", { name: boxName(through) }),
      integer(loops.length + unlisted),
    ),
    muted(t(loops.length ? "causal_loops_about" : "causal_no_loops")),
    loops.length ? polarityChooser(loops) : null,
    make(
      "ol",
      { class: "cards" },
      loops.filter(({ polarity }) => !listedPolarity || polarity === listedPolarity).map(loopCard),
    ),
    unlisted ? muted(t("causal_more_loops", { n: integer(more) })) : null,
    limitNote("causal_truncated", complete),
    limitNote("causal_cut", cut),
  ];
});

/** @param {Loop} loop */
function loopCard(loop) {
  const isOpen = causalState.loop === loop.at;
  const [kind, ...rest] = loopSentence(loop).split(": ");
  const tone = loop.polarity === "?" ? "u" : loop.polarity.toLowerCase();
  const facts = t("causal_facts", {
    links: integer(loop.members.length),
    late: integer(loop.delays),
    strength: number(loop.strength),
  });
  const basis = make("span", { class: "basic", title: t("causal_independent") }, ` · ${t("causal_basis")}`);
  const toggle = () => {
    change({ view: "causal" });
    lookAt({ loop: isOpen ? null : loop.at, sheet: "loops" });
  };
  return make(
    "li",
    null,
    make(
      "button",
      {
        type: "button",
        class: `headline loop loop-${tone}`,
        "aria-expanded": String(isOpen),
        "data-at": loop.at,
        onclick: toggle,
      },
      make("span", { class: "say" }, make("b", null, `${kind}: `), rest.join(": ")),
      make("span", { class: "muted" }, facts, loop.isBasic ? basis : null),
    ),
    isOpen ? loopEvidence(loop) : null,
  );
}

/** @param {Loop} loop */
function loopEvidence({ members, isBasic }) {
  const evidence = nodeButtons(
    members.map((box) => boxes[box].node),
    isBasic ? muted(t("causal_independent")) : null,
  );
  evidence.classList.add("more");
  return evidence;
}

/** The tool that opens the list. */
export const loopsTool = () =>
  sheetTool("loops", t("causal_loops"), integer(currentLoops().length + causes.listed[causalState.holder].more));
