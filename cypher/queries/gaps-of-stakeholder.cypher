// title: With whom one stakeholder should work
// about: Its gaps among those that the last `sysmap analyze --write-back` kept, the most needed first, with the problems behind each.
// param stakeholder: text -- its id or its name
// returns: rank, kind, other_id, other, problems, need
MATCH (s:Stakeholder {map: $map}) WHERE s.id = $stakeholder OR toLower(s.name) = toLower($stakeholder)
WITH s ORDER BY s.uid LIMIT 1
MATCH (s)<-[:SYSMAP_BETWEEN]-(g:SysmapGap {map: $map})-[:SYSMAP_BETWEEN]->(t:Stakeholder {map: $map})
WHERE t.uid <> s.uid
OPTIONAL MATCH (g)-[:SYSMAP_ABOUT]->(p:Problem {map: $map})
WITH g, t, p ORDER BY p.severity DESC, p.uid
WITH g, t, collect(p.name) AS problems
RETURN g.rank AS rank, g.kind AS kind, t.id AS other_id, t.name AS other, problems, round(toFloat(g.need), 6) AS need
ORDER BY rank
