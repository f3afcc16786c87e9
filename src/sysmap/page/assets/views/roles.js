// In a stakeholder's panel: between whom it stands, by role.
const rolesData = island.views.roles;
const ROLE_WORDS = ["role_own", "role_door", "role_inside", "role_between"];

sections.push((node) => {
  const counts = rolesData && rolesData.of[node];
  if (!counts || !tiesOf[node].some((tie) => types[tie.t].type === "PARTNERS_WITH")) return null;
  const played = ROLE_WORDS.map((word, at) => [word, counts[at]]).filter(([, count]) => count).sort((a, b) => b[1] - a[1]);
  return make("details", { class: "roles" }, make("summary", null, make("span", null, t("roles_title", { field: say(rolesData.field).toLowerCase() })), make("span", { class: "count" }, integer(counts.reduce((sum, count) => sum + count, 0)))),
    played.length ? make("dl", { class: "facts" }, played.map(([word, count]) => [make("dt", null, t(word)), make("dd", null, t("role_pairs", { n: integer(count) }))])) : make("p", { class: "muted" }, t("role_none")));
});
