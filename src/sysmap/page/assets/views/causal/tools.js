// The tools above the diagram: each opens a sheet.
import { make } from "../../base/dom.js";
import { clearSelection } from "../../base/selection.js";
import { lookAt, state } from "../../base/state.js";

/**
 * The button of a sheet; pressed while the sheet is shown.
 * @param {string} sheet
 * @param {string} word
 * @param {string} count What stands beside the word.
 * @returns {HTMLElement}
 */
export const sheetTool = (sheet, word, count = "") =>
  make(
    "button",
    {
      type: "button",
      "aria-pressed": String(state.sheet === sheet),
      "data-tool": sheet,
      onclick: () => (state.sheet === sheet ? clearSelection() : lookAt({ sheet, through: null })),
    },
    word,
    count ? make("span", { class: "count" }, count) : null,
  );
