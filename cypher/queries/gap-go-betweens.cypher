// title: Who could introduce the two of a gap
// about: For each gap that the last `sysmap analyze --write-back` kept: the partners that both sides shared on the day analysed, those with most partners first. An empty list: nobody, so it takes an invitation from outside.
// param top: integer = 50 -- how many rows
// returns: rank, stakeholder, other, go_betweens
MATCH (s:Stakeholder {map: $map})<-[:SYSMAP_BETWEEN]-(g:SysmapGap {map: $map})-[:SYSMAP_BETWEEN]->(t:Stakeholder {map: $map})
WHERE s.uid < t.uid
OPTIONAL MATCH (s)-[a:PARTNERS_WITH]-(m:Stakeholder {map: $map})-[b:PARTNERS_WITH]-(t)
WHERE m.uid <> s.uid AND m.uid <> t.uid
  AND coalesce(m.since, '') <= g.as_of AND coalesce(m.until, '9') + '~' >= g.as_of
  AND coalesce(a.since, '') <= g.as_of AND coalesce(a.until, '9') + '~' >= g.as_of
  AND coalesce(b.since, '') <= g.as_of AND coalesce(b.until, '9') + '~' >= g.as_of
WITH DISTINCT g, s, t, m
WITH g, s, t, m ORDER BY m.sm_degree DESC, m.uid
WITH g, s, t, collect(m.name) AS go_betweens
RETURN g.rank AS rank, s.name AS stakeholder, t.name AS other, go_betweens
ORDER BY rank
LIMIT $top
