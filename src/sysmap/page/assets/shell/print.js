// Paper is white: what is printed is the picture in light colours and the headlines, or the table.
import { state } from "../base/state.js";
import { paintPicture } from "../map/picture.js";
import { network } from "../map/stage.js";

/**
 * Prepare the page whenever it is printed, and put it back afterwards.
 * @param {() => void} refreshColors Read the colours of the theme and what is drawn with them.
 * @param {() => void} restoreTheme Put the chosen theme back.
 */
export function preparePrinting(refreshColors, restoreTheme) {
  addEventListener("beforeprint", () => {
    document.documentElement.dataset.theme = "light";
    refreshColors();
    if (state.view !== "map" || !network) return;
    const paper = paintPicture(network, 2);
    paper.id = "paper";
    document.body.prepend(paper);
  });
  addEventListener("afterprint", () => {
    document.getElementById("paper")?.remove();
    restoreTheme();
  });
}
