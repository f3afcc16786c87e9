// Choosing one of several values: in a list, or by buttons beside each other.
import { facets, kinds } from "../base/data.js";
import { make } from "../base/dom.js";
import { say, sayCapitalized } from "../base/words.js";
/** @import { Facet } from "../core/types.d.ts" */

/**
 * A list of choices with its label.
 * @param {string} key
 * @param {string} label
 * @param {string} value The one that is chosen.
 * @param {[string, string][]} options Values and what they are called.
 * @param {(value: string) => void} choose
 * @returns {HTMLElement}
 */
export const chooser = (key, label, value, options, choose) =>
  make(
    "div",
    { class: "chooser" },
    make("label", { for: `by-${key}` }, label),
    make(
      "select",
      { id: `by-${key}`, onchange: (event) => choose(event.target.value) },
      options.map(([name, text]) => make("option", { value: name, selected: name === value }, text)),
    ),
  );

/**
 * Choices as buttons beside each other.
 * @param {string} label
 * @param {[string, string, string?][]} choices Value, text of the button, and what it means where the text is short.
 * @param {string} value The one that is chosen.
 * @param {(value: string) => void} choose
 * @returns {HTMLElement}
 */
export const segments = (label, choices, value, choose) =>
  make(
    "div",
    { class: "segments", role: "group", "aria-label": label },
    choices.map(([name, text, title = null]) =>
      make(
        "button",
        {
          type: "button",
          "aria-pressed": String(name === value),
          title,
          "aria-label": title,
          onclick: () => choose(name),
          "data-choice": name,
        },
        text,
      ),
    ),
  );

/**
 * The title of a facet. Two kinds may have a field of the same name: then the kind is said too.
 * @param {Facet} facet
 * @returns {string}
 */
export function facetTitle(facet) {
  const title = sayCapitalized(facet.title);
  const hasTwin = facets.some((other) => other !== facet && say(other.title) === say(facet.title));
  const kind = kinds.find(({ label }) => facet.key.startsWith(`${label}.`));
  return hasTwin && kind ? `${title} (${say(kind.title).toLowerCase()})` : title;
}
