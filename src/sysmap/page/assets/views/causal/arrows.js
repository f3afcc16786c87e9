// Where a bowed arrow runs: from the edge of one box to the edge of another. Nothing here needs the page.
/** @import { Point } from "../../core/types.d.ts" */
/** @import { Arrow, CausalBox } from "./data.js" */

/**
 * A bow: the point at a time from 0 to 1, the times of its visible ends, which side it bows to, and a part of it as the
 * three points of a quadratic curve.
 * @typedef {object} Bow
 * @property {(time: number) => Point} at
 * @property {number} first
 * @property {number} last
 * @property {number} side
 * @property {(from: number, to: number) => [Point, Point, Point]} cut
 */

/** @param {Point} a @param {Point} b @param {number} share @returns {Point} */
const between = (a, b, share) => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });

/** @param {CausalBox} box @param {Point} point @param {number} room */
const isInBox = (box, { x, y }, room) =>
  Math.abs(x - box.x) < box.wide / 2 + room && Math.abs(y - box.y) < box.high / 2 + room;

/** A quadratic curve. @param {Point} a @param {Point} knee @param {Point} b */
function curve(a, knee, b) {
  /** @param {number} time */
  const at = (time) => between(between(a, knee, time), between(knee, b, time), time);
  /** @param {number} from @param {number} to @returns {[Point, Point, Point]} */
  const cut = (from, to) => [at(from), between(between(a, knee, from), between(knee, b, from), to), at(to)];
  return { at, cut };
}

/**
 * The bow of an arrow.
 * @param {Arrow} arrow
 * @param {CausalBox} a The box it leaves.
 * @param {CausalBox} b The box it reaches.
 * @returns {Bow}
 */
export function bowOf(arrow, a, b) {
  if (a === b) return ownLoop(a);
  const knee = {
    x: (a.x + b.x) / 2 + 2 * arrow.bend * (b.y - a.y),
    y: (a.y + b.y) / 2 - 2 * arrow.bend * (b.x - a.x),
  };
  const { at, cut } = curve(a, knee, b);
  /** The time at which the curve crosses the edge of a box. @param {number} inside @param {number} outside @param {CausalBox} box @param {number} room */
  const crossing = (inside, outside, box, room) => {
    let [near, far] = [inside, outside];
    for (let round = 0; round < 14; round += 1) {
      const middle = (near + far) / 2;
      if (isInBox(box, at(middle), room)) near = middle;
      else far = middle;
    }
    return far;
  };
  return { at, cut, first: crossing(0, 0.6, a, 1), last: crossing(1, 0.4, b, 2), side: arrow.bend < 0 ? -1 : 1 };
}

/** The bow of a box that influences itself. @param {CausalBox} box @returns {Bow} */
function ownLoop(box) {
  const top = box.y - box.high / 2;
  const { at, cut } = curve({ x: box.x - 22, y: top }, { x: box.x, y: top - 62 }, { x: box.x + 22, y: top - 2 });
  return { at, cut, first: 0, last: 1, side: 1 };
}

/** @param {number} value */
export const oneDecimal = (value) => Math.round(value * 10) / 10;

/** A point as a path writes it. @param {Point} point */
export const pathPoint = ({ x, y }) => `${oneDecimal(x)} ${oneDecimal(y)}`;

/**
 * What is drawn of an arrow: paths for its line, head and delay bars, and the place of its sign.
 * @param {Arrow} arrow
 * @param {Bow} bow
 * @returns {{ line: string, head: string, bars: string | null, width: number, sign: Point }}
 */
export function arrowPaths(arrow, { at, first, last, side, cut }) {
  const tip = at(last);
  const before = at(last - 0.02);
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  /** @param {number} far */
  const back = (far) => Math.max(first, last - (far * 0.02) / length);
  const width = 1.1 + 2.2 * (arrow.strength === null ? 1 : arrow.strength) ** 1.5;
  const size = 6 + width;
  /** @param {number} way */
  const corner = (way) => ({
    x: tip.x - ux * size + way * uy * size * 0.52,
    y: tip.y - uy * size - way * ux * size * 0.52,
  });
  const beside = at(back(size + 9));
  const [start, knee, end] = cut(first, back(size - 1));
  const middle = (first + last) / 2;
  return {
    line: `M${pathPoint(start)}Q${pathPoint(knee)} ${pathPoint(end)}`,
    head: `M${pathPoint(tip)}L${pathPoint(corner(1))} ${pathPoint(corner(-1))}Z`,
    bars: arrow.delay ? delayBars(at(middle), at(middle + 0.01)) : null,
    width,
    sign: { x: beside.x + uy * side * 9, y: beside.y - ux * side * 9 + 5 },
  };
}

/** Two bars across: the effect takes its time. @param {Point} middle @param {Point} next */
function delayBars(middle, next) {
  const length = Math.hypot(next.x - middle.x, next.y - middle.y) || 1;
  const [ux, uy] = [(next.x - middle.x) / length, (next.y - middle.y) / length];
  /** @param {number} along @param {number} aside */
  const point = (along, aside) =>
    pathPoint({ x: middle.x + ux * along + uy * aside, y: middle.y + uy * along - ux * aside });
  /** @param {number} along */
  const bar = (along) => `M${point(along, 6)}L${point(along, -6)}`;
  return bar(-2.5) + bar(2.5);
}
