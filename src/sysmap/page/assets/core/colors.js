// Colours as numbers: mixed in proportion.

/**
 * A colour between two colours, both `#RRGGBB`.
 * @param {string} from
 * @param {string} to
 * @param {number} share 0 gives `from`, 1 gives `to`
 * @returns {string}
 */
export function mixColors(from, to, share) {
  /** @param {number} at */
  const part = (at) =>
    Math.round(parseInt(from.slice(at, at + 2), 16) * (1 - share) + parseInt(to.slice(at, at + 2), 16) * share);
  return `rgb(${part(1)},${part(3)},${part(5)})`;
}

/**
 * A colour as `#RRGGBB`, from that or from `rgb(r,g,b)`.
 * @param {string} color
 * @returns {string}
 */
export function hexColor(color) {
  if (color.startsWith("#")) return color;
  const parts = color.match(/\d+/g) ?? [];
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}
