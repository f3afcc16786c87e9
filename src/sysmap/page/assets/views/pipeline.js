// The pipeline of innovations. Stages go from left to right; between trial and routine the ground falls away: the more an
// innovation lacks, the deeper it stands.
import { nodes } from "../base/data.js";
import { find, findOne, make } from "../base/dom.js";
import { select } from "../base/selection.js";
import { state } from "../base/state.js";
import { t } from "../base/words.js";
import { shown } from "../map/filter.js";
import { nodeMark } from "../map/looks.js";
import { nodeTitle } from "../panel/reveal.js";
import { muted } from "../panel/sheet.js";
import { redrawBoard } from "../shell/board.js";
import { addView } from "../shell/views.js";
import {
  all,
  innovationOf,
  itemHelpers,
  itemMark,
  itemState,
  items,
  lackedItems,
  lacksText,
  monthsText,
  stalledTag,
} from "./pipeline/innovations.js";
import "./pipeline/panel.js";
import { stoppedLine, valleyPicture } from "./pipeline/valley.js";
/** @import { Innovation } from "./types.d.ts" */

const shownInside = () => all.filter(({ inside, n }) => inside && shown[n]);

/** The one to look at first, and what would save it. */
function rescue() {
  const inside = shownInside();
  const worst = inside.find((innovation) => lackedItems(innovation).length);
  if (!worst) return make("p", { class: "rescue" }, t(inside.length ? "valley_safe" : "valley_empty"));
  return make(
    "section",
    { class: `rescue ${worst.tone}`, "aria-label": t("valley_worst") },
    make(
      "div",
      { class: "who" },
      make("h2", null, t("valley_worst")),
      nodeTitle(worst.n, select),
      make(
        "p",
        null,
        make("b", { class: "severity" }, lacksText(worst)),
        worst.months === undefined ? null : ` · ${monthsText(worst)} `,
        stalledTag(worst),
      ),
    ),
    make(
      "div",
      { class: "save" },
      make("h2", null, t("valley_save")),
      make(
        "ul",
        null,
        lackedItems(worst).map((item) =>
          make("li", null, make("span", { class: "muted" }, t(`item_${items[item]}`)), itemHelpers(worst, item)),
        ),
      ),
    ),
  );
}

/** What each innovation in the valley has and lacks, as a table. */
function checklistTable() {
  const inside = shownInside();
  if (!inside.length) return null;
  const heads = [t("pipeline"), ...items.map((name) => t(`item_${name}`))];
  return [
    make("h2", null, t("valley_list")),
    muted(t("valley_list_how")),
    make(
      "div",
      { class: "wide", tabindex: "0", role: "group", "aria-label": t("valley_list") },
      make(
        "table",
        null,
        make(
          "thead",
          null,
          make(
            "tr",
            null,
            heads.map((text) => make("th", { scope: "col" }, text)),
          ),
        ),
        make("tbody", null, inside.map(checklistRow)),
      ),
    ),
  ];
}

/** @param {Innovation} innovation */
const checklistRow = (innovation) =>
  make(
    "tr",
    { "aria-current": innovation.n === state.selected ? "true" : null },
    make(
      "th",
      { scope: "row", class: innovation.tone || "info" },
      make(
        "button",
        { type: "button", class: "node", onclick: () => select(innovation.n) },
        nodeMark(innovation.n),
        make("span", { class: "name" }, nodes[innovation.n].label),
      ),
      make("span", { class: "severity" }, lacksText(innovation)),
    ),
    items.map((_, item) => {
      const having = itemState(innovation, item);
      return make(
        "td",
        { class: having },
        make("span", { class: "unseen" }, t(`valley_${having}`)),
        itemMark(having),
        itemHelpers(innovation, item),
      );
    }),
  );

/** @param {HTMLElement} root */
function showPipeline(root) {
  const before = find(".valley-scroll", root);
  const scrollLeft = before ? before.scrollLeft : null;
  const frame = { class: "valley-scroll", tabindex: "0", role: "group", "aria-label": t("valley") };
  redrawBoard(root, [
    rescue(),
    make("div", frame, valleyPicture()),
    stoppedLine(),
    make("div", { class: "below" }, checklistTable()),
  ]);
  const scroll = findOne(".valley-scroll", root);
  if (scrollLeft !== null) {
    scroll.scrollLeft = scrollLeft;
    return;
  }
  // Where the picture is wider than the window, the valley is what one sees of it.
  const gorge = findOne(".gorge", scroll);
  scroll.scrollLeft = Math.max(0, gorge.offsetLeft - (scroll.clientWidth - gorge.offsetWidth) / 2);
  find("[aria-current]", scroll)?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

addView({
  name: "pipeline",
  icon: "M1 4h2.5c2.5 0 2 8.5 4.5 8.5S10 4 12.5 4H15",
  order: 40,
  has: () => all.length > 0,
  keys: "off selected colorBy",
  show: showPipeline,
  holds: (node) => innovationOf.has(node),
});
