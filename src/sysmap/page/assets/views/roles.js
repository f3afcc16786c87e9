// In a stakeholder's panel: between whom it stands, by role.
import { hasPartners, island } from "../base/data.js";
import { make } from "../base/dom.js";
import { integer, say, t } from "../base/words.js";
import { addSection } from "../panel/node.js";
import { muted } from "../panel/sheet.js";

const { roles } = island.views;
const ROLE_WORDS = ["role_own", "role_door", "role_inside", "role_between"];

addSection((node) => {
  const counts = roles?.of[node];
  if (!roles || !counts || !hasPartners(node)) return null;
  const played = ROLE_WORDS.map((word, at) => ({ word, count: counts[at] }))
    .filter(({ count }) => count)
    .sort((a, b) => b.count - a.count);
  const whole = counts.reduce((sum, count) => sum + count, 0);
  return make(
    "details",
    { class: "roles" },
    make(
      "summary",
      null,
      make("span", null, t("roles_title", { field: say(roles.field).toLowerCase() })),
      make("span", { class: "count" }, integer(whole)),
    ),
    played.length
      ? make(
          "dl",
          { class: "facts" },
          played.map(({ word, count }) => [
            make("dt", null, t(word)),
            make("dd", null, t("role_pairs", { n: integer(count) })),
          ]),
        )
      : muted(t("role_none")),
  );
});
