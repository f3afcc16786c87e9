// The part of an address after "#": what one would like to send to a colleague, as named values.

/**
 * @template S
 * @typedef {object} AddressEntry
 * @property {string} key
 * @property {() => string | null} write The value as text; null where it is not written at all.
 * @property {(text: string) => Partial<S> | null} read What a text means for the state; null where it means nothing.
 */

/**
 * The entries of an address, written and read in the order in which they were added.
 * @template S
 */
export class Address {
  constructor() {
    /** @type {AddressEntry<S>[]} */
    this.entries = [];
  }

  /**
   * @param {string} key
   * @param {AddressEntry<S>["write"]} write
   * @param {AddressEntry<S>["read"]} read
   */
  add(key, write, read) {
    this.entries.push({ key, write, read });
  }

  /**
   * The address of what is shown now.
   * @returns {string}
   */
  text() {
    const values = new URLSearchParams();
    for (const { key, write } of this.entries) {
      const text = write();
      if (text !== null) values.set(key, text);
    }
    return values.toString();
  }

  /**
   * Read an address: each entry may see what those before it have set.
   * @param {string} text
   * @param {(values: Partial<S>) => void} set
   */
  read(text, set) {
    const values = new URLSearchParams(text);
    for (const { key, read } of this.entries) {
      const value = values.get(key);
      const meaning = value === null ? null : read(value);
      if (meaning) set(meaning);
    }
  }
}
