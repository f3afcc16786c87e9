// Choosing what is looked at.
import { lookAt, state } from "./state.js";

/**
 * Choose a node, or the second end of a way that is sought; null: nothing.
 * @param {number | null} node
 */
export function select(node) {
  if (state.seeking !== null && node !== null && node !== state.seeking) {
    lookAt({ path: [state.seeking, node], sheet: "path" });
  } else lookAt({ selected: node, sheet: node === null ? "overview" : "node" });
}

/** @param {number} tie */
export const selectTie = (tie) => lookAt({ tie, sheet: "tie" });

/** @param {number} finding */
export const selectFinding = (finding) => lookAt({ finding, sheet: "findings" });

/** @param {number} gap */
export const selectGap = (gap) => lookAt({ gap, sheet: "gaps" });

/** @param {number} suggestion */
export const selectSuggestion = (suggestion) => lookAt({ suggestion, sheet: "suggestions" });

/** Look at nothing. */
export const clearSelection = () => lookAt({ sheet: "overview" });
