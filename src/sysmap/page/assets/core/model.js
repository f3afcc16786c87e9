// The island made ready for use: who stands beside whom, parallel ties apart, measures by node.
/** @import { Island, IslandMeasure, IslandTie, MapNode, Measure, Model, Tie, TieType } from "./types.d.ts" */

/**
 * The model of an island; its nodes, ties, types and measures are completed in place.
 * @param {Island} island
 * @returns {Model}
 */
export function buildModel(island) {
  const { nodes, kinds, facets } = island;
  const ties = setLanes(island.ties, nodes.length);
  return {
    nodes,
    ties,
    kinds,
    types: island.types.map(withPolarity),
    facets,
    measures: island.measures.map(withValues),
    tiesOf: tiesByNode(nodes, ties),
  };
}

/**
 * The ties with their numbers and lanes: parallel ties stand side by side.
 * @param {IslandTie[]} islandTies
 * @param {number} nodeCount
 * @returns {Tie[]}
 */
function setLanes(islandTies, nodeCount) {
  const ties = islandTies.map((tie, at) => Object.assign(tie, { at, lane: 0 }));
  const parallel = groupBy(ties, (tie) => Math.min(tie.from, tie.to) * nodeCount + Math.max(tie.from, tie.to));
  for (const group of parallel.values()) {
    group.forEach((tie, at) => {
      tie.lane = (at - (group.length - 1) / 2) * (tie.from < tie.to ? 1 : -1);
    });
  }
  return ties;
}

/**
 * @param {MapNode[]} nodes
 * @param {Tie[]} ties
 * @returns {Tie[][]}
 */
function tiesByNode(nodes, ties) {
  /** @type {Tie[][]} */
  const tiesOf = nodes.map(() => []);
  for (const tie of ties) {
    tiesOf[tie.from].push(tie);
    if (tie.to !== tie.from) tiesOf[tie.to].push(tie);
  }
  return tiesOf;
}

/**
 * A type of ties with signs knows the column that holds the sign.
 * @param {TieType} type
 * @returns {TieType}
 */
function withPolarity(type) {
  const at = type.columns.findIndex((column) => column.name === "polarity");
  return at < 0 ? type : Object.assign(type, { polarity: String(at) });
}

/**
 * A measure with its values and errors by node.
 * @param {IslandMeasure} measure
 * @returns {Measure}
 */
function withValues(measure) {
  const isSpan = measure.at.length === 2 && measure.values.length !== 2;
  /** @param {(number | null)[]} values */
  const byNode = (values) =>
    new Map(values.map((value, place) => [isSpan ? measure.at[0] + place : measure.at[place], value]));
  const of = byNode(measure.values);
  const defined = [...of.values()].filter((value) => value !== null);
  return Object.assign(measure, {
    of,
    errorOf: byNode(measure.errors ?? []),
    sorted: defined.sort((a, b) => b - a),
  });
}

/**
 * Items by a key, in the order in which each key is first met.
 * @template T, K
 * @param {Iterable<T>} items
 * @param {(item: T) => K} keyOf
 * @returns {Map<K, T[]>}
 */
export function groupBy(items, keyOf) {
  /** @type {Map<K, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * The node at the other end of a tie.
 * @param {Tie} tie
 * @param {number} node
 * @returns {number}
 */
export const otherEnd = (tie, node) => (tie.from === node ? tie.to : tie.from);

/**
 * The rank of a node by a measure, from 1; equal values share the better rank, a node without a value has 0.
 * @param {Measure} measure
 * @param {number} node
 * @returns {number}
 */
export function rankOf(measure, node) {
  const value = measure.of.get(node);
  return value === null || value === undefined ? 0 : measure.sorted.indexOf(value) + 1;
}

/**
 * Where a node stands between the least and the most of a measure. By square root: a few giants do not flatten the rest.
 * @param {Measure} measure
 * @param {number} node
 * @returns {number | null} 0 to 1; null where it has no value.
 */
export function shareOf(measure, node) {
  const value = measure.of.get(node);
  if (value === null || value === undefined) return null;
  const most = measure.sorted[0];
  const least = measure.sorted[measure.sorted.length - 1];
  return most > least ? Math.sqrt((value - least) / (most - least)) : 0.5;
}

/**
 * The name by which an address names a node: its kind and id, since numbers change when rows do.
 * @param {Model} model
 * @param {number} node
 * @returns {string}
 */
export function keyOfNode({ nodes, kinds }, node) {
  const kind = kinds[nodes[node].k];
  const idColumn = kind.columns.findIndex((column) => column.name === "id");
  return `${kind.name}:${nodes[node].p[idColumn] ?? node}`;
}
