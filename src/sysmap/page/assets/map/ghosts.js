// Ties that are not there: collaboration gaps, and suggested partnerships in a stroke of their own.
import { gaps, island } from "../base/data.js";
import { selectGap, selectSuggestion } from "../base/selection.js";
import { state } from "../base/state.js";
import { say, t } from "../base/words.js";
import { shown } from "./filter.js";
import { attention } from "./focus.js";
import { palette } from "./looks.js";
import { strokeBetween } from "./places.js";
/** @import { Pair, Stroke } from "../core/types.d.ts" */

const { suggestions } = island;

/** @type {Stroke} */
export const GAP_STROKE = { color: "accent", width: 1.6, dash: [4, 3], directed: false };
/** @type {Stroke} */
export const SUGGESTION_STROKE = { color: "info", width: 1.8, dash: [2, 4], directed: false };

/** Whether the suggestions are listed beside the map: then all of them are drawn, and no gap is. */
const areListed = () =>
  state.sheet === "suggestions" || (state.question !== null && Boolean(island.questions[state.question].pairs));

/** @param {number} at */
const isSuggestionDrawn = (at) => state.suggestion === at || state.suggestionsDrawn || areListed();

/** @param {number} at */
function suggestionTip(at) {
  const reasons = suggestions[at].terms.map(([, , why]) => (why ? say(why) : "")).filter(Boolean);
  return `${t("suggestion_line")}: ${reasons[0] || ""}`;
}

/**
 * What can be pointed at beside the ties: pairs of nodes, which of them are drawn, what a tip says, what a click chooses.
 * @type {{ pairs: Pair[], isDrawn: (at: number) => boolean, tip: (at: number) => string, choose: (at: number) => void }[]}
 */
export const GHOSTS = [
  { pairs: gaps, isDrawn: () => !state.off.ghosts, tip: (at) => say(gaps[at].reason), choose: selectGap },
  { pairs: suggestions, isDrawn: isSuggestionDrawn, tip: suggestionTip, choose: selectSuggestion },
];

/** @param {Pair} pair */
const isNear = ({ s, t: other }) =>
  attention.focus !== null && attention.focus.near.has(s) && attention.focus.near.has(other);

/**
 * Paint gaps and suggestions.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} unit
 */
export function paintGhosts(ctx, unit) {
  if (!state.off.ghosts && !areListed()) paintGaps(ctx, unit);
  paintSuggestions(ctx, unit);
  ctx.setLineDash([]);
  ctx.lineCap = "butt";
  ctx.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} unit
 */
function paintGaps(ctx, unit) {
  ctx.strokeStyle = palette.accent;
  gaps.forEach((gap, at) => {
    if (!shown[gap.s] || !shown[gap.t]) return;
    const isChosen = state.gap === at;
    ctx.globalAlpha = isChosen ? 1 : attention.focus === null ? 0.42 : isNear(gap) ? 0.8 : 0.1;
    ctx.lineWidth = (isChosen ? 3 : 1.3) * unit;
    // Two who work together, but have no agreement of their own, are nearer to a tie: dots close to each other.
    ctx.setLineDash(gap.together ? [2 * unit, 2 * unit] : [6 * unit, 5 * unit]);
    strokeBetween(ctx, gap.s, gap.t);
  });
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} unit
 */
function paintSuggestions(ctx, unit) {
  ctx.strokeStyle = palette.info;
  ctx.lineCap = "round";
  suggestions.forEach((pair, at) => {
    const isChosen = state.suggestion === at;
    if (!isSuggestionDrawn(at) || (!isChosen && (!shown[pair.s] || !shown[pair.t]))) return;
    ctx.globalAlpha = isChosen ? 1 : attention.focus === null || isNear(pair) ? 0.75 : 0.12;
    ctx.lineWidth = (isChosen ? 3.2 : SUGGESTION_STROKE.width) * unit;
    ctx.setLineDash(SUGGESTION_STROKE.dash.map((length) => length * (isChosen ? 1.6 : 1) * unit));
    strokeBetween(ctx, pair.s, pair.t);
  });
}
