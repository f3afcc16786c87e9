// Ways of looking at the same data: the map on its stage, and every view that draws itself into `#view`.
// A module of `views/` calls `addView`: `name` (its title in the words), `icon`, `order` in the bar, `has` (is there anything to show),
// `keys` (changes of the state that draw it again), `show(root)`, `holds(node)` where a node can be chosen without leaving it, `lights` where it lights a finding.
const canvas = document.getElementById("view");
const bar = document.getElementById("views");
const views = [{ name: "map", icon: "map", order: 0, has: () => true, keys: "", show: () => {}, holds: () => true }];

const addView = (one) => { if (one.has()) views.push({ holds: () => false, ...one }); };
const viewNamed = (name) => views.find((one) => one.name === name) || views[0];
const viewNow = () => viewNamed(state.view);

// On a phone a link to a view shows that view, and not the overview on top of it.
const viewOnly = (view) => (phone.matches && state.sheet === "overview" ? { view, sheet: "none" } : { view });
keep("view", () => (state.view === views[0].name ? null : state.view), (text) => (views.some((one) => one.name === text) ? viewOnly(text) : null));

// In the order of the look, which leaves out the others; else in their own.
function arrangeViews() {
  const place_ = (one) => (island.order.length ? island.order.indexOf(one.name) : one.order);
  const wanted = views.filter((one) => !island.order.length || island.order.includes(one.name)).sort((a, b) => place_(a) - place_(b));
  if (wanted.length) views.splice(0, views.length, ...wanted);
  state.view = views[0].name;
}

let drawn = "map";
function showView() {
  const now = viewNow();
  stage.hidden = now.name !== "map";
  canvas.hidden = !stage.hidden;
  if (drawn !== now.name) { canvas.replaceChildren(); canvas.scrollTo(0, 0); }
  drawn = now.name;
  document.body.dataset.view = now.name;
  canvas.dataset.view = now.name;
  canvas.setAttribute("aria-label", t(now.name));
  now.show(canvas);
}

function showBar() {
  const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.view : null;
  bar.setAttribute("aria-label", t("view"));
  fill(bar, views.map((one) => make("button", { type: "button", "data-view": one.name, "aria-current": state.view === one.name ? "page" : null,
    onclick: () => change(phone.matches ? { view: one.name, sheet: "none" } : { view: one.name }) }, icon(one.icon), make("span", null, t(one.name)))));
  const now = bar.querySelector("[aria-current]");
  if (now && bar.scrollWidth > bar.clientWidth) bar.scrollLeft = now.offsetLeft - (bar.clientWidth - now.offsetWidth) / 2;
  if (focused) bar.querySelector(`[data-view="${focused}"]`).focus({ preventScroll: true });
}

function startViews() {
  watch("language view", showBar);
  for (const one of views) watch(`language view theme ${one.keys}`, () => { if (viewNow() === one) showView(); });
}
