// title: On whom the shortest ways run
// about: Stakeholders by go-between role (betweenness) as the last `sysmap analyze --write-back` kept it, with their partners and how free they are to bridge (constraint, lower is freer). Of an estimate, its standard error, how many were drawn and the seed; else these are empty.
// param top: integer = 50 -- how many rows
// returns: stakeholder_id, stakeholder, sector, betweenness, standard_error, sources, seed, partners, constraint
MATCH (s:Stakeholder {map: $map}) WHERE s.sm_betweenness > 0
RETURN s.id AS stakeholder_id, s.name AS stakeholder, s.sector AS sector, round(toFloat(s.sm_betweenness), 6) AS betweenness,
       round(toFloat(s.sm_betweenness_error), 6) AS standard_error, s.sm_betweenness_sources AS sources, s.sm_betweenness_seed AS seed,
       s.sm_degree AS partners, round(toFloat(s.sm_constraint), 6) AS constraint
ORDER BY betweenness DESC, s.uid
LIMIT $top
