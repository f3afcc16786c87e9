// title: The strongest collaboration gaps
// about: The gaps that the last `sysmap analyze --write-back` kept, in its order: who, why (shared or linked problems), and how much it is needed.
// param top: integer = 50 -- how many rows
// returns: rank, kind, stakeholder_id, stakeholder, other_id, other, problems, severity, need
MATCH (s:Stakeholder {map: $map})<-[:SYSMAP_BETWEEN]-(g:SysmapGap {map: $map})-[:SYSMAP_BETWEEN]->(t:Stakeholder {map: $map})
WHERE s.uid < t.uid
OPTIONAL MATCH (g)-[:SYSMAP_ABOUT]->(p:Problem {map: $map})
WITH g, s, t, p ORDER BY p.severity DESC, p.uid
WITH g, s, t, collect(p.name) AS problems
RETURN g.rank AS rank, g.kind AS kind, s.id AS stakeholder_id, s.name AS stakeholder, t.id AS other_id, t.name AS other, problems,
       round(toFloat(g.severity), 6) AS severity, round(toFloat(g.need), 6) AS need
ORDER BY rank
LIMIT $top
