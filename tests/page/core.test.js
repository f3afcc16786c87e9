// Texts, numbers, dates, languages, colours and tables of the page. Expected values are worked out by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hexColor, mixColors } from "../../src/sysmap/page/assets/core/colors.js";
import { csvText } from "../../src/sysmap/page/assets/core/csv.js";
import { dateText, heldInYear } from "../../src/sysmap/page/assets/core/dates.js";
import { detailsOf, languagesOf, offeredLanguages, textIn } from "../../src/sysmap/page/assets/core/languages.js";
import {
  decimalText,
  integerText,
  numberText,
  percentText,
  signedText,
} from "../../src/sysmap/page/assets/core/numbers.js";
import { capitalized, fileNameOf, filledIn, fold, labelLines } from "../../src/sysmap/page/assets/core/texts.js";

test("the languages of the island, or the two that were always there", () => {
  assert.deepEqual(languagesOf({}), ["en", "id"]);
  assert.deepEqual(languagesOf({ languages: ["en", "id", "jv"] }), ["en", "id", "jv"]);
  assert.deepEqual(offeredLanguages(["en", "id", "jv"]), ["id", "jv", "en"]);
});

test("a text stands at the place of its language; without one the source text is shown", () => {
  assert.equal(textIn(["gap", "kesenjangan"], ["en", "id"], "id"), "kesenjangan");
  assert.equal(textIn(["gap"], ["en", "id"], "id"), "gap");
  assert.equal(textIn(["gap", "kesenjangan"], ["en", "id"], "jv"), "gap");
  assert.equal(textIn(["gap", "", "longkangan"], ["en", "id", "jv"], "jv"), "longkangan");
});

test("a language that is not known speaks by its code", () => {
  assert.equal(detailsOf("id").name, "Bahasa Indonesia");
  assert.deepEqual(detailsOf("jv"), { name: "jv", dates: "jv", thousands: "," });
});

test("numbers in both languages", () => {
  assert.equal(integerText(1234567, "en"), "1,234,567");
  assert.equal(integerText(1234567, "id"), "1.234.567");
  assert.equal(integerText(999, "id"), "999");
  assert.equal(numberText(0.0014094, "id"), "0,00141");
  assert.equal(numberText(1234.5678, "en"), "1,234.57");
  assert.equal(decimalText(3, 1, "id"), "3,0");
  assert.equal(percentText(0.256, "en"), "26%");
});

test("a difference has a sign, but not where it rounds to nothing", () => {
  assert.equal(signedText(0.257, "en"), "+0.26");
  assert.equal(signedText(-0.257, "id"), "−0,26");
  assert.equal(signedText(-0.004, "en"), "0.00");
});

test("dates as far as they are known", () => {
  assert.equal(dateText("2026-09-30", "en-GB"), "30 Sept 2026");
  assert.equal(dateText("2026-06", "id-ID"), "Jun 2026");
  assert.equal(dateText("2026", "en-GB"), "2026");
  assert.equal(dateText("soon", "en-GB"), "soon");
});

test("what has no date always held", () => {
  assert.ok(heldInYear(undefined, null, 1900));
  assert.ok(heldInYear("2014-05-01", "2018-01-31", 2014));
  assert.ok(heldInYear("2014-05-01", "2018-01-31", 2018));
  assert.ok(!heldInYear("2014-05-01", "2018-01-31", 2013));
  assert.ok(!heldInYear("2014-05-01", "2018-01-31", 2019));
});

test("texts are folded, filled in and given a large first letter", () => {
  assert.equal(fold("Dinas PEKERJAAN Umúm"), "dinas pekerjaan umum");
  assert.equal(filledIn("{n} of {all}", { n: 3, all: "ten" }), "3 of ten");
  assert.equal(filledIn("{n} left"), " left");
  assert.equal(capitalized("ékonomi"), "Ékonomi");
  assert.equal(capitalized(""), "");
});

test("a label has at most two lines", () => {
  assert.deepEqual(labelLines("Balai  Desa"), ["Balai Desa"]);
  assert.deepEqual(labelLines("Balai Besar Wilayah Sungai"), ["Balai Besar Wilayah", "Sungai"]);
  assert.deepEqual(labelLines("x".repeat(60)), ["x".repeat(21), `${"x".repeat(20)}…`]);
});

test("a file name keeps letters and digits", () => {
  assert.equal(fileNameOf("Gunungkidul belajar: 2026!"), "gunungkidul-belajar-2026");
  assert.equal(fileNameOf("ꦗꦮ"), "sysmap");
});

test("colours are mixed and read", () => {
  assert.equal(mixColors("#000000", "#ffffff", 0.5), "rgb(128,128,128)");
  assert.equal(mixColors("#102030", "#405060", 0), "rgb(16,32,48)");
  assert.equal(hexColor("rgb(1,16,255)"), "#0110ff");
  assert.equal(hexColor("#A5ADFF"), "#A5ADFF");
});

test("a table is CSV that runs nothing in a spreadsheet", () => {
  const rows = [
    ["name", "n"],
    ["=1+1", -2],
    ['a "b", c', null],
  ];
  assert.equal(csvText(rows), `\ufeffname,n\r\n'=1+1,-2\r\n"a ""b"", c",\r\n`);
});
