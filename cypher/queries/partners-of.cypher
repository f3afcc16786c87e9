// title: Partners of a stakeholder
// about: Everyone a stakeholder has or had a partnership with, of what kind, and whether it holds on the day.
// param stakeholder: text -- its id or its name
// param as_of: date = map -- the day that is looked at
// returns: partner_id, partner, sector, boundary, kind, form, since, until, weight, holds
MATCH (s:Stakeholder {map: $map})-[r:PARTNERS_WITH]-(t:Stakeholder {map: $map})
WHERE (s.id = $stakeholder OR toLower(s.name) = toLower($stakeholder)) AND s <> t
RETURN t.id AS partner_id, t.name AS partner, t.sector AS sector, t.boundary AS boundary, r.kind AS kind, r.form AS form,
       r.since AS since, r.until AS until, r.weight AS weight,
       coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
       AND coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of
       AND coalesce(t.since, '') <= $as_of AND coalesce(t.until, '9') + '~' >= $as_of AS holds
ORDER BY partner, t.uid, r.uid
