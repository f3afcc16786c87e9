// The reader's own notes and views as data: what a file or the browser's shelf may bring in.

const KIND = "sysmap notes and views";
/** The longest text, and the most entries, that come in. */
export const LONGEST = 5000;
const MOST = 500;

/** @typedef {{ name: string, hash: string }} SavedView A name and the address that it stands for. */
/** @typedef {{ notes: Map<string, string>, views: SavedView[] }} OwnTexts Notes by the key of what they are about, and saved views. */

/**
 * The name under which the browser keeps them.
 * @param {string} title Of the map.
 * @returns {string}
 */
export const shelfName = (title) => `${KIND}: ${title}`;

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string" && value.length > 0 && value.length <= LONGEST;

/** @param {unknown} view @returns {view is SavedView} */
function isView(view) {
  if (typeof view !== "object" || view === null || !("name" in view) || !("hash" in view)) return false;
  return isText(view.name) && typeof view.hash === "string" && view.hash.length <= LONGEST;
}

/**
 * What was read of a file: anything may stand in it, and only texts of the right shape come in.
 * @param {unknown} content
 * @returns {{ notes: [string, string][], views: SavedView[] } | null} Null where it is no file of ours.
 */
export function readOwnTexts(content) {
  if (typeof content !== "object" || content === null) return null;
  if (!("kind" in content && "notes" in content && "views" in content) || content.kind !== KIND) return null;
  if (typeof content.notes !== "object" || content.notes === null || !Array.isArray(content.views)) return null;
  /** @type {[string, string][]} */
  const notes = [];
  for (const [key, value] of Object.entries(content.notes)) {
    if (key.length <= LONGEST && isText(value)) notes.push([key, value]);
  }
  return { notes: notes.slice(0, MOST), views: content.views.filter(isView).slice(0, MOST) };
}

/**
 * Notes and views as the text of a file.
 * @param {string} title
 * @param {OwnTexts} own
 * @returns {string}
 */
export const writeOwnTexts = (title, { notes, views }) =>
  JSON.stringify({ kind: KIND, map: title, notes: Object.fromEntries(notes), views }, null, 1);

/**
 * Saved views with one more; of two with the same name the later stays.
 * @param {SavedView[]} views
 * @param {SavedView} view
 * @returns {SavedView[]}
 */
export const withView = (views, { name, hash }) => [...views.filter((view) => view.name !== name), { name, hash }];
