// Tables as CSV that a spreadsheet opens without running anything in it.

/**
 * One cell. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 * @param {unknown} value
 * @returns {string}
 */
function cellText(value) {
  if (value === null || value === undefined) return "";
  let text = String(value);
  if (typeof value !== "number" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as the text of a CSV file, with the mark by which spreadsheets know UTF-8.
 * @param {unknown[][]} rows
 * @returns {string}
 */
export const csvText = (rows) => `\ufeff${rows.map((row) => row.map(cellText).join(",")).join("\r\n")}\r\n`;
