// Making elements. Text enters the page only as text nodes.
/** @import { Attributes, Child, SingleChild } from "./types.d.ts" */

/**
 * An element of the template.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function elementOf(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element "${id}"`);
  return element;
}

/**
 * The first element below `root` that a selector finds.
 * @param {string} selector
 * @param {ParentNode} root
 * @returns {HTMLElement | null}
 */
export const find = (selector, root = document) => root.querySelector(selector);

/**
 * The same where the element is known to be there.
 * @param {string} selector
 * @param {ParentNode} root
 * @returns {HTMLElement}
 */
export function findOne(selector, root) {
  const element = find(selector, root);
  if (!element) throw new Error(`there is no "${selector}"`);
  return element;
}

/**
 * What is left of children when those that are absent are left out.
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
function presentChildren(children) {
  const flat = /** @type {SingleChild[]} */ (/** @type {unknown[]} */ (children).flat(Infinity));
  return flat
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (typeof child === "number" ? String(child) : child));
}

/**
 * Give an element its attributes; `style` holds properties, names that begin with "on" are listeners.
 * @param {HTMLElement | SVGElement} element
 * @param {Attributes | null} attributes
 */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === "style") {
      for (const [key, text] of Object.entries(value)) element.style.setProperty(key, text);
    } else element.setAttribute(name, value === true ? "" : String(value));
  }
}

/**
 * A new element of HTML.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes | null} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = null, ...children) {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...presentChildren(children));
  return element;
}

/**
 * A new element of SVG.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function makeSvg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAttributes(element, attributes);
  element.append(...presentChildren(children));
  return element;
}

/**
 * New children for an element.
 * @param {Element} element
 * @param {...Child} children
 */
export const fill = (element, ...children) => element.replaceChildren(...presentChildren(children));

/** The element that has the focus, if it lies in `root`.
 * @param {Element} root
 * @returns {HTMLElement | null}
 */
export const focusedIn = (root) =>
  document.activeElement instanceof HTMLElement && root.contains(document.activeElement)
    ? document.activeElement
    : null;

/**
 * The browser may show and answer what is there before the next piece of work.
 * @returns {Promise<void>}
 */
export const nextTurn = () =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Whether an event of the keyboard goes to a field that takes text or a choice.
 * @param {Event} event
 * @returns {boolean}
 */
export const isField = (event) =>
  event.target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);

/** Whether a key is pressed together with one of those that belong to the browser.
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
export const hasModifier = (event) => event.ctrlKey || event.metaKey || event.altKey;

export const panel = elementOf("panel");
export const stage = elementOf("stage");
/** The place where a view other than the map draws itself. */
export const viewRoot = elementOf("view");
