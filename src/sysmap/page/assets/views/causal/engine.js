// What if, as `sysmap whatif` reckons it: the specification is the docstring of sysmap's models/fcm.py. It needs nothing else of the page.

const MOST_STEPS = 1000;
/** So many last steps are looked at where a run does not settle. */
const LAST = 400;
const SPAN = 50;
/** How far beside a run its twin begins, and how far apart they are when it is chaos. */
const [BESIDE, PARTED] = [1e-8, 1e-4];
export const SLOPES = [0.5, 1, 2];

/** @typedef {{ from: number, to: number, sign: number, strength: number | null }} Link `sign` 0: unknown. */
/** @typedef {{ rule: string, squash: string, slope: number }} How How concepts hear each other. */
/** @typedef {{ starts: Int32Array, from: Int32Array, weight: Float64Array, rescaled: boolean, sigmoid: boolean }} Hearing */
/** @typedef {{ values: Float64Array | null, steps: number, outcome: string }} Run `values`: null where it is chaos. */
/** @typedef {{ count: number, links: Link[], idle: number, kept: Map<string, { heard: Hearing, nothing: Run }> }} CausalMap */
/** @typedef {{ outcome: string, steps: number, baseline: string, moved: Float64Array | null }} Change */
/** @typedef {{ at: number, change: number, sign: number, rank: number }} Effect */

/**
 * What follows from pushes. `unknown`: links without a sign, which are left out. `others`, `lost`: how many other curves
 * were tried, and of how many nothing can be said. `agreement`: how far they rank the effects alike. `turned`: the
 * concepts that another curve moves the other way.
 * @typedef {{ outcome: string, steps: number, baseline: string, unknown: number, others: number, lost: number,
 *   effects: Effect[], agreement: number | null, turned: number[] }} WhatIf
 */

/**
 * The links as rows: for each concept whom it hears and how loudly, slope and rule in it.
 * @param {Pick<CausalMap, "count" | "links">} map
 * @param {How} how
 * @returns {Hearing}
 */
function hearing({ count, links }, { rule, squash, slope }) {
  /** @type {Map<number, number>[]} */
  const rows = Array.from({ length: count }, (_, at) => new Map(rule === "plain" ? [] : [[at, 1]]));
  for (const { from, to, sign, strength } of links) {
    if (sign) rows[to].set(from, (rows[to].get(from) || 0) + sign * (strength === null ? 1 : strength));
  }
  const factor = squash === "tanh" ? slope : slope / 2;
  const sorted = rows.map((row) => [...row].sort((a, b) => a[0] - b[0]));
  const starts = new Int32Array(count + 1);
  sorted.forEach((row, at) => {
    starts[at + 1] = starts[at] + row.length;
  });
  return {
    starts,
    from: Int32Array.from(sorted.flat().map(([from]) => from)),
    weight: Float64Array.from(sorted.flat().map(([, weight]) => weight * factor)),
    rescaled: rule === "rescaled",
    sigmoid: squash === "sigmoid",
  };
}

/**
 * One step from `now` into `next`; what is held stays. With e = exp(2y), tanh(y) is 1 - 2/(e + 1) and the sigmoid of 2y is
 * 1 - 1/(e + 1): to a few units in the sixteenth digit, and much faster than Math.tanh.
 * @param {Hearing} heard
 * @param {Float64Array} now
 * @param {Float64Array} next
 * @param {Float64Array} held NaN for a concept that is free.
 * @returns {number} The largest move.
 */
function step({ starts, from, weight, rescaled, sigmoid }, now, next, held) {
  const span = sigmoid ? 1 : 2;
  let largest = 0;
  for (let at = 0; at < now.length; at += 1) {
    let value = held[at];
    if (Number.isNaN(value)) {
      let sum = 0;
      if (rescaled) {
        for (let link = starts[at]; link < starts[at + 1]; link += 1) sum += weight[link] * (2 * now[from[link]] - 1);
      } else for (let link = starts[at]; link < starts[at + 1]; link += 1) sum += weight[link] * now[from[link]];
      value = 1 - span / (Math.exp(2 * sum) + 1);
    }
    next[at] = value;
    const move = Math.abs(value - now[at]);
    if (move > largest) largest = move;
  }
  return largest;
}

/** What a mean over the last steps weighs each by: it swells and fades. */
const SMOOTH = smoothWeights();
function smoothWeights() {
  const bumps = Float64Array.from({ length: LAST }, (_, at) => {
    const along = (at + 1) / (LAST + 1);
    return Math.exp(-1 / (along * (1 - along)));
  });
  const whole = bumps.reduce((sum, bump) => sum + bump);
  return bumps.map((bump) => bump / whole);
}

/**
 * Step after step until nothing moves, or to the last step; over the last ones a twin runs beside it.
 * @param {Hearing} heard
 * @param {Float64Array} held
 * @returns {Run}
 */
function run(heard, held) {
  const middle = heard.sigmoid ? 0.5 : 0;
  /** @type {Float64Array} */
  let now = Float64Array.from(held, (value) => (Number.isNaN(value) ? middle : value));
  /** @type {Float64Array} */
  let next = new Float64Array(held.length);
  const twinOf = () => now.map((value, at) => (Number.isNaN(held[at]) ? value + BESIDE * (value - middle) : value));
  /** @type {Float64Array | null} */
  let twin = null;
  /** @type {Float64Array} */
  let spare = new Float64Array(held.length);
  const mean = new Float64Array(held.length);
  /** @type {number[]} */
  const moves = [];
  /** @type {number[]} */
  const apart = [];
  for (let number = 1; number <= MOST_STEPS; number += 1) {
    if (number === MOST_STEPS - LAST + 1) twin = twinOf();
    const moved = step(heard, now, next, held);
    [now, next] = [next, now];
    if (moved <= 1e-12) return { values: now, steps: number, outcome: "settled" };
    if (!twin) continue;
    step(heard, twin, spare, held);
    [twin, spare] = [spare, twin];
    const weight = SMOOTH[moves.length];
    let widest = 0;
    for (let at = 0; at < mean.length; at += 1) {
      mean[at] += weight * now[at];
      const off = Math.abs(twin[at] - now[at]);
      if (off > widest) widest = off;
    }
    if (!widest) twin = twinOf();
    moves.push(moved);
    apart.push(widest);
  }
  const outcome = unsettledOutcome(moves, apart);
  const values = outcome === "creeping" ? now : outcome === "cycle" ? mean : null;
  return { values, steps: MOST_STEPS, outcome };
}

/**
 * What a run that did not settle does.
 * @param {number[]} moves The largest move of each of the last steps.
 * @param {number[]} apart How far the twin was.
 */
function unsettledOutcome(moves, apart) {
  const spans = Array.from({ length: LAST / SPAN }, (_, span) =>
    Math.max(...moves.slice(span * SPAN, (span + 1) * SPAN)),
  );
  const isFading = spans.every((most, at) => !at || most <= spans[at - 1]);
  if (isFading && spans[spans.length - 1] < 0.9 * spans[0]) return "creeping";
  return Math.max(...apart.slice(-LAST / 4)) > PARTED ? "chaos" : "cycle";
}

/**
 * How much each concept changes against doing nothing. What doing nothing gives is kept with the map.
 * @param {CausalMap} map
 * @param {Record<number, number>} pushes
 * @param {How} how
 * @returns {Change} `moved`: null where either is chaos.
 */
function changeBy(map, pushes, how) {
  const key = `${how.rule} ${how.squash} ${how.slope}`;
  const free = new Float64Array(map.count).fill(NaN);
  let kept = map.kept.get(key);
  if (!kept) {
    const heard = hearing(map, how);
    kept = { heard, nothing: run(heard, free) };
    map.kept.set(key, kept);
  }
  const { heard, nothing } = kept;
  const held = free.slice();
  for (const [at, amount] of Object.entries(pushes)) {
    held[Number(at)] = how.squash === "tanh" ? amount : (1 + amount) / 2;
  }
  const pushed = run(heard, held);
  const grain = [pushed.outcome, nothing.outcome].includes("cycle") ? 1e3 : 1e9;
  const before = nothing.values;
  const moved =
    pushed.values && before ? pushed.values.map((value, at) => Math.round((value - before[at]) * grain) / grain) : null;
  return { outcome: pushed.outcome, steps: pushed.steps, baseline: nothing.outcome, moved };
}

/**
 * A map that can be pushed.
 * @param {number} count How many concepts have a link.
 * @param {Link[]} links
 * @param {number} idle How many have none: nothing moves them, but they are among the free.
 * @returns {CausalMap}
 */
export const causalMap = (count, links, idle) => ({ count, links, idle, kept: new Map() });

/**
 * What follows from pushes, and how sure that is.
 * @param {CausalMap} map
 * @param {Record<number, number>} pushes Concept -> amount, -1 to 1.
 * @param {How} how
 * @returns {WhatIf}
 */
export function whatIf(map, pushes, how) {
  const change = changeBy(map, pushes, how);
  const others = otherCurves(how).map((other) => changeBy(map, pushes, other).moved);
  const known = others.filter((moved) => moved !== null);
  const { moved } = change;
  const result = {
    outcome: change.outcome,
    steps: change.steps,
    baseline: change.baseline,
    unknown: map.links.filter((link) => !link.sign).length,
    others: others.length,
    lost: others.length - known.length,
  };
  if (!moved) return { ...result, effects: [], agreement: null, turned: [] };
  const free = [...moved.keys()].filter((at) => !(at in pushes));
  const isRanked = free.length + map.idle > 1 && known.length > 0;
  return {
    ...result,
    effects: rankedEffects(free, moved),
    agreement: isRanked ? Math.min(...known.map((other) => likeness(free, moved, other, map.idle))) : null,
    turned: free.filter((at) => known.some((other) => other[at] * moved[at] < 0)),
  };
}

/**
 * The curves that a result is compared with.
 * @param {How} how
 * @returns {How[]}
 */
function otherCurves(how) {
  const squashes = how.rule === "rescaled" ? ["sigmoid"] : ["tanh", "sigmoid"];
  return squashes
    .flatMap((squash) => SLOPES.map((slope) => ({ rule: how.rule, squash, slope })))
    .filter(({ squash, slope }) => squash !== how.squash || slope !== how.slope);
}

/**
 * @param {number[]} free
 * @param {Float64Array} moved
 * @returns {Effect[]} The largest first; equals share the better rank.
 */
function rankedEffects(free, moved) {
  const order = [...free].sort((a, b) => Math.abs(moved[b]) - Math.abs(moved[a]) || a - b);
  let rank = 0;
  return order.map((at, place) => {
    if (!place || Math.abs(moved[at]) < Math.abs(moved[order[place - 1]])) rank = place + 1;
    return { at, change: moved[at], sign: Math.sign(moved[at]), rank };
  });
}

/**
 * The share of pairs of concepts that two results rank alike.
 * @param {number[]} free
 * @param {Float64Array} one
 * @param {Float64Array} other
 * @param {number} idle
 * @returns {number}
 */
function likeness(free, one, other, idle) {
  const a = Float64Array.from(free, (at) => Math.abs(one[at]));
  const b = Float64Array.from(free, (at) => Math.abs(other[at]));
  let same = 0;
  for (let i = 0; i < a.length; i += 1) {
    if (a[i] > 0 === b[i] > 0) same += idle;
    for (let j = 0; j < i; j += 1) if (a[i] < a[j] === b[i] < b[j] && a[i] > a[j] === b[i] > b[j]) same += 1;
  }
  const all = a.length + idle;
  return (2 * same + idle * (idle - 1)) / (all * (all - 1));
}
