// Texts: how they are compared, filled in, cut and broken into lines.

/**
 * A text as it is searched: small letters without accents.
 * @param {unknown} text
 * @returns {string}
 */
export const fold = (text) => String(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * A text with a large first letter.
 * @param {string} text
 * @returns {string}
 */
export const capitalized = (text) => text.replace(/^./u, (letter) => letter.toUpperCase());

/**
 * A text whose places, {name}, are filled with values; without values they are left empty.
 * @param {string} text
 * @param {Record<string, unknown>} [values]
 * @returns {string}
 */
export const filledIn = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => (values ? String(values[name]) : ""));

const LONGEST_LINE = 21;
const SHORTEST_LINE = 6;

/**
 * A name as a label of at most two lines of about 20 characters.
 * @param {string} text
 * @returns {string[]}
 */
export function labelLines(text) {
  const name = text.replace(/\s+/g, " ").trim();
  if (name.length <= LONGEST_LINE) return [name];
  const space = name.lastIndexOf(" ", LONGEST_LINE);
  const cut = space > SHORTEST_LINE ? space : LONGEST_LINE;
  const rest = name.slice(cut).trim();
  const second = rest.length > LONGEST_LINE ? `${rest.slice(0, LONGEST_LINE - 1).trimEnd()}…` : rest;
  return [name.slice(0, cut).trim(), second];
}

/**
 * The name of a file that is saved, without its ending.
 * @param {string} title
 * @returns {string}
 */
export const fileNameOf = (title) =>
  fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60) || "sysmap";
