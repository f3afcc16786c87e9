// title: Bridges between sectors
// about: Stakeholders with partners in sectors other than their own, those that reach most sectors first.
// param as_of: date = map -- the day that is looked at
// returns: stakeholder_id, stakeholder, sector, sectors, partners
MATCH (s:Stakeholder {map: $map})-[r:PARTNERS_WITH]-(t:Stakeholder {map: $map})
WHERE t.sector IS NOT NULL AND s.sector IS NOT NULL AND s.sector <> t.sector
  AND coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
  AND coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of AND coalesce(t.since, '') <= $as_of AND coalesce(t.until, '9') + '~' >= $as_of
WITH DISTINCT s, t
WITH s, t.sector AS other, count(t) AS known ORDER BY other
WITH s, collect(other) AS sectors, sum(known) AS partners
RETURN s.id AS stakeholder_id, s.name AS stakeholder, s.sector AS sector, sectors, partners
ORDER BY size(sectors) DESC, partners DESC, s.uid
