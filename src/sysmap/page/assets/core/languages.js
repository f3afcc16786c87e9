// The languages of the page: the one place that knows which there are, and in which order their texts stand.
/** @import { Texts } from "./types.d.ts" */

/**
 * @typedef {object} LanguageDetails
 * @property {string} name What its speakers call it.
 * @property {string} dates The locale in which dates are written.
 * @property {string} thousands The sign between groups of three digits.
 */

/** @type {Readonly<Record<string, LanguageDetails>>} */
const DETAILS = {
  en: { name: "English", dates: "en-GB", thousands: "," },
  id: { name: "Bahasa Indonesia", dates: "id-ID", thousands: "." },
};

/**
 * The codes of the languages, in the order of every pair of texts. The first is the one that the texts are written in.
 * @param {{ languages?: string[] }} island
 * @returns {string[]}
 */
export const languagesOf = (island) => island.languages ?? ["en", "id"];

/**
 * The languages as a reader is offered them: translations first, the source language last.
 * @param {string[]} languages
 * @returns {string[]}
 */
export const offeredLanguages = ([source, ...translations]) => [...translations, source];

/**
 * The text of a language; the source text where there is none.
 * @param {Texts} texts
 * @param {string[]} languages
 * @param {string} language
 * @returns {string}
 */
export const textIn = (texts, languages, language) => texts[languages.indexOf(language)] ?? texts[0];

/**
 * What is known of a language; of one that is not listed here, its code stands for its name and its locale.
 * @param {string} language
 * @returns {LanguageDetails}
 */
export const detailsOf = (language) => DETAILS[language] ?? { name: language, dates: language, thousands: "," };
