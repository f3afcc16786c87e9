// title: Who is free to bridge
// about: Stakeholders with at least two partners by constraint as the last `sysmap analyze --write-back` kept it, the freest first: their partners do not know each other yet.
// param top: integer = 50 -- how many rows
// returns: stakeholder_id, stakeholder, sector, constraint, partners, effective_size
MATCH (s:Stakeholder {map: $map}) WHERE s.sm_constraint IS NOT NULL AND s.sm_degree >= 2
RETURN s.id AS stakeholder_id, s.name AS stakeholder, s.sector AS sector, round(toFloat(s.sm_constraint), 6) AS constraint,
       s.sm_degree AS partners, round(toFloat(s.sm_effective_size), 6) AS effective_size
ORDER BY constraint, s.uid
LIMIT $top
