// How the diagram is looked at: moved by drag, wheel, pinch, buttons and keys.
import { coveredHeight } from "../../map/fit.js";
import { boxes, currentLoops } from "./data.js";
/** @import { Point } from "../../core/types.d.ts" */

/** @typedef {{ wide: number, high: number }} Size */

const NEAREST = 2.5;
/** The smallest scale at which names can be read. */
const READABLE = 0.68;
const LARGEST_FIT = 1.25;
/** From so many pixels on, a movement is a drag and no click. */
const DRAG = 4;

/** @param {number} value @param {number} least @param {number} most */
const within = (value, least, most) => (least > most ? (least + most) / 2 : Math.max(least, Math.min(most, value)));

/** The box that most loops pass through. */
export function busiestBox() {
  const counts = boxes.map(() => 0);
  for (const { members } of currentLoops()) for (const box of members) counts[box] += 1;
  return counts.indexOf(Math.max(...counts));
}

/** What the pane shows of the diagram. */
export class Camera {
  /**
   * @param {HTMLElement} pane
   * @param {SVGElement} drawing
   * @param {SVGElement} world The part of the drawing that is moved.
   */
  constructor(pane, drawing, world) {
    this.pane = pane;
    this.drawing = drawing;
    this.world = world;
    this.eye = { x: 0, y: 0, scale: 1 };
    /** The scale at which everything is seen. */
    this.whole = 1;
    this.isUntouched = true;
    /** @type {Size | null} */
    this.lastRoom = null;
    /** How far the pointer has moved since it went down. */
    this.dragLength = 0;
    /** @type {Map<number, Point>} Where each finger is. */
    this.fingers = new Map();
    this.listen();
  }

  /** The part of the pane that nothing lies over. @returns {Size} */
  get room() {
    const key = /** @type {HTMLElement | null} */ (this.pane.nextElementSibling);
    const covered = Math.max((key?.offsetHeight ?? 0) + 12, coveredHeight());
    return { wide: this.pane.clientWidth, high: this.pane.clientHeight - covered };
  }

  /** Whether the last click was the end of a drag. */
  get wasDragged() {
    return this.dragLength >= DRAG;
  }

  show() {
    const { x, y, scale } = this.eye;
    const [left, top] = [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
    this.world.setAttribute("transform", `translate(${left} ${top}) scale(${scale.toFixed(4)})`);
  }

  /** @param {number} x @param {number} y @param {number} scale */
  aim(x, y, scale) {
    const { wide, high } = this.room;
    this.eye = { scale, x: wide / 2 - x * scale, y: high / 2 - y * scale };
    this.show();
  }

  /** The frame of some boxes, or of all, with room for the marks on their corners. @param {number[]} members */
  frameOf(members) {
    const framed = members.length ? members.map((at) => boxes[at]) : boxes;
    const left = Math.min(...framed.map((box) => box.x - box.wide / 2));
    const right = Math.max(...framed.map((box) => box.x + box.wide / 2));
    const top = Math.min(...framed.map((box) => box.y - box.high / 2));
    const bottom = Math.max(...framed.map((box) => box.y + box.high / 2));
    const { wide, high } = this.room;
    const scale = Math.min(wide / (right - left + 64), high / (bottom - top + 24), LARGEST_FIT);
    return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2, scale };
  }

  /** Another shape of the pane: all anew while nobody has moved it, else about the same middle. */
  resize() {
    const now = this.room;
    const isFirst = this.isUntouched || !this.lastRoom;
    if (this.isUntouched || !this.lastRoom) this.fit(true);
    else this.move((now.wide - this.lastRoom.wide) / 2, (now.high - this.lastRoom.high) / 2);
    this.isUntouched = isFirst;
    this.lastRoom = now;
  }

  /**
   * Everything; at the opening no smaller than can be read, then about the box that most loops pass through.
   * @param {boolean} isOpening
   */
  fit(isOpening = false) {
    const { x, y, scale, left, right, top, bottom } = this.frameOf([]);
    this.whole = scale;
    this.isUntouched = true;
    if (!isOpening || scale >= READABLE) {
      this.aim(x, y, scale);
      return;
    }
    const hub = boxes[busiestBox()];
    const { wide, high } = this.room;
    const half = { x: wide / 2 / READABLE, y: high / 2 / READABLE };
    this.aim(
      within(hub.x, left + half.x - 16, right - half.x + 16),
      within(hub.y, top + half.y - 16, bottom - half.y + 16),
      READABLE,
    );
  }

  /**
   * Come nearer or go away.
   * @param {number} factor
   * @param {Point} at What stays where it is: the middle, or where the pointer is.
   */
  zoom(factor, at = { x: this.room.wide / 2, y: this.room.high / 2 }) {
    const { eye } = this;
    const scale = Math.min(NEAREST, Math.max(Math.min(this.whole, READABLE) * 0.6, eye.scale * factor));
    const growth = scale / eye.scale;
    this.isUntouched = false;
    this.eye = { x: at.x - (at.x - eye.x) * growth, y: at.y - (at.y - eye.y) * growth, scale };
    this.show();
  }

  /** Move so that some boxes are in view, if they are not. @param {number[]} members */
  keepInView(members) {
    const { x, y, scale } = this.frameOf(members);
    const { wide, high } = this.room;
    const { eye } = this;
    const isInside = members.every((at) => {
      const [left, top] = [eye.x + boxes[at].x * eye.scale, eye.y + boxes[at].y * eye.scale];
      return left > 60 && left < wide - 60 && top > 24 && top < high - 24;
    });
    if (!isInside) this.aim(x, y, Math.min(eye.scale, Math.max(scale, 0.4)));
  }

  /** @param {number} dx @param {number} dy */
  move(dx, dy) {
    this.isUntouched = false;
    this.eye.x += dx;
    this.eye.y += dy;
    this.show();
  }

  /** The middle of the fingers. */
  get middle() {
    const all = [...this.fingers.values()];
    const sum = all.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
    return { x: sum.x / all.length, y: sum.y / all.length };
  }

  /** How far two fingers are apart; 0 for one. */
  get spread() {
    const [a, b] = [...this.fingers.values()];
    return b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  }

  /** @param {MouseEvent} event @returns {Point} */
  pointOf(event) {
    const corner = this.pane.getBoundingClientRect();
    return { x: event.clientX - corner.left, y: event.clientY - corner.top };
  }

  listen() {
    const { drawing, fingers } = this;
    drawing.addEventListener("pointerdown", (event) => {
      fingers.set(event.pointerId, this.pointOf(event));
      if (fingers.size === 1) this.dragLength = 0;
    });
    drawing.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of /** @type {const} */ (["pointerup", "pointercancel", "pointerleave"])) {
      drawing.addEventListener(end, (event) => fingers.delete(event.pointerId));
    }
    const turnWheel = (/** @type {WheelEvent} */ event) => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), this.pointOf(event));
    };
    drawing.addEventListener("wheel", turnWheel, { passive: false });
  }

  /** @param {PointerEvent} event */
  drag(event) {
    const { drawing, fingers } = this;
    if (!fingers.has(event.pointerId)) return;
    const [before, apart] = [this.middle, this.spread];
    fingers.set(event.pointerId, this.pointOf(event));
    const now = this.middle;
    this.dragLength += Math.hypot(now.x - before.x, now.y - before.y);
    if (!this.wasDragged && fingers.size === 1) return;
    if (!drawing.hasPointerCapture(event.pointerId)) drawing.setPointerCapture(event.pointerId);
    this.move(now.x - before.x, now.y - before.y);
    if (!apart) return;
    this.dragLength += DRAG;
    this.zoom(this.spread / apart, now);
  }
}
