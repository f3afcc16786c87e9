// What the device says of itself, and the theme.
import { state } from "./state.js";

export const darkSystem = matchMedia("(prefers-color-scheme: dark)");
/** The reader wants nothing to move. */
export const stillness = matchMedia("(prefers-reduced-motion: reduce)");
export const phone = matchMedia("(max-width: 760px)");

/** Put the chosen theme on the page; without one the device decides. */
export function applyTheme() {
  if (state.theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = state.theme;
}
