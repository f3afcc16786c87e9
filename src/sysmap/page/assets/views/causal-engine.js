// What if, as `sysmap whatif` reckons it: the specification is the docstring of sysmap's models/fcm.py. It needs nothing else of the page.
const MOST_STEPS = 1000;
const LAST = 400;
const SPAN = 50;
const [BESIDE, PARTED] = [1e-8, 1e-4];
const SLOPES = [0.5, 1, 2];

// The links as rows: for each concept whom it hears and how loudly, slope and rule in it.
function hearing({ count, links }, { rule, squash, slope }) {
  const rows = Array.from({ length: count }, (_, at) => new Map(rule === "plain" ? [] : [[at, 1]]));
  for (const { from, to, sign, strength } of links) if (sign) rows[to].set(from, (rows[to].get(from) || 0) + sign * (strength === null ? 1 : strength));
  const factor = squash === "tanh" ? slope : slope / 2;
  const sorted_ = rows.map((row_) => [...row_].sort((a, b) => a[0] - b[0]));
  return { starts: Int32Array.from([0, ...sorted_.map((row_) => row_.length)].map(((sum) => (length) => (sum += length))(0))),
    from: Int32Array.from(sorted_.flat().map(([from]) => from)), weight: Float64Array.from(sorted_.flat().map(([, weight]) => weight * factor)),
    rescaled: rule === "rescaled", sigmoid: squash === "sigmoid" };
}

// One step from `state` into `next`; what is held stays. The largest move. With e = exp(2y), tanh(y) is 1 - 2/(e + 1) and the
// sigmoid of 2y is 1 - 1/(e + 1): to a few units in the sixteenth digit, and much faster than Math.tanh.
function stepped({ starts, from, weight, rescaled, sigmoid }, state_, next, held) {
  const span = sigmoid ? 1 : 2;
  let largest = 0;
  for (let at = 0; at < state_.length; at += 1) {
    let value = held[at];
    if (value !== value) { // NaN: it is free
      let sum = 0;
      if (rescaled) for (let link = starts[at]; link < starts[at + 1]; link += 1) sum += weight[link] * (2 * state_[from[link]] - 1);
      else for (let link = starts[at]; link < starts[at + 1]; link += 1) sum += weight[link] * state_[from[link]];
      value = 1 - span / (Math.exp(2 * sum) + 1);
    }
    next[at] = value;
    const move_ = Math.abs(value - state_[at]);
    if (move_ > largest) largest = move_;
  }
  return largest;
}

// What a mean over the last steps weighs each by: it swells and fades.
const SMOOTH = (() => {
  const bumps = Float64Array.from({ length: LAST }, (_, at) => Math.exp(-1 / (((at + 1) / (LAST + 1)) * (1 - (at + 1) / (LAST + 1)))));
  const whole = bumps.reduce((sum, one) => sum + one);
  return bumps.map((bump) => bump / whole);
})();

function ran(causes_, held) {
  const middle = causes_.sigmoid ? 0.5 : 0;
  let state_ = Float64Array.from(held, (value) => (Number.isNaN(value) ? middle : value));
  let next = new Float64Array(held.length);
  let [near, spare, mean] = [null, null, null];
  const [moves, apart] = [[], []];
  const beside = () => state_.map((value, at) => (Number.isNaN(held[at]) ? value + BESIDE * (value - middle) : value));
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    if (step === MOST_STEPS - LAST + 1) {
      [near, spare, mean] = [beside(), new Float64Array(held.length), new Float64Array(held.length)];
    }
    const moved = stepped(causes_, state_, next, held);
    [state_, next] = [next, state_];
    if (moved <= 1e-12) return { values: state_, steps: step, outcome: "settled" };
    if (!near) continue;
    stepped(causes_, near, spare, held);
    [near, spare] = [spare, near];
    const weight = SMOOTH[moves.length];
    let widest = 0;
    for (let at = 0; at < mean.length; at += 1) {
      mean[at] += weight * state_[at];
      const off = Math.abs(near[at] - state_[at]);
      if (off > widest) widest = off;
    }
    if (!widest) near = beside();
    moves.push(moved);
    apart.push(widest);
  }
  const spans = Array.from({ length: LAST / SPAN }, (_, span) => Math.max(...moves.slice(span * SPAN, (span + 1) * SPAN)));
  const outcome = spans.every((most, at) => !at || most <= spans[at - 1]) && spans.at(-1) < 0.9 * spans[0] ? "creeping" : Math.max(...apart.slice(-LAST / 4)) > PARTED ? "chaos" : "cycle";
  return { values: { creeping: state_, cycle: mean, chaos: null }[outcome], steps: MOST_STEPS, outcome };
}

// How much each concept changes against doing nothing; null where either is chaos. What doing nothing gives is kept with the map.
function changed(map, pushes, how) {
  const key = `${how.rule} ${how.squash} ${how.slope}`;
  if (!map.kept.has(key)) {
    const heard = hearing(map, how);
    map.kept.set(key, { heard, nothing: ran(heard, new Float64Array(map.count).fill(NaN)) });
  }
  const { heard, nothing: baseline } = map.kept.get(key);
  const held = new Float64Array(map.count).fill(NaN);
  for (const [at, amount] of Object.entries(pushes)) held[at] = how.squash === "tanh" ? amount : (1 + amount) / 2;
  const run = ran(heard, held);
  const grain = [run.outcome, baseline.outcome].includes("cycle") ? 1e3 : 1e9;
  const moved = run.values && baseline.values ? run.values.map((value, at) => Math.round((value - baseline.values[at]) * grain) / grain) : null;
  return { outcome: run.outcome, steps: run.steps, baseline: baseline.outcome, moved };
}

const causalMap = (count, links, idle) => ({ count, links, idle, kept: new Map() });

// `idle` concepts of the map have no link at all: nothing moves them, but they are among the free.
function whatIf(map, pushes, how) {
  const run = changed(map, pushes, how);
  const others = (how.rule === "rescaled" ? ["sigmoid"] : ["tanh", "sigmoid"]).flatMap((squash) => SLOPES.map((slope) => ({ rule: how.rule, squash, slope })))
    .filter(({ squash, slope }) => squash !== how.squash || slope !== how.slope).map((other) => changed(map, pushes, other).moved);
  const known = others.filter(Boolean);
  const told = { outcome: run.outcome, steps: run.steps, baseline: run.baseline, unknown: map.links.filter((link) => !link.sign).length, others: others.length, lost: others.length - known.length };
  if (!run.moved) return { ...told, effects: [], agreement: null, turned: [] };
  const free = [...run.moved.keys()].filter((at) => !(at in pushes));
  const order_ = [...free].sort((a, b) => Math.abs(run.moved[b]) - Math.abs(run.moved[a]) || a - b);
  let rank = 0;
  const effects = order_.map((at, place_) => {
    if (!place_ || Math.abs(run.moved[at]) < Math.abs(run.moved[order_[place_ - 1]])) rank = place_ + 1;
    return { at, change: run.moved[at], sign: Math.sign(run.moved[at]), rank };
  });
  const agreement = free.length + map.idle > 1 && known.length ? Math.min(...known.map((other) => alike(free, run.moved, other, map.idle))) : null;
  return { ...told, effects, agreement, turned: free.filter((at) => known.some((other) => other[at] * run.moved[at] < 0)) };
}

function alike(free, one, other, idle) {
  const [a, b] = [one, other].map((moved) => Float64Array.from(free, (at) => Math.abs(moved[at])));
  let same = 0;
  for (let i = 0; i < a.length; i += 1) {
    if ((a[i] > 0) === (b[i] > 0)) same += idle;
    for (let j = 0; j < i; j += 1) if ((a[i] < a[j]) === (b[i] < b[j]) && (a[i] > a[j]) === (b[i] > b[j])) same += 1;
  }
  const all = a.length + idle;
  return (2 * same + idle * (idle - 1)) / (all * (all - 1));
}
