// The state and the address that remembers it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Address } from "../../src/sysmap/page/assets/core/address.js";
import { Store } from "../../src/sysmap/page/assets/core/store.js";

/** A store whose calls are written down. */
function watched() {
  const calls = [];
  const store = new Store({ language: "id", view: "map", off: new Set() }, { selected: null, gap: null }, () =>
    calls.push("address"),
  );
  store.watch("language", () => calls.push("words"));
  store.watch("view selected", () => calls.push("view"));
  store.watch("off", () => calls.push("filter"));
  return { store, calls };
}

test("only those who watch what has changed are called, in order, and the address last", () => {
  const { store, calls } = watched();
  store.change({ view: "table", language: "en" });
  assert.deepEqual(calls, ["words", "view", "address"]);
  calls.length = 0;
  store.change({ view: "table" });
  assert.deepEqual(calls, []);
});

test("the filter is changed in place, so it counts as changed whenever it is given", () => {
  const { store, calls } = watched();
  store.change({ off: store.state.off });
  assert.deepEqual(calls, ["filter", "address"]);
});

test("one looks at one thing at a time; a view may add things to look at", () => {
  const { store } = watched();
  const state = store.addLookedAt({ loop: null });
  store.lookAt({ loop: 4, gap: 1 });
  assert.deepEqual([state.loop, state.gap], [4, 1]);
  store.lookAt({ selected: 7 });
  assert.deepEqual([state.loop, state.gap, state.selected], [null, null, 7]);
});

test("the remembered state comes back whole, and is not changed by what comes after", () => {
  const { store } = watched();
  store.remember();
  store.state.off.add(3);
  store.change({ view: "table" });
  store.reset();
  assert.equal(store.state.view, "map");
  assert.equal(store.state.off.size, 0);
  store.state.off.add(5);
  store.reset();
  assert.equal(store.state.off.size, 0);
});

test("everything is shown, but what is left out", () => {
  const { store, calls } = watched();
  const left = () => calls.push("left");
  store.watch("view", left);
  store.showEverything([left]);
  assert.deepEqual(calls, ["words", "view", "filter"]);
});

/** An address with a language, a node and a finding that gives way to the node. */
function addressOf(state) {
  const address = new Address();
  address.add(
    "lang",
    () => (state.language === "id" ? null : state.language),
    (text) => (["id", "en"].includes(text) ? { language: text } : null),
  );
  address.add(
    "node",
    () => state.selected,
    (text) => ({ selected: text }),
  );
  address.add(
    "finding",
    () => state.finding,
    (text) => (state.selected === null ? { finding: text } : null),
  );
  return address;
}

test("the address holds what is not usual, in the order of its entries", () => {
  const state = { language: "id", selected: null, finding: null };
  const address = addressOf(state);
  assert.equal(address.text(), "");
  Object.assign(state, { finding: "3", language: "en", selected: "factor:a&b c" });
  assert.equal(address.text(), "lang=en&node=factor%3Aa%26b+c&finding=3");
});

test("reading takes over what it knows; later entries see what earlier ones have set", () => {
  const state = { language: "id", selected: null, finding: null };
  addressOf(state).read("finding=2&lang=xx&node=problem:air&other=1", (values) => Object.assign(state, values));
  assert.deepEqual(state, { language: "id", selected: "problem:air", finding: null });
});

test("what was written is read back", () => {
  const written = { language: "en", selected: "stakeholder:ünï=%", finding: null };
  const read = { language: "id", selected: null, finding: null };
  addressOf(read).read(addressOf(written).text(), (values) => Object.assign(read, values));
  assert.deepEqual(read, written);
});
