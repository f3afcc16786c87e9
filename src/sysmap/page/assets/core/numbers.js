// Numbers as text, in the reader's language.
import { detailsOf } from "./languages.js";

/**
 * A whole number in groups of three. By hand: the first use of the browser's own formats holds the page up for 25 ms.
 * @param {number} value
 * @param {string} language
 * @returns {string}
 */
export const integerText = (value, language) =>
  String(value).replace(/\B(?=(\d{3})+$)/g, detailsOf(language).thousands);

/**
 * A number with three significant digits, or six from a thousand on.
 * @param {number} value
 * @param {string} language
 * @returns {string}
 */
export const numberText = (value, language) =>
  value.toLocaleString(language, { maximumSignificantDigits: Math.abs(value) >= 1000 ? 6 : 3 });

/**
 * A number with exactly so many decimals.
 * @param {number} value
 * @param {number} digits
 * @param {string} language
 * @returns {string}
 */
export const decimalText = (value, digits, language) =>
  value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/**
 * A difference with its sign and two decimals; what rounds to zero has no sign.
 * @param {number} value
 * @param {string} language
 * @returns {string}
 */
export function signedText(value, language) {
  const text = decimalText(Math.abs(value), 2, language);
  if (Number(Math.abs(value).toFixed(2)) === 0) return text;
  return `${value > 0 ? "+" : "−"}${text}`;
}

/**
 * A share as whole percent.
 * @param {number} share 0 to 1
 * @param {string} language
 * @returns {string}
 */
export const percentText = (share, language) =>
  share.toLocaleString(language, { style: "percent", maximumFractionDigits: 0 });
