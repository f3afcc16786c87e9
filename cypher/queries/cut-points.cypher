// title: Without whom the network falls apart
// about: Cut points as the last `sysmap analyze --write-back` kept them, and those of their partners who have no other partner: give each a second tie.
// returns: stakeholder_id, stakeholder, sector, partners, only_tied_to_it
MATCH (s:Stakeholder {map: $map}) WHERE s.sm_cut_point = 1
OPTIONAL MATCH (s)-[r:PARTNERS_WITH]-(t:Stakeholder {map: $map})
WHERE t.sm_degree = 1 AND coalesce(r.since, '') <= s.sm_as_of AND coalesce(r.until, '9') + '~' >= s.sm_as_of
WITH DISTINCT s, t
WITH s, t ORDER BY t.name, t.uid
WITH s, collect(t.name) AS only_tied_to_it
RETURN s.id AS stakeholder_id, s.name AS stakeholder, s.sector AS sector, s.sm_degree AS partners, only_tied_to_it
ORDER BY size(only_tied_to_it) DESC, partners DESC, s.uid
