// What is pushed, what follows, and the command that says the same.
import { nodeKey } from "../../base/data.js";
import { change, keep, keepChoice } from "../../base/state.js";
import { arrows, arrowsByMap, boxes, causalState, causes, isPushed } from "./data.js";
import { causalMap, whatIf } from "./engine.js";
/** @import { WhatIf } from "./engine.js" */

export const RULES = ["modified", "plain", "rescaled"];

const maps = arrowsByMap.map((list) =>
  causalMap(
    boxes.length,
    list.map((at) => arrows[at]),
    causes.idle,
  ),
);

/** @type {{ key: string, result: WhatIf | null }} What followed when it was last asked. */
let last = { key: "", result: null };

/**
 * What follows from what is pushed.
 * @returns {WhatIf | null} Null where nothing is pushed.
 */
export function whatFollows() {
  const { pushes, holder, rule, squash, slope } = causalState;
  const key = JSON.stringify([pushes, holder, rule, squash, slope]);
  if (last.key !== key) {
    last = { key, result: isPushed() ? whatIf(maps[holder], pushes, { rule, squash, slope }) : null };
  }
  return last.result;
}

/** What is pushed, as pairs of box and amount. @returns {[number, number][]} */
export const pushList = () => Object.entries(causalState.pushes).map(([box, amount]) => [Number(box), amount]);

/**
 * Push a box; with the amount by which it is pushed already, or with 0, let it go.
 * @param {number} box
 * @param {number} amount
 */
export function pushBox(box, amount) {
  const pushes = { ...causalState.pushes };
  if (amount && pushes[box] !== amount) pushes[box] = amount;
  else delete pushes[box];
  change({ view: "causal", pushes });
}

keep(
  "push",
  () => (isPushed() ? pushList().map(pushText).join(",") : null),
  (text) => {
    /** @type {Record<number, number>} */
    const pushes = {};
    for (const push of text.split(",")) {
      const [key, amount] = push.split("=");
      const wanted = key.replace(/%(25|2C|3D)/g, decodeURIComponent);
      const box = boxes.findIndex(({ node }) => nodeKey(node) === wanted);
      if (box >= 0 && Math.abs(Number(amount)) <= 1) pushes[box] = Number(amount);
    }
    return { pushes };
  },
);
/** @param {[number, number]} push */
const pushText = ([box, amount]) => `${nodeKey(boxes[box].node).replace(/[%,=]/g, encodeURIComponent)}=${amount}`;

keepChoice("rule", "rule", () => RULES, "modified");
keepChoice("squash", "squash", () => ["tanh", "sigmoid"], "tanh");
keep(
  "lambda",
  () => (causalState.slope === 1 ? null : String(causalState.slope)),
  (text) => (Number(text) > 0 && Number(text) <= 20 ? { slope: Number(text) } : null),
);

/** A word as a shell takes it: in quotes where it must. @param {string} text */
const quoted = (text) => (/^[\w:.=+-]+$/.test(text) ? text : `"${text.replace(/(["\\$`])/g, "\\$1")}"`);

/** The command that reckons the same: an id where only one box has it, else the uid. */
export function commandText() {
  const { holder, rule, squash, slope } = causalState;
  const ids = boxes.map(({ node }) => nodeKey(node).split(":").slice(1).join(":"));
  const words = pushList().map(([box, amount]) => {
    const isUnique = ids.filter((id) => id === ids[box]).length === 1;
    const name = isUnique ? ids[box] : nodeKey(boxes[box].node);
    return `--push ${quoted(`${name}=${amount > 0 ? "+" : ""}${amount}`)}`;
  });
  if (holder) words.push(`--held-by ${quoted(causes.maps[holder].name)}`);
  if (rule !== "modified") words.push(`--rule ${rule}`);
  if (squash !== (rule === "rescaled" ? "sigmoid" : "tanh")) words.push(`--squash ${squash}`);
  if (slope !== 1) words.push(`--lambda ${slope}`);
  return `sysmap whatif ${words.join(" ")}`;
}
