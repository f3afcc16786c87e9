// What was found, in words: three headlines, the whole list, and the gaps with their reasons.
const doors = []; // what else a module lets the reader open from the overview
const sheets = { findings: findingsSheet, gaps: gapsSheet, about: aboutSheet };
const overview = document.getElementById("overview");
const tone = (severity) => severity.replace("_", "-");
const severityWord = (severity) => make("span", { class: `severity ${tone(severity)}` }, t(severity));

function showOverview() {
  const heads = island.headlines.map((at) => make("li", null, make("button",
    { type: "button", class: `headline ${tone(findings[at].severity)}`, "aria-pressed": String(state.finding === at), onclick: () => openFinding(at) },
    make("span", { class: "say" }, severityWord(findings[at].severity), say(findings[at].title)))));
  fill(overview,
    make("p", { class: "muted phone" }, say(island.about)),
    make("h2", null, t("headlines")),
    storyButton(),
    heads.length ? make("ol", { class: "headlines" }, heads) : make("p", { class: "muted" }, t(nodes.length ? "no_findings" : "empty")),
    make("div", { class: "links" },
      findings.length ? make("button", { type: "button", class: "link", onclick: () => change({ sheet: "findings" }) },
        t("all_findings", { n: integer(findings.length + island.moreFindings) })) : null,
      make("button", { type: "button", class: "link", onclick: () => change({ sheet: "gaps" }) },
        gaps.length ? `${t("gaps")} (${integer(gaps.length + island.moreGaps)})` : t("gaps")),
      suggested.length ? make("button", { type: "button", class: "link", onclick: () => change({ sheet: "suggestions" }) }, `${t("suggestions")} (${integer(suggested.length)})`) : null,
      make("button", { type: "button", class: "link", onclick: () => change({ sheet: "about" }) }, t("notes")),
      doors.map((door) => door()),
      make("button", { type: "button", class: "link phone", onclick: savePicture }, t("save_png"))));
}

// A finding is shown with its evidence on the map, or where the reader is if all of it is lit there.
function openFinding(at) {
  const { nodes: told } = findings[at];
  if (!(viewNow().lights && told.length && told.every(viewNow().holds))) change({ view: "map" });
  selectFinding(at);
  showFocus();
}

function findingsSheet() {
  return [
    sheetHead(t("findings"), integer(findings.length + island.moreFindings)),
    findings.length ? null : make("p", { class: "muted" }, t("no_findings")),
    make("ol", { class: "cards" }, findings.map((_, at) => findingCard(at))),
    island.moreFindings ? make("p", { class: "muted" }, t("findings_more", { n: integer(island.moreFindings) })) : null,
  ];
}

function findingCard(at, turn = () => (state.finding === at ? clearFinding() : openFinding(at))) {
  const finding = findings[at];
  const open = state.finding === at;
  return make("li", null, make("button", { type: "button", class: `headline ${tone(finding.severity)}`, "aria-expanded": String(open), "data-at": at,
    onclick: turn },
  make("span", { class: "say" }, severityWord(finding.severity), say(finding.title))),
  open ? make("div", { class: "more" },
    make("h3", null, t("why")), make("p", null, say(finding.why)),
    make("h3", null, t("next")), make("p", null, say(finding.next)),
    finding.nodes.length ? make("div", { class: "evidence" }, finding.nodes.slice(0, 12).map((node) => nodeButton(node)),
      finding.nodes.length > 12 ? make("p", { class: "muted" }, `+ ${integer(finding.nodes.length - 12)}`) : null) : null) : null);
}

const clearFinding = () => change({ finding: null });

function gapsSheet() {
  const intro = gaps.length ? t("gaps_shown", { n: integer(gaps.length) }) : island.gapsAbsent ? `${head(island.words.not_assessed)}. ${say(island.gapsAbsent)}` : t("no_gaps");
  return [
    sheetHead(t("gaps"), gaps.length ? integer(gaps.length + island.moreGaps) : ""),
    make("p", { class: "muted" }, gaps.length ? `${t("gap_line")}. ${intro}` : intro),
    make("ol", { class: "cards" }, gaps.map((gap, at) => gapCard(gap, at))),
    island.moreGaps ? make("p", { class: "muted" }, t("gaps_more", { n: integer(island.moreGaps) })) : null,
  ];
}

function gapCard(gap, at) {
  const open = state.gap === at;
  return make("li", null, make("button", { type: "button", class: "headline ghost", "aria-expanded": String(open), "data-at": at,
    onclick: () => (open ? change({ gap: null }) : openGap(at)) },
  make("span", { class: "say" }, `${nodes[gap.s].label} – ${nodes[gap.t].label}`)),
  open ? make("div", { class: "more" }, make("p", null, say(gap.reason)),
    make("div", { class: "evidence" }, [gap.s, gap.t].map((node) => nodeButton(node))),
    gap.problems.length ? [make("h3", null, t("problems_behind")), make("div", { class: "evidence" }, gap.problems.map((node) => nodeButton(node)))] : null) : null);
}

function openGap(at) {
  change({ view: "map" });
  selectGap(at);
  showFocus();
}

function aboutSheet() {
  return [
    sheetHead(t("notes"), ""),
    make("p", null, say(island.about)),
    island.author ? make("p", { class: "muted" }, island.author) : null,
    island.notes.map((note) => make("p", null, say(note))),
    make("p", { class: "muted" }, t("offline")),
    island.numbers.length ? [make("h3", null, t("numbers")), island.numbers.map((entry) => measureBlock(entry, entry.value, ""))] : null,
  ];
}
