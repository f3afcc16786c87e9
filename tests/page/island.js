// A small island: three stakeholders and a problem, with what a test asks for beside it.

/** Texts that are the same in both languages. */
const both = (text) => [text, text];

const STAKEHOLDER = {
  label: "Stakeholder",
  name: "stakeholder",
  title: ["Stakeholder", "Pemangku kepentingan"],
  columns: [{ name: "id" }, { name: "tags" }],
};
const PROBLEM = { label: "Problem", name: "problem", title: ["Problem", "Masalah"], columns: [{ name: "id" }] };

/**
 * An island with a chain of partners a - b - c, c working on p; a and b have a second, parallel tie.
 * @param {object} more
 */
export const smallIsland = (more = {}) => ({
  nodes: [
    { id: 0, label: "Dinas Air", k: 0, p: { 0: "a", 1: ["hujan", "sumur"] } },
    { id: 1, label: "Balai Desa", k: 0, p: { 0: "b" } },
    { id: 2, label: "Kelompok Air Bersih", k: 0, p: { 0: "c" } },
    { id: 3, label: "Kekeringan", k: 1, p: { 0: "p" } },
  ],
  ties: [
    { from: 0, to: 1, t: 0 },
    { from: 1, to: 2, t: 0 },
    { from: 2, to: 3, t: 1 },
    { from: 1, to: 0, t: 1, p: { 0: "+" } },
  ],
  kinds: [STAKEHOLDER, PROBLEM],
  types: [
    { type: "PARTNERS_WITH", title: both("partners"), directed: false, columns: [] },
    { type: "INFLUENCES", title: both("influences"), directed: true, columns: [{ name: "polarity" }] },
  ],
  facets: [],
  measures: [],
  ...more,
});
