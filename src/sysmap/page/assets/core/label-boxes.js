// Where labels lie, so that none lies over another.

/**
 * A rectangle in pixels. `mark`: it is the mark of a node, which a name that must be shown may lie over.
 * @typedef {{ left: number, right: number, top: number, bottom: number, mark?: boolean }} Box
 */

const CELL = { wide: 64, high: 32 };

/** A coarse grid of rectangles that are taken: a new one is compared with those in its own cells only. */
export class TakenBoxes {
  constructor() {
    /** @type {Map<number, Box[]>} */
    this.cells = new Map();
  }

  /**
   * Take the place of a box, whatever is there.
   * @param {Box} box
   */
  put(box) {
    for (const key of this.keysOf(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /**
   * Take the place of a box if it is free.
   * @param {Box} box
   * @param {boolean} overMarks Marks of nodes are not in the way.
   * @returns {boolean} Whether it was free.
   */
  try(box, overMarks = false) {
    /** @param {Box} other */
    const meets = (other) =>
      !(overMarks && other.mark) &&
      box.left < other.right &&
      other.left < box.right &&
      box.top < other.bottom &&
      other.top < box.bottom;
    if (this.keysOf(box).some((key) => (this.cells.get(key) ?? []).some(meets))) return false;
    this.put(box);
    return true;
  }

  /**
   * @param {Box} box
   * @returns {number[]}
   */
  keysOf(box) {
    const keys = [];
    for (let x = Math.floor(box.left / CELL.wide); x <= Math.floor(box.right / CELL.wide); x += 1) {
      for (let y = Math.floor(box.top / CELL.high); y <= Math.floor(box.bottom / CELL.high); y += 1) {
        keys.push(x * 4096 + y);
      }
    }
    return keys;
  }
}
