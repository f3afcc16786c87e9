// title: Partners of a stakeholder
// about: Everyone a stakeholder has a partnership with, and of what kind.
// param stakeholder: text -- its id or its name
// returns: partner_id, partner, sector, boundary, kind, form, since, until, weight
MATCH (s:Stakeholder {map: $map})-[r:PARTNERS_WITH]-(t:Stakeholder {map: $map})
WHERE (s.id = $stakeholder OR toLower(s.name) = toLower($stakeholder)) AND s <> t
RETURN t.id AS partner_id, t.name AS partner, t.sector AS sector, t.boundary AS boundary, r.kind AS kind, r.form AS form,
       r.since AS since, r.until AS until, r.weight AS weight
ORDER BY partner, t.uid, r.uid
