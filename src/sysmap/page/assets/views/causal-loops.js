// The loops as a list: each a sentence as `sysmap loops` writes it; a click lights it in the diagram.
let polarityShown = "";

// A node of the loop rises (1) or falls (-1) when the first one rises; 0 once a sign is unknown.
function loopSentence(loop) {
  const names = loop.members.map(nameOf);
  const plain = (key, name) => say(island.words[key]).replace("{name}", () => name);
  let way = 1;
  const steps = loop.members.map((box, place) => {
    const step = plain(`causal_step_${way}`, names[place]);
    way = way * signIn(loop, place) || 0;
    return step;
  });
  const late = loop.late ? ` ${t("causal_come_late", { n: loop.late })}` : "";
  return `${t(`causal_kinds_${loop.polarity}`)}: ${[...steps, plain(`causal_back_${loop.polarity}`, names[0])].join(" → ")}.${late}`;
}

// The sign of a loop's arrow, in whichever map has the loop.
function signIn(loop, place) {
  const [from, to] = [loop.members[place], loop.members[(place + 1) % loop.members.length]];
  const map = loopsOf[state.holder].includes(loop.at) ? state.holder : loopsOf.findIndex((some) => some.includes(loop.at));
  return arrows[arrowsOf[map].find((at) => arrows[at].from === from && arrows[at].to === to)].sign;
}

sheets.loops = () => {
  if (!boxes.length) return null;
  const about = causes.listed[state.holder];
  const every = loopsNow().filter((loop) => state.through === null || loop.members.includes(state.through));
  const some = every.filter((loop) => !polarityShown || loop.polarity === polarityShown);
  const count = (polarity) => every.filter((loop) => loop.polarity === polarity).length;
  const choice = (polarity, word, n) => (n || !polarity ? make("button", { type: "button", "aria-pressed": String(polarityShown === polarity), "data-at": `kind-${polarity}`,
    title: polarity ? t(`causal_kinds_${polarity}`) : null, onclick: () => { polarityShown = polarity; showPanel(); } }, `${word} ${integer(n)}`) : null);
  return [
    sheetHead(state.through === null ? t("causal_loops") : t("causal_through", { name: nameOf(state.through) }), integer(every.length + (state.through === null ? about.more : 0))),
    make("p", { class: "muted" }, every.length ? t("causal_loops_about") : t("causal_no_loops")),
    every.length ? make("div", { class: "segments loop-kinds", role: "group", "aria-label": t("causal_loops") }, choice("", t("causal_all_kinds"), every.length),
      ["R", "B", "?"].map((polarity) => choice(polarity, polarity, count(polarity)))) : null,
    make("ol", { class: "cards" }, some.map(loopCard)),
    about.more && state.through === null ? make("p", { class: "muted" }, t("causal_more_loops", { n: integer(about.more) })) : null,
    about.complete === null || about.complete === undefined ? null : make("p", { class: "muted" }, t("causal_truncated", { n: about.complete })),
    about.cut === null || about.cut === undefined ? null : make("p", { class: "muted" }, t("causal_cut", { n: about.cut })),
  ];
};

function loopCard(loop) {
  const open = state.loop === loop.at;
  const [kind, ...rest] = loopSentence(loop).split(": ");
  return make("li", null, make("button", { type: "button", class: `headline loop loop-${{ R: "r", B: "b" }[loop.polarity] || "u"}`, "aria-expanded": String(open), "data-at": loop.at,
    onclick: () => { change({ view: "causal" }); change({ ...nothing, loop: open ? null : loop.at, sheet: "loops" }); } },
  make("span", { class: "say" }, make("b", null, `${kind}: `), rest.join(": ")),
  make("span", { class: "muted" }, t("causal_facts", { links: integer(loop.members.length), late: integer(loop.late), strength: number(loop.strength) }),
    loop.basic ? make("span", { class: "basic", title: t("causal_independent") }, ` · ${t("causal_basis")}`) : null)),
  open ? make("div", { class: "evidence more" }, loop.members.map((box) => nodeButton(boxes[box].node)), loop.basic ? make("p", { class: "muted" }, t("causal_independent")) : null) : null);
}

causalTools.unshift((tool) => tool("loops", t("causal_loops"), integer(loopsNow().length + causes.listed[state.holder].more)));
