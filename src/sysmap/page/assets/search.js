// Search: names first, then tags, kinds and every other word that is known of a node.
const MOST_MATCHES = 8;

function matches(text) {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const score = (hay) => {
    if (!words.every((word) => hay.name.includes(word) || hay.all.includes(word))) return 0;
    const whole = words.join(" ");
    if (hay.name.startsWith(whole)) return 4;
    if (hay.name.split(/[\s/(-]+/).some((part) => part.startsWith(words[0]))) return 3;
    return words.every((word) => hay.name.includes(word)) ? 2 : 1;
  };
  return nodes.map((node) => [node.id, score(haystacks[node.id])]).filter(([, points]) => points)
    .sort((a, b) => b[1] - a[1] || tiesOf[b[0]].length - tiesOf[a[0]].length || a[0] - b[0]).map(([node]) => node);
}

function searchBox() {
  const list = make("ul", { id: "matches", role: "listbox", hidden: true });
  const input = make("input", { id: "search", type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "matches",
    "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false" });
  let found = [];
  let at = 0;
  const mark = () => [...list.querySelectorAll("[role=option]")].forEach((option, place) => {
    option.setAttribute("aria-selected", place === at);
    if (place === at) input.setAttribute("aria-activedescendant", option.id);
  });
  const shut = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const leave = () => { shut(); input.value = ""; input.blur(); };
  const choose = (node) => {
    leave();
    reveal(node);
    stage.focus({ preventScroll: true });
  };
  const ask = (question) => { leave(); answer(question); };
  // Before a word is typed: what a planner may want to ask.
  const offer = () => {
    found = questions.map((_, question) => question);
    at = 0;
    fill(list, make("li", { class: "none", role: "presentation" }, t("questions")), questions.map((question, place) => make("li",
      { role: "option", id: `match-${place}`, onpointerdown: (event) => { event.preventDefault(); ask(place); } }, make("span", { class: "name" }, say(question.ask)))));
    list.hidden = !questions.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  };
  const show = () => {
    if (!input.value.trim()) { offer(); return; }
    found = matches(input.value);
    at = 0;
    list.replaceChildren(...found.slice(0, MOST_MATCHES).map((node, place) => make("li",
      { role: "option", id: `match-${place}`, onpointerdown: (event) => { event.preventDefault(); choose(node); } },
      nodeMark(node), make("span", { class: "name" }, nodes[node].label), make("span", { class: "count" }, say(kindOf(node).title)))));
    if (!found.length) list.append(make("li", { class: "none", role: "presentation" }, t("no_match")));
    if (found.length > MOST_MATCHES) list.append(make("li", { class: "none", role: "presentation" }, t("more_matches", { n: integer(found.length - MOST_MATCHES) })));
    list.hidden = false;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  input.addEventListener("blur", shut);
  input.addEventListener("keydown", (event) => {
    const asking = !input.value.trim();
    const last = (asking ? found.length : Math.min(found.length, MOST_MATCHES)) - 1;
    if (event.key === "ArrowDown") at = Math.min(at + 1, last);
    else if (event.key === "ArrowUp") at = Math.max(at - 1, 0);
    else if (event.key === "Enter" && found.length) { (asking ? ask : choose)(found[at]); return; }
    else if (event.key === "Escape") { input.value = ""; shut(); input.blur(); event.stopPropagation(); return; }
    else return;
    event.preventDefault();
    mark();
  });
  watch("language", () => { input.setAttribute("aria-label", t("search")); input.placeholder = innerWidth < 1080 ? t("search") : `${t("search")}  ( / )`; });
  return make("div", { class: "search" }, icon("search"), input, list);
}

// Bring a node into sight, whatever the filter said, and open its panel.
function reveal(node) {
  if (!shown[node]) {
    state.off.kinds.delete(nodes[node].k);
    facets.forEach((facet, at) => state.off.facets[at].delete(facet.of[node]));
    change({ off: state.off });
  }
  if (!viewNow().holds(node)) change({ view: "map" });
  select(node);
  if (state.view === "map") flyTo(node);
}

const nodeMark = (node) => shapeIcon(nodes[node].shape, `var(--${markColor(node)})`);

function markColor(node) {
  const facet = colorFacet();
  if (!facet) return `c${kindOf(node).color}`;
  return facet.of[node] < 0 ? OTHER : valueColor(facet, facet.of[node]);
}

const nodeButton = (node, more) => make("button", { type: "button", class: "node", onclick: () => reveal(node) },
  nodeMark(node), make("span", { class: "name" }, nodes[node].label), more ? make("span", { class: "count" }, more) : null);
