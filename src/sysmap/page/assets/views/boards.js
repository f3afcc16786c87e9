// What the boards share. Drawing again leaves the reader in place: the scroll, the focus, what was opened; what was newly chosen comes into sight.
let boardChosen = null;

const focusable = (root) => [...root.querySelectorAll("button, summary, [tabindex]")];

function redrawBoard(root, content) {
  const focused = root.contains(document.activeElement) ? focusable(root).indexOf(document.activeElement) : -1;
  const opened_ = [...root.querySelectorAll("details")].map((one) => one.open);
  const isNew = !root.firstChild;
  const { scrollTop } = root;
  fill(root, content);
  root.querySelectorAll("details").forEach((one, at) => { one.open = Boolean(opened_[at]) || one.querySelector("[aria-current]") !== null; });
  root.scrollTo(0, scrollTop);
  if (focused >= 0 && focusable(root)[focused]) focusable(root)[focused].focus({ preventScroll: true });
  const chosen = state.selected === boardChosen && !isNew ? null : root.querySelector("[aria-current]");
  boardChosen = state.selected;
  if (chosen && focused < 0) chosen.scrollIntoView({ block: "nearest" });
}
