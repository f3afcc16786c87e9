// What is said, in the reader's language.
import { dateText } from "../core/dates.js";
import { detailsOf, textIn } from "../core/languages.js";
import { decimalText, integerText, numberText, signedText } from "../core/numbers.js";
import { capitalized, filledIn } from "../core/texts.js";
import { island, nodes, types } from "./data.js";
import { LANGUAGES, state } from "./state.js";
/** @import { MeasureWords, Texts, Tie } from "../core/types.d.ts" */

/**
 * The text of the reader's language.
 * @param {Texts} texts
 * @returns {string}
 */
export const say = (texts) => textIn(texts, LANGUAGES, state.language);

/**
 * A text of the page by its name, with its places filled in.
 * @param {string} key
 * @param {Record<string, unknown>} [values]
 * @returns {string}
 */
export const t = (key, values) => filledIn(say(island.words[key]), values);

/**
 * A text with a large first letter: titles of measures are words within a sentence, but begin large at the head of a row.
 * @param {Texts} texts
 * @returns {string}
 */
export const sayCapitalized = (texts) => capitalized(say(texts));

/**
 * A whole number.
 * @param {number} value
 * @returns {string}
 */
export const integer = (value) => integerText(value, state.language);

/**
 * A number with three significant digits.
 * @param {number} value
 * @returns {string}
 */
export const number = (value) => numberText(value, state.language);

/**
 * A number with one decimal.
 * @param {number} value
 * @returns {string}
 */
export const oneDecimal = (value) => decimalText(value, 1, state.language);

/**
 * A difference with its sign.
 * @param {number} value
 * @returns {string}
 */
export const signed = (value) => signedText(value, state.language);

/**
 * A date as far as it is known.
 * @param {string} iso
 * @returns {string}
 */
export const date = (iso) => dateText(iso, detailsOf(state.language).dates);

/**
 * The value of a measure. An estimate is never shown as if it were exact.
 * @param {MeasureWords} measure
 * @param {number} value
 * @returns {string}
 */
export const scoreText = (measure, value) => `${measure.estimated ? "≈ " : ""}${number(value)}`;

/**
 * What a tie says, as a sentence.
 * @param {Tie} tie
 * @returns {string}
 */
export const sentence = (tie) =>
  say(types[tie.t].sentence).replace(
    /\{(source|target)\}/g,
    (_, end) => nodes[end === "source" ? tie.from : tie.to].label,
  );

/**
 * The order of two texts in the reader's language.
 * @param {string} one
 * @param {string} other
 * @param {Intl.CollatorOptions} [options]
 * @returns {number}
 */
export const compareTexts = (one, other, options) => one.localeCompare(other, state.language, options);
