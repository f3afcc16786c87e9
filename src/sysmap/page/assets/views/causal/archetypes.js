// The stories that many systems share, as the sheet "stories".
import { make } from "../../base/dom.js";
import { change, lookAt } from "../../base/state.js";
import { integer, say, t } from "../../base/words.js";
import { nodeButtons } from "../../panel/reveal.js";
import { addSheet, muted, sheetHead } from "../../panel/sheet.js";
import { archetypes, boxes, causalState, causes } from "./data.js";
import { sheetTool } from "./tools.js";
/** @import { Archetype } from "../types.d.ts" */

addSheet("stories", () => {
  if (!causes.stories) return null;
  const { found, more, cut, timed } = causes.stories;
  return [
    sheetHead(t("causal_stories"), integer(found.length + more)),
    muted(t(found.length ? "causal_stories_about" : "causal_no_stories")),
    timed ? null : muted(t("causal_untimed")),
    make("ol", { class: "cards" }, found.map(archetypeCard)),
    more ? muted(t("causal_more_stories", { n: integer(more) })) : null,
    cut === null ? null : muted(t("causal_stories_cut", { n: cut })),
  ];
});

/** @param {Archetype} archetype @param {number} at */
function archetypeCard(archetype, at) {
  const isOpen = causalState.story === at;
  const toggle = () => {
    change({ view: "causal" });
    lookAt({ story: isOpen ? null : at, sheet: "stories" });
  };
  return make(
    "li",
    null,
    make(
      "button",
      { type: "button", class: "headline loop", "aria-expanded": String(isOpen), "data-at": at, onclick: toggle },
      make("span", { class: "muted" }, say(archetype.title)),
      make("span", { class: "say" }, say(archetype.headline)),
    ),
    isOpen
      ? make(
          "div",
          { class: "more" },
          make("p", null, say(archetype.story)),
          make("p", null, make("b", null, `${t("causal_check")}. `), say(archetype.check)),
          make("p", null, make("b", null, `${t("causal_remedy")}: `), say(archetype.remedy)),
          nodeButtons(archetype.boxes.map((box) => boxes[box].node)),
        )
      : null,
  );
}

/** The tool that opens them. */
export const archetypesTool = () =>
  sheetTool("stories", t("causal_stories"), integer(archetypes().length + (causes.stories?.more ?? 0)));
