// What the reader adds: notes on anything, and views kept under a name; in this browser, and as a file to pass on.
const OWN_KIND = "sysmap notes and views";
const OWN_LONGEST = 5000;
const OWN_MOST = 500;
const ownShelf = `${OWN_KIND}: ${island.title}`;
const own = { notes: new Map(), views: [], lasting: true, told: "" };

// Anything may stand in a file or on the shelf: only texts of the right shape come in.
function takeIn(found) {
  if (!found || found.kind !== OWN_KIND || typeof found.notes !== "object" || found.notes === null || !Array.isArray(found.views)) return null;
  const text = (value) => typeof value === "string" && value.length > 0 && value.length <= OWN_LONGEST;
  const notes = Object.entries(found.notes).filter(([key, value]) => key.length <= OWN_LONGEST && text(value)).slice(0, OWN_MOST);
  const kept_ = found.views.filter((one) => one && text(one.name) && typeof one.hash === "string" && one.hash.length <= OWN_LONGEST).slice(0, OWN_MOST);
  for (const [key, value] of notes) own.notes.set(key, value);
  for (const { name, hash } of kept_) putView(name, hash);
  return { notes: notes.length, views: kept_.length };
}

const given = () => JSON.stringify({ kind: OWN_KIND, map: island.title, notes: Object.fromEntries(own.notes), views: own.views }, null, 1);

function putView(name, hash) {
  own.views = [...own.views.filter((one) => one.name !== name), { name, hash }];
}

function shelve() {
  try { localStorage.setItem(ownShelf, given()); } catch { own.lasting = false; }
}

try { takeIn(JSON.parse(localStorage.getItem(ownShelf))); } catch { own.lasting = false; }

function writeNote(key, text) {
  const now = text.trim().slice(0, OWN_LONGEST);
  if (now) own.notes.set(key, now); else own.notes.delete(key);
  shelve();
}

// Folded until there is something in it: most things never get a note.
function noteField(key, label) {
  return make("details", { class: "note", open: own.notes.has(key) }, make("summary", null, label),
    make("textarea", { rows: 3, maxlength: OWN_LONGEST, "aria-label": label, "data-note": key, oninput: (event) => writeNote(key, event.target.value) }, own.notes.get(key) || ""));
}

sections.push((node) => noteField(nodeKey(node), t("own_note")));

function ownNotes() {
  const at = new Map(nodes.map((node) => [nodeKey(node.id), node.id]));
  const rows = [...own.notes].filter(([key]) => key);
  if (!rows.length) return make("p", { class: "muted" }, t("own_no_notes"));
  return rows.map(([key, text]) => make("div", { class: "noted" }, at.has(key) ? nodeButton(at.get(key)) : make("p", { class: "muted" }, `${key} (${t("own_elsewhere")})`), make("p", null, text)));
}

function keepView(event) {
  event.preventDefault();
  const field = event.target.querySelector("input");
  const name = field.value.trim();
  if (!name) { field.focus(); return; }
  putView(name, hashText());
  shelve();
  showPanel();
  panel.querySelector("form input").focus();
}

const forgetView = (name) => { own.views = own.views.filter((one) => one.name !== name); shelve(); showPanel(); };

function ownViews() {
  return [own.views.map(({ name, hash }) => make("div", { class: "kept" }, make("button", { type: "button", class: "link", onclick: () => restore(hash) }, name),
    iconButton("close", t("own_forget", { name }), { onclick: () => forgetView(name) }))),
  make("form", { class: "keep", onsubmit: keepView }, make("input", { type: "text", maxlength: 80, "aria-label": t("own_name"), placeholder: t("own_name"), autocomplete: "off" }), make("button", { type: "submit", class: "link" }, t("own_keep")))];
}

function readFile(event) {
  const [file] = event.target.files;
  if (!file) return;
  file.text().then((text) => { try { return takeIn(JSON.parse(text)); } catch { return null; } }).then((added) => {
    own.told = added ? t("own_added", { notes: integer(added.notes), views: integer(added.views) }) : t("own_strange");
    shelve();
    showPanel();
  });
}

sheets.own = () => [
  sheetHead(t("own"), ""),
  make("p", { class: "muted" }, t(own.lasting ? "own_kept" : "own_lost")),
  make("h3", null, t("own_views")), ownViews(),
  make("h3", null, t("own_notes")), noteField("", t("own_page_note")), ownNotes(),
  make("div", { class: "links" }, make("button", { type: "button", class: "link", onclick: () => saveFile(new Blob([given()], { type: "application/json" }), "json") }, t("own_save")),
    make("label", { class: "link" }, t("own_read"), make("input", { type: "file", accept: ".json,application/json", class: "unseen", onchange: readFile }))),
  make("p", { role: "status" }, own.told),
];
doors.push(() => make("button", { type: "button", class: "link", onclick: () => { own.told = ""; lookAt({ sheet: "own" }); } }, t("own")));
