// One group's map beside the others, in words: what others dispute, share, or have that it has not; and how far apart two groups are.
import { island } from "../../base/data.js";
import { make } from "../../base/dom.js";
import { selectTie } from "../../base/selection.js";
import { integer, number, sayCapitalized, t } from "../../base/words.js";
import { addSheet, muted, sheetHead } from "../../panel/sheet.js";
import {
  arrows,
  boxName,
  boxes,
  causalState,
  causes,
  currentArrows,
  missingArrows,
  signOf,
  standingOf,
  tieBehind,
} from "./data.js";
import { sheetTool } from "./tools.js";
/** @import { Child } from "../../base/types.d.ts" */

const STANDINGS = ["disputed", "agreed", "own", "missing"];

addSheet("maps", () => {
  const { holder } = causalState;
  if (!holder || !boxes.length) return null;
  const rows = [
    ...currentArrows().map((at) => ({ at, standing: standingOf(at) })),
    ...missingArrows().map((at) => ({ at, standing: "missing" })),
  ];
  const groups = STANDINGS.map((name) => ({ name, members: rows.filter(({ standing }) => standing === name) }));
  return [
    sheetHead(causes.maps[holder].name),
    muted(t("causal_maps_about")),
    groups
      .filter(({ members }) => members.length)
      .map(({ name, members }) => [
        make("h3", null, `${sayCapitalized(island.words[`causal_${name}`])} (${integer(members.length)})`),
        members.map(({ at }) => arrowButton(at)),
      ]),
    distanceTable(holder),
  ];
});

/** @param {number} at */
function arrowButton(at) {
  const arrow = arrows[at];
  const { name, text } = signOf(arrow.sign);
  const choose = () => {
    const tie = tieBehind(arrow);
    if (tie) selectTie(tie.at);
  };
  return make(
    "button",
    { type: "button", class: "node", onclick: choose },
    make("span", { class: `sign-${name}` }, text),
    make("span", { class: "name" }, `${boxName(arrow.from)} → ${boxName(arrow.to)}`),
  );
}

/** @param {number} holder @returns {Child} */
function distanceTable(holder) {
  const apart = causes.apart.filter(([one, other]) => one === holder || other === holder);
  if (!apart.length) return null;
  const rows = apart.map(([one, other, distance]) =>
    make(
      "tr",
      null,
      make("th", { scope: "row" }, causes.maps[one === holder ? other : one].name),
      make("td", null, distance === null ? "—" : number(distance)),
    ),
  );
  return [
    make("h3", null, t("causal_apart")),
    make("table", { class: "small" }, make("tbody", null, rows)),
    muted(t("causal_apart_about")),
  ];
}

/** The tool that opens it; null while the common map is shown. */
export const differencesTool = () => (causalState.holder ? sheetTool("maps", t("causal_differences")) : null);
