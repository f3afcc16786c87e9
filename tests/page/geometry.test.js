// Places: hulls, labels, charts, groups and arrows. Expected values are worked out by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { labelPlace, radarPoint, ticksOf } from "../../src/sysmap/page/assets/core/charts.js";
import {
  convexHull,
  distanceToLine,
  gatheredPoints,
  nearestTowards,
} from "../../src/sysmap/page/assets/core/geometry.js";
import { TakenBoxes } from "../../src/sysmap/page/assets/core/label-boxes.js";
import { arrowPaths, bowOf } from "../../src/sysmap/page/assets/views/causal/arrows.js";
import { chooseNames, countGroups, placeGroups } from "../../src/sysmap/page/assets/views/groups/layout.js";

const point = (x, y) => ({ x, y });
const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

test("the hull of a square holds its corners, not its middle", () => {
  const square = [point(0, 0), point(2, 0), point(2, 2), point(0, 2), point(1, 1)];
  const hull = convexHull(square);
  assert.equal(hull.length, 4);
  assert.ok(!hull.some(({ x, y }) => x === 1 && y === 1));
  assert.deepEqual(convexHull([point(1, 0), point(0, 0)]), [point(0, 0), point(1, 0)]);
});

test("who strayed far does not belong", () => {
  const group = [point(0, 0), point(10, 0), point(0, 10), point(1000, 0)];
  assert.deepEqual(gatheredPoints(group, 5), group.slice(0, 3));
  assert.deepEqual(gatheredPoints(group.slice(0, 2), 5), []);
});

test("the next one in a direction; what lies aside counts twice", () => {
  const places = [point(0, 0), point(10, 0), point(6, 3), point(-4, 0)];
  const next = (way) => nearestTowards(way, 0, [0, 1, 2, 3], (at) => places[at]);
  assert.equal(next([1, 0]), 1); // 10 against 6 + 2 * 3
  assert.equal(next([-1, 0]), 3);
  assert.equal(next([0, 1]), 2);
  assert.equal(next([0, -1]), null);
});

test("the distance to a line ends at its ends", () => {
  near(distanceToLine(point(5, 3), [0, 0, 10, 0]), 3);
  near(distanceToLine(point(13, 4), [0, 0, 10, 0]), 5);
  near(distanceToLine(point(3, 4), [0, 0, 0, 0]), 5);
});

test("no label lies over another, but one that must be shown lies over marks", () => {
  const taken = new TakenBoxes();
  assert.ok(taken.try({ left: 0, right: 100, top: 0, bottom: 15 }));
  assert.ok(!taken.try({ left: 90, right: 190, top: 10, bottom: 25 }));
  assert.ok(taken.try({ left: 100, right: 200, top: 0, bottom: 15 }));
  taken.put({ left: 0, right: 20, top: 40, bottom: 60, mark: true });
  assert.ok(!taken.try({ left: 10, right: 60, top: 45, bottom: 60 }));
  assert.ok(taken.try({ left: 10, right: 60, top: 45, bottom: 60 }, true));
});

test("the axes of a radar begin at the top; 1 is the middle, 5 the edge", () => {
  const [x, y] = radarPoint(0, 5, 5);
  near(x, 50);
  near(y, 4);
  assert.deepEqual(radarPoint(2, 5, 1), [50, 50]);
});

test("ticks are round numbers that span the values", () => {
  assert.deepEqual(ticksOf([3, 97]), [0, 20, 40, 60, 80, 100]);
  assert.deepEqual(ticksOf([0, 4]), [0, 1, 2, 3, 4]);
});

test("a label takes the first place that is free", () => {
  const taken = [];
  assert.deepEqual(labelPlace(taken, 100, 100, 40), [8, -8]);
  assert.deepEqual(labelPlace(taken, 100, 100, 40), [-48, -8]);
});

const NODES = [
  { id: 0, k: 0, x: 0, y: 0 },
  { id: 1, k: 0, x: 2, y: 0 },
  { id: 2, k: 1, x: 100, y: 50 },
];
const TIES = [
  { from: 0, to: 1, t: 0 },
  { from: 1, to: 2, t: 0 },
  { from: 0, to: 2, t: 1 },
];
const legend = { hasKind: (kind) => kind === 0, hasType: () => true };

test("members and ties of groups, as far as the legend lets them through", () => {
  const { groups, between } = countGroups({ nodes: NODES, ties: TIES, kinds: [{}, {}] }, [0, 0, 1], 2, legend);
  assert.deepEqual(
    groups.map(({ size, all, inside, outside, kinds }) => ({ size, all, inside, outside, kinds })),
    [
      { size: 2, all: 2, inside: 1, outside: 2, kinds: [2, 0] },
      { size: 0, all: 1, inside: 0, outside: 2, kinds: [0, 0] },
    ],
  );
  assert.deepEqual([...between], [[1, 2]]);
});

test("discs do not overlap, and a name that has no room is left out", () => {
  const groups = Array.from({ length: 12 }, (_, at) => ({ at, all: 20 + at, x: (at % 3) * 20, y: at }));
  const discs = placeGroups(groups, { wide: 800, high: 500 });
  for (const [at, a] of discs.entries()) {
    for (const b of discs.slice(at + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > a.r + b.r);
  }
  const side = { x: 0, y: 0, r: 10 };
  const beside = { x: 30, y: 20, r: 10 };
  const names = chooseNames([groups[0], groups[1]], [side, beside], () => "a name of a group");
  assert.deepEqual([...names], [1]);
});

const box = (x, y) => ({ x, y, wide: 80, high: 30, node: 0, lines: [] });
const arrow = { from: 0, to: 1, sign: 1, delay: 0, strength: 1, bend: 0 };

test("a straight arrow runs from edge to edge, with its sign beside the head", () => {
  const bow = bowOf(arrow, box(0, 0), box(200, 0));
  near(Math.round(bow.at(bow.first).x), 41);
  near(Math.round(bow.at(bow.last).x), 158);
  const { bars, width, sign } = arrowPaths(arrow, bow);
  assert.equal(bars, null);
  near(width, 3.3);
  assert.ok(sign.x < 158 && sign.x > 100);
  near(Math.round(sign.y), -4);
});

test("a late arrow has two bars; a box that influences itself has a loop above it", () => {
  const bow = bowOf(arrow, box(0, 0), box(200, 0));
  assert.match(arrowPaths({ ...arrow, delay: 2 }, bow).bars ?? "", /^M\S+ \S+L\S+ \S+M\S+ \S+L\S+ \S+$/);
  const self = box(0, 0);
  assert.ok(bowOf({ ...arrow, to: 0 }, self, self).at(0.5).y < -15);
});
