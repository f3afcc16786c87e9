// The island made ready: ties by node, lanes, measures, ways, search. Expected values are worked out by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findNodes, searchTexts } from "../../src/sysmap/page/assets/core/matching.js";
import { buildModel, groupBy, keyOfNode, otherEnd, rankOf, shareOf } from "../../src/sysmap/page/assets/core/model.js";
import {
  followsDirection,
  joinedNodes,
  shortestWay,
  surroundings,
} from "../../src/sysmap/page/assets/core/surroundings.js";
import { smallIsland } from "./island.js";

const always = () => true;

test("every node knows its ties; a tie to itself counts once", () => {
  const island = smallIsland();
  island.ties.push({ from: 3, to: 3, t: 1 });
  const { tiesOf } = buildModel(island);
  assert.deepEqual(
    tiesOf.map((ties) => ties.map(({ at }) => at)),
    [
      [0, 3],
      [0, 1, 3],
      [1, 2],
      [2, 4],
    ],
  );
});

test("parallel ties stand side by side, whichever way they point", () => {
  const { ties } = buildModel(smallIsland());
  assert.deepEqual(
    ties.map(({ lane }) => lane),
    [-0.5, 0, 0, -0.5],
  );
});

test("a type with signs knows their column", () => {
  const { types } = buildModel(smallIsland());
  assert.deepEqual(
    types.map(({ polarity }) => polarity),
    [undefined, "0"],
  );
});

test("measures by node, from a list of nodes or a span", () => {
  const { measures } = buildModel(
    smallIsland({
      measures: [
        { name: "span", at: [1, 3], values: [4, null, 8], errors: [1, null, 2] },
        { name: "list", at: [0, 3], values: [7, 7] },
      ],
    }),
  );
  const [span, list] = measures;
  assert.deepEqual(
    [...span.of],
    [
      [1, 4],
      [2, null],
      [3, 8],
    ],
  );
  assert.equal(span.errorOf.get(3), 2);
  assert.deepEqual(
    [...list.of],
    [
      [0, 7],
      [3, 7],
    ],
  );
  assert.deepEqual(span.sorted, [8, 4]);
  assert.deepEqual(
    [1, 2, 3].map((node) => rankOf(span, node)),
    [2, 0, 1],
  );
  assert.deepEqual(
    [0, 3].map((node) => rankOf(list, node)),
    [1, 1],
  );
  assert.deepEqual(
    [1, 2, 3].map((node) => shareOf(span, node)),
    [0, null, 1],
  );
  assert.equal(shareOf(list, 0), 0.5);
});

test("a node is named by kind and id, or by its number where it has none", () => {
  const model = buildModel(smallIsland());
  assert.equal(keyOfNode(model, 3), "problem:p");
  model.nodes[3].p = {};
  assert.equal(keyOfNode(model, 3), "problem:3");
});

test("items are grouped in the order of their keys", () => {
  assert.deepEqual(
    [...groupBy([3, 1, 4, 1, 5], (value) => value % 2)],
    [
      [1, [3, 1, 1, 5]],
      [0, [4]],
    ],
  );
});

test("surroundings grow step by step", () => {
  const { tiesOf } = buildModel(smallIsland());
  assert.deepEqual(
    [...surroundings(tiesOf, 0, 1, always).near],
    [
      [0, 0],
      [1, 1],
    ],
  );
  assert.deepEqual(
    [...surroundings(tiesOf, 0, 3, always).near],
    [
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ],
  );
  assert.deepEqual([...surroundings(tiesOf, 0, 1, always).lines], [0, 3]);
});

test("with the arrows or against them", () => {
  const { tiesOf, types } = buildModel(smallIsland());
  const along = (direction) => (tie, node) => followsDirection(types[tie.t], tie, node, direction);
  assert.deepEqual([...surroundings(tiesOf, 1, 3, along("down")).near.keys()], [1, 0]);
  assert.deepEqual([...surroundings(tiesOf, 3, 3, along("up")).near.keys()], [3, 2]);
  assert.deepEqual([...surroundings(tiesOf, 0, 1, along("down")).near.keys()], [0]);
});

test("some nodes with all that joins them", () => {
  const { ties, tiesOf } = buildModel(smallIsland());
  const { near, lines } = joinedNodes(ties, tiesOf, [0], [1]);
  assert.deepEqual([...near.keys()], [0, 1, 2]);
  assert.deepEqual([...lines].sort(), [0, 1, 3]);
});

test("the shortest way, or none", () => {
  const { tiesOf } = buildModel(smallIsland());
  const numbers = (way) => way && way.map(({ at }) => at);
  assert.deepEqual(numbers(shortestWay(tiesOf, 0, 3, always)), [0, 1, 2]);
  assert.equal(
    shortestWay(tiesOf, 0, 3, ({ at }) => at !== 1),
    null,
  );
});

test("the other end", () => {
  assert.equal(otherEnd({ from: 4, to: 7 }, 4), 7);
  assert.equal(otherEnd({ from: 4, to: 7 }, 7), 4);
});

test("search: the beginning of the name first, then of a word, then anywhere, then in the fields", () => {
  const model = buildModel(smallIsland());
  const find = (query) => findNodes(model, searchTexts(model), query);
  assert.deepEqual(find("air"), [0, 2]); // both have it as a word; of equals, those with as many ties by number
  assert.deepEqual(find("kel"), [2]);
  assert.deepEqual(find("ek"), [3]);
  assert.deepEqual(find("SUMUR"), [0]);
  assert.deepEqual(find("masalah"), [3]);
  assert.deepEqual(find("bersih kelompok"), [2]);
  assert.deepEqual(find("  "), []);
  assert.deepEqual(find("nothing"), []);
});
