// Dates as far as they are known: a day, a month or a year.

/**
 * A date in words. `iso` is YYYY-MM-DD, YYYY-MM or YYYY; any other text stays as it is.
 * @param {string} iso
 * @param {string} locale
 * @returns {string}
 */
export function dateText(iso, locale) {
  const parts = iso.split("-").map(Number);
  if (parts.some(Number.isNaN)) return iso;
  const [year, month, day] = parts;
  /** @type {Intl.DateTimeFormatOptions} */
  const format = { year: "numeric", timeZone: "UTC" };
  if (month) format.month = "short";
  if (day) format.day = "numeric";
  return new Date(Date.UTC(year, (month || 1) - 1, day || 1)).toLocaleDateString(locale, format);
}

/** @param {unknown} date */
const yearOf = (date) => Number(String(date).slice(0, 4));

/**
 * Whether something held in a year; without a first or a last date it always began or never ended.
 * @param {unknown} since
 * @param {unknown} until
 * @param {number} year
 * @returns {boolean}
 */
export const heldInYear = (since, until, year) =>
  (!since || yearOf(since) <= year) && (!until || year <= yearOf(until));
