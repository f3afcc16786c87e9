// What the panel adds for an innovation: the checklist, who could add what is missing, and the way from sponsor to adopter.
import { capitalized } from "../../core/texts.js";
import { ties } from "../../base/data.js";
import { make } from "../../base/dom.js";
import { addLookedAt, change, lookAt, watch } from "../../base/state.js";
import { date, say, t } from "../../base/words.js";
import { fitTo, focusScale } from "../../map/fit.js";
import { addLight } from "../../map/focus.js";
import { refreshFocus } from "../../map/stage.js";
import { addSection } from "../../panel/node.js";
import { nodeButton, revealNode } from "../../panel/reveal.js";
import { linkButton, muted } from "../../panel/sheet.js";
import {
  NOT_DRAWN,
  askSentence,
  innovationOf,
  isStopped,
  itemMark,
  itemState,
  items,
  lacksText,
  nameOrOutside,
  remediesFor,
  stages,
} from "./innovations.js";
/** @import { Child } from "../../base/types.d.ts" */
/** @import { Innovation, Remedy } from "../types.d.ts" */

/** `route`: the innovation whose way from sponsor to adopter is lit. */
const routeState = addLookedAt({ route: /** @type {number | null} */ (null) });

/** @param {Remedy} remedy */
function remedyLine(remedy) {
  const who = remedy[1];
  const text = capitalized(askSentence(remedy));
  return who === null || who === NOT_DRAWN ? make("p", null, text) : linkButton(text, () => revealNode(who));
}

/** @param {Innovation} innovation */
const checklist = (innovation) =>
  make(
    "ul",
    { class: "checklist" },
    items.map((name, item) => {
      const having = itemState(innovation, item);
      return make(
        "li",
        { class: having },
        itemMark(having),
        make(
          "span",
          null,
          make("b", null, t(`item_${name}`)),
          make("span", { class: "muted" }, ` ${t(`valley_${having}`)}`),
          remediesFor(innovation, item).map(remedyLine),
        ),
      );
    }),
  );

/** @param {Innovation} innovation @param {number[]} path */
function showRoute({ n }, path) {
  lookAt({ selected: n, sheet: "node", route: n });
  change({ view: "map" });
  fitTo(
    path.filter((node) => node !== NOT_DRAWN),
    true,
    focusScale(),
  );
}

/** @param {Innovation} innovation */
function survivalPath(innovation) {
  const { path } = innovation;
  if (!path) return muted(t("valley_no_path"));
  const steps = path.map((node) =>
    make("li", null, node === NOT_DRAWN ? make("span", { class: "muted" }, nameOrOutside(node)) : nodeButton(node)),
  );
  const show = linkButton(t("valley_show_path"), () => showRoute(innovation, path));
  return make("div", null, make("ol", { class: "evidence chain" }, steps), show);
}

/** Which stage it entered when, as stages.csv tells. @param {Innovation} innovation @returns {Child} */
function stageHistory({ history }) {
  if (!history) return null;
  return [
    make("h3", null, t("valley_history")),
    make(
      "dl",
      { class: "facts" },
      history.map(([day, stage]) => [make("dt", null, date(day)), make("dd", null, say(stages[stage].title))]),
    ),
  ];
}

/** Where it stands: in the valley, before it or behind it. @param {Innovation} innovation */
function standing(innovation) {
  const { inside, tone, past } = innovation;
  if (inside) {
    const text = `${t("valley")}: ${lacksText(innovation)}`;
    return make("p", { class: tone || "info" }, make("b", { class: "severity" }, text));
  }
  return muted(inside === false ? t(past ? "valley_behind" : "valley_not_yet") : null);
}

addSection((node) => {
  const innovation = innovationOf.get(node);
  if (!innovation) return null;
  if (isStopped(innovation)) return stageHistory(innovation);
  return [
    make("h3", null, t("valley_checklist")),
    standing(innovation),
    checklist(innovation),
    innovation.unrated ? muted(t("valley_trust")) : null,
    make("h3", null, t("valley_path")),
    survivalPath(innovation),
    stageHistory(innovation),
  ];
});

// The chain is lit on the map, tie by tie.
addLight(() => {
  const path = routeState.route === null ? undefined : innovationOf.get(routeState.route)?.path;
  if (!path) return null;
  const drawn = path.filter((node) => node !== NOT_DRAWN);
  const next = new Map(path.slice(1).map((node, at) => [path[at], node]));
  const lines = ties.filter((tie) => next.get(tie.from) === tie.to || next.get(tie.to) === tie.from);
  return { near: new Map(drawn.map((node, at) => [node, at ? 1 : 0])), lines: new Set(lines.map((tie) => tie.at)) };
});
watch("route", refreshFocus);
