// Search: names first, then tags, kinds and every other word that is known of a node.
import { fold } from "./texts.js";
/** @import { Model } from "./types.d.ts" */

/** @typedef {{ name: string, all: string }} SearchTexts */

/**
 * The texts of each node that are searched.
 * @param {Model} model
 * @returns {SearchTexts[]}
 */
export const searchTexts = ({ nodes, kinds }) =>
  nodes.map((node) => ({
    name: fold(node.label),
    all: fold([kinds[node.k].title.join(" "), ...Object.values(node.p).flat()].join(" ")),
  }));

/**
 * How well a node fits the words: 0 not at all, 1 by its fields, 2 by its name, 3 where a part of the name begins so, 4 where the name does.
 * @param {SearchTexts} texts
 * @param {string[]} words
 * @returns {number}
 */
function fitOf(texts, words) {
  if (!words.every((word) => texts.name.includes(word) || texts.all.includes(word))) return 0;
  if (texts.name.startsWith(words.join(" "))) return 4;
  if (texts.name.split(/[\s/(-]+/).some((part) => part.startsWith(words[0]))) return 3;
  return words.every((word) => texts.name.includes(word)) ? 2 : 1;
}

/**
 * The nodes that fit every word of a text, the best first; of equals, the best tied.
 * @param {Model} model
 * @param {SearchTexts[]} texts
 * @param {string} query
 * @returns {number[]}
 */
export function findNodes({ nodes, tiesOf }, texts, query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return nodes
    .map(({ id }) => ({ id, fit: fitOf(texts[id], words) }))
    .filter(({ fit }) => fit)
    .sort((a, b) => b.fit - a.fit || tiesOf[b.id].length - tiesOf[a.id].length || a.id - b.id)
    .map(({ id }) => id);
}
