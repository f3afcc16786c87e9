// Shapes of the kinds as corners, in a unit where the radius is 1; the map, the legend and the charts share them.

/** The angle that points up. */
export const UP = -Math.PI / 2;

/**
 * @param {number} corners
 * @param {number} turn Angle of the first corner.
 * @param {(at: number) => number} radius
 * @returns {[number, number][]}
 */
const polygon = (corners, turn, radius = () => 1) =>
  Array.from({ length: corners }, (_, at) => {
    const angle = turn + (at * 2 * Math.PI) / corners;
    return [Math.cos(angle) * radius(at), Math.sin(angle) * radius(at)];
  });

/**
 * Corners by the name of the shape; null is a disc.
 * @type {Record<string, [number, number][] | null>}
 */
export const SHAPES = {
  dot: null,
  triangle: polygon(3, UP).map(([x, y]) => [x * 1.22, y * 1.22 + 0.18]),
  triangleDown: polygon(3, -UP).map(([x, y]) => [x * 1.22, y * 1.22 - 0.18]),
  star: polygon(10, UP, (at) => (at % 2 ? 0.58 : 1.3)),
  square: polygon(4, Math.PI / 4).map(([x, y]) => [x * 1.22, y * 1.22]),
  hexagon: polygon(6, 0).map(([x, y]) => [x * 1.1, y * 1.1]),
  diamond: polygon(4, 0).map(([x, y]) => [x * 1.25, y * 1.25]),
};
