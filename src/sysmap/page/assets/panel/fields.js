// The fields of nodes and ties in words.
import { make } from "../base/dom.js";
import { state } from "../base/state.js";
import { say, t } from "../base/words.js";
import { types } from "../base/data.js";
/** @import { Column, FieldValue, Tie } from "../core/types.d.ts" */

const TELLING_FIELDS = ["kind", "role", "polarity"];

/** @param {Column} column @param {string | number | boolean} item */
function itemText(column, item) {
  const choice = column.choices?.[String(item)];
  if (choice) return say(choice);
  if (typeof item === "boolean") return item ? "✓" : "–";
  if (typeof item === "number") return item.toLocaleString(state.language, { useGrouping: Math.abs(item) >= 10000 });
  return item;
}

/** @param {Column} column @param {FieldValue} value */
function valueText(column, value) {
  const items = /** @type {readonly (string | number | boolean)[]} */ (Array.isArray(value) ? value : [value]);
  const text = items.map((item) => itemText(column, item)).join(" · ");
  return column.unit ? `${text} ${say(column.unit)}` : text;
}

/**
 * Fields with their names.
 * @param {Column[]} columns
 * @param {Record<string, FieldValue>} values By the place of the column.
 * @param {string[]} skipped Names of fields that are shown elsewhere.
 * @returns {HTMLElement}
 */
export function factList(columns, values, skipped = []) {
  const rows = Object.entries(values)
    .map(([at, value]) => ({ column: columns[Number(at)], value }))
    .filter(({ column }) => !skipped.includes(column.name));
  if (!rows.length) return make("p", { class: "muted" }, t("no_facts"));
  return make(
    "dl",
    { class: "facts" },
    rows.map(({ column, value }) => [
      make("dt", { title: column.meaning ? say(column.meaning) : null }, say(column.label)),
      make("dd", null, valueText(column, value)),
    ]),
  );
}

/**
 * The one word of a tie that says most: its kind, role or polarity.
 * @param {Tie} tie
 * @returns {string} Empty where it has none of them.
 */
export function tieRemark(tie) {
  const { columns } = types[tie.t];
  for (const name of TELLING_FIELDS) {
    const at = columns.findIndex((column) => column.name === name);
    const value = at < 0 ? undefined : tie.p?.[at];
    if (value !== undefined) return valueText(columns[at], value);
  }
  return "";
}
