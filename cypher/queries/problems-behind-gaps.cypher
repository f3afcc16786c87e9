// title: Problems behind most gaps
// about: Problems by how many of the gaps that the last `sysmap analyze --write-back` kept stand on them, and who those gaps are between: one meeting on the first may close several.
// param top: integer = 50 -- how many rows
// returns: problem_id, problem, severity, gaps, stakeholders
MATCH (p:Problem {map: $map})<-[:SYSMAP_ABOUT]-(g:SysmapGap {map: $map})-[:SYSMAP_BETWEEN]->(s:Stakeholder {map: $map})
WITH p, g, s ORDER BY s.name, s.uid
WITH p, count(DISTINCT g) AS gaps, collect(DISTINCT s.name) AS stakeholders
RETURN p.id AS problem_id, p.name AS problem, p.severity AS severity, gaps, stakeholders
ORDER BY gaps DESC, coalesce(p.severity, 0) DESC, p.uid
LIMIT $top
