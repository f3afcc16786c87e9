// What the reader adds: notes on anything, and views kept under a name; in this browser, and as a file to pass on.
import { island, nodeKey, nodeOfKey } from "../base/data.js";
import { findOne, make, panel } from "../base/dom.js";
import { iconButton } from "../base/icons.js";
import { addressText, lookAt, restore } from "../base/state.js";
import { integer, t } from "../base/words.js";
import { saveFile } from "../map/picture.js";
import { addSection } from "../panel/node.js";
import { addDoor } from "../panel/overview.js";
import { nodeButton } from "../panel/reveal.js";
import { addSheet, linkButton, muted, sheetHead, showPanel } from "../panel/sheet.js";
import { LONGEST, readOwnTexts, shelfName, withView, writeOwnTexts } from "./own/notes.js";
/** @import { FieldEvent } from "../base/types.d.ts" */
/** @import { OwnTexts } from "./own/notes.js" */

const LONGEST_NAME = 80;

/** @type {OwnTexts} */
const own = { notes: new Map(), views: [] };
/** Whether this browser keeps anything. */
let isKept = true;
/** What is said of the file that was read last. */
let message = "";

/** Add what a file or the shelf holds; how much came in, or null where it is no file of ours. @param {unknown} content */
function takeIn(content) {
  const read = readOwnTexts(content);
  if (!read) return null;
  for (const [key, note] of read.notes) own.notes.set(key, note);
  for (const view of read.views) own.views = withView(own.views, view);
  return { notes: read.notes.length, views: read.views.length };
}

function putOnShelf() {
  try {
    localStorage.setItem(shelfName(island.title), writeOwnTexts(island.title, own));
  } catch {
    isKept = false;
  }
}

try {
  takeIn(JSON.parse(localStorage.getItem(shelfName(island.title)) ?? "null"));
} catch {
  isKept = false;
}

/** @param {string} key @param {string} text */
function writeNote(key, text) {
  const note = text.trim().slice(0, LONGEST);
  if (note) own.notes.set(key, note);
  else own.notes.delete(key);
  putOnShelf();
}

/** Folded until there is something in it: most things never get a note. @param {string} key @param {string} label */
function noteField(key, label) {
  const field = {
    rows: 3,
    maxlength: LONGEST,
    "aria-label": label,
    "data-note": key,
    oninput: (/** @type {FieldEvent} */ event) => writeNote(key, event.target.value),
  };
  return make(
    "details",
    { class: "note", open: own.notes.has(key) },
    make("summary", null, label),
    make("textarea", field, own.notes.get(key) || ""),
  );
}

addSection((node) => noteField(nodeKey(node), t("own_note")));

function noteList() {
  const rows = [...own.notes].filter(([key]) => key);
  if (!rows.length) return muted(t("own_no_notes"));
  return rows.map(([key, note]) => {
    const node = nodeOfKey(key);
    const about = node < 0 ? muted(`${key} (${t("own_elsewhere")})`) : nodeButton(node);
    return make("div", { class: "noted" }, about, make("p", null, note));
  });
}

/** @param {Event & { target: HTMLFormElement }} event */
function keepView(event) {
  event.preventDefault();
  const field = /** @type {HTMLInputElement} */ (findOne("input", event.target));
  const name = field.value.trim();
  if (!name) {
    field.focus();
    return;
  }
  own.views = withView(own.views, { name, hash: addressText() });
  putOnShelf();
  showPanel();
  findOne("form input", panel).focus();
}

/** @param {string} name */
function forgetView(name) {
  own.views = own.views.filter((view) => view.name !== name);
  putOnShelf();
  showPanel();
}

function viewList() {
  const rows = own.views.map(({ name, hash }) =>
    make(
      "div",
      { class: "kept" },
      linkButton(name, () => restore(hash)),
      iconButton("close", t("own_forget", { name }), { onclick: () => forgetView(name) }),
    ),
  );
  const label = t("own_name");
  const input = make("input", {
    type: "text",
    maxlength: LONGEST_NAME,
    "aria-label": label,
    placeholder: label,
    autocomplete: "off",
  });
  const button = make("button", { type: "submit", class: "link" }, t("own_keep"));
  return [rows, make("form", { class: "keep", onsubmit: keepView }, input, button)];
}

/** @param {FieldEvent} event */
async function readFile(event) {
  const file = event.target.files?.[0];
  if (!file) return;
  const added = takeIn(parsed(await file.text()));
  message = added ? t("own_added", { notes: integer(added.notes), views: integer(added.views) }) : t("own_strange");
  putOnShelf();
  showPanel();
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function saveOwn() {
  saveFile(new Blob([writeOwnTexts(island.title, own)], { type: "application/json" }), "json");
}

addSheet("own", () => [
  sheetHead(t("own")),
  muted(t(isKept ? "own_kept" : "own_lost")),
  make("h3", null, t("own_views")),
  viewList(),
  make("h3", null, t("own_notes")),
  noteField("", t("own_page_note")),
  noteList(),
  make(
    "div",
    { class: "links" },
    linkButton(t("own_save"), saveOwn),
    make(
      "label",
      { class: "link" },
      t("own_read"),
      make("input", { type: "file", accept: ".json,application/json", class: "unseen", onchange: readFile }),
    ),
  ),
  make("p", { role: "status" }, message),
]);

addDoor(() =>
  linkButton(t("own"), () => {
    message = "";
    lookAt({ sheet: "own" });
  }),
);
