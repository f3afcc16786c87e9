// What if, by hand: the Python side is compared in a browser (tests/page/test_causal_view.py).
import assert from "node:assert/strict";
import { test } from "node:test";
import { causalMap, whatIf } from "../../src/sysmap/page/assets/views/causal/engine.js";

const PLAIN = { rule: "plain", squash: "tanh", slope: 1 };
const link = (from, to, sign, strength = null) => ({ from, to, sign, strength });

test("a push runs down a chain: each link is a tanh of what comes before", () => {
  const map = causalMap(3, [link(0, 1, 1), link(1, 2, -1)], 0);
  const { outcome, baseline, effects, turned } = whatIf(map, { 0: 1 }, PLAIN);
  assert.equal(outcome, "settled");
  assert.equal(baseline, "settled");
  const byBox = new Map(effects.map((effect) => [effect.at, effect]));
  assert.ok(Math.abs(byBox.get(1).change - Math.tanh(1)) < 1e-9);
  assert.ok(Math.abs(byBox.get(2).change + Math.tanh(Math.tanh(1))) < 1e-9);
  assert.deepEqual(
    effects.map(({ at, rank, sign }) => [at, rank, sign]),
    [
      [1, 1, 1],
      [2, 2, -1],
    ],
  );
  assert.deepEqual(turned, []);
});

test("a strength weakens a link; an unknown sign leaves it out and is counted", () => {
  const map = causalMap(3, [link(0, 1, 1, 0.5), link(0, 2, 0)], 0);
  const { effects, unknown } = whatIf(map, { 0: 1 }, PLAIN);
  assert.equal(unknown, 1);
  assert.ok(Math.abs(effects.find(({ at }) => at === 1).change - Math.tanh(0.5)) < 1e-9);
  assert.equal(effects.find(({ at }) => at === 2).sign, 0);
});

test("five other curves are tried, two with the rescaled rule", () => {
  const map = causalMap(2, [link(0, 1, 1)], 0);
  assert.equal(whatIf(map, { 0: 1 }, PLAIN).others, 5);
  assert.equal(whatIf(map, { 0: 1 }, { rule: "rescaled", squash: "sigmoid", slope: 1 }).others, 2);
});

test("concepts without a link are among those that are ranked", () => {
  const links = [link(0, 1, 1)];
  assert.equal(whatIf(causalMap(2, links, 0), { 0: 1 }, PLAIN).agreement, null);
  assert.equal(whatIf(causalMap(2, links, 3), { 0: 1 }, PLAIN).agreement, 1);
});

test("equal effects share the better rank", () => {
  const map = causalMap(4, [link(0, 1, 1), link(0, 2, -1), link(1, 3, 1)], 0);
  const ranks = whatIf(map, { 0: 1 }, PLAIN).effects.map(({ at, rank }) => [at, rank]);
  assert.deepEqual(ranks, [
    [1, 1],
    [2, 1],
    [3, 3],
  ]);
});

test("a ring that turns its sign back does not settle when it is steep", () => {
  const ring = [link(0, 1, 1), link(1, 2, 1), link(2, 0, -1)];
  const { outcome } = whatIf(causalMap(4, [...ring, link(3, 0, 1)], 0), { 3: 0.3 }, { ...PLAIN, slope: 3 });
  assert.equal(outcome, "cycle");
});
