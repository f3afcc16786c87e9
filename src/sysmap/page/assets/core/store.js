// What is chosen: one object, one way to change it, and everyone who shows something is called.

/**
 * @template {object} S The state.
 * @template {object} V Values for the state; a view may have keys of its own.
 */
export class Store {
  /**
   * @param {S} state
   * @param {V} nothing What the state holds where nothing is looked at.
   * @param {() => void} afterChange Called when something has changed and everyone has shown it.
   */
  constructor(state, nothing, afterChange) {
    this.state = Object.assign(state, nothing);
    this.nothing = nothing;
    this.afterChange = afterChange;
    /** @type {{ keys: string[], show: () => void }[]} */
    this.watchers = [];
    this.initial = state;
  }

  /**
   * Give the state keys of a view's own.
   * @template {object} T
   * @param {T} initial
   * @returns {S & T} The state, which now has them.
   */
  add(initial) {
    return Object.assign(this.state, initial);
  }

  /**
   * The same for something to look at: one looks at one thing at a time, so it is null again when another is chosen.
   * @template {object} T
   * @param {T} nothing Each key with null.
   * @returns {S & T}
   */
  addLookedAt(nothing) {
    Object.assign(this.nothing, nothing);
    return this.add(nothing);
  }

  /**
   * Call `show` whenever one of the keys has changed.
   * @param {string} keys Names with a space between.
   * @param {() => void} show
   */
  watch(keys, show) {
    this.watchers.push({ keys: keys.split(" "), show });
  }

  /**
   * Show everything anew.
   * @param {(() => void)[]} except What is not called.
   */
  showEverything(except = []) {
    for (const { show } of this.watchers) if (!except.includes(show)) show();
  }

  /**
   * Change the state and call those who watch what has changed.
   * @param {V} values `off` counts as changed whenever it is given: it is changed in place.
   */
  change(values) {
    const before = /** @type {Record<string, unknown>} */ ({ ...this.state });
    const changed = Object.entries(values)
      .filter(([key, value]) => key === "off" || before[key] !== value)
      .map(([key]) => key);
    Object.assign(this.state, values);
    for (const { keys, show } of this.watchers) if (keys.some((key) => changed.includes(key))) show();
    if (changed.length) this.afterChange();
  }

  /**
   * Look at one thing, and at nothing else.
   * @param {V} values
   */
  lookAt(values) {
    this.change({ ...this.nothing, ...values });
  }

  /** Remember the state as it is now; `reset` brings it back. */
  remember() {
    this.initial = structuredClone(this.state);
  }

  /** Bring back what was remembered, without showing it. */
  reset() {
    Object.assign(this.state, structuredClone(this.initial));
  }
}
