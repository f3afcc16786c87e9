// The reader's own notes: only what has the right shape comes in.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  LONGEST,
  readOwnTexts,
  shelfName,
  withView,
  writeOwnTexts,
} from "../../src/sysmap/page/assets/views/own/notes.js";

const own = { notes: new Map([["problem:air", "Ask the village."]]), views: [{ name: "Water", hash: "view=causal" }] };
const file = () => JSON.parse(writeOwnTexts("A map", own));

test("what was written is read back", () => {
  assert.deepEqual(readOwnTexts(file()), { notes: [...own.notes], views: own.views });
  assert.equal(shelfName("A map"), "sysmap notes and views: A map");
});

test("other files are refused", () => {
  for (const content of [
    null,
    3,
    "text",
    [],
    {},
    { ...file(), kind: "x" },
    { ...file(), notes: null },
    { ...file(), views: {} },
  ]) {
    assert.equal(readOwnTexts(content), null);
  }
});

test("texts of the wrong shape, too long or too many do not come in", () => {
  const content = { ...file(), notes: { a: 1, b: "", c: "x".repeat(LONGEST + 1), d: "fine" } };
  assert.deepEqual(readOwnTexts(content)?.notes, [["d", "fine"]]);
  const views = [
    null,
    { name: "a" },
    { name: 2, hash: "" },
    { name: "b", hash: "" },
    ...Array(600).fill({ name: "c", hash: "" }),
  ];
  const read = readOwnTexts({ ...file(), views })?.views ?? [];
  assert.equal(read.length, 500);
  assert.equal(read[0].name, "b");
});

test("of two views with one name the later stays", () => {
  assert.deepEqual(withView(own.views, { name: "Water", hash: "lang=en" }), [{ name: "Water", hash: "lang=en" }]);
});
