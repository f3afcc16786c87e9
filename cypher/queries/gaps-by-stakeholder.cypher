// title: Whom most gaps wait for
// about: Stakeholders by the gaps that the last `sysmap analyze --write-back` kept, with their partners beside: who has few partners and many gaps needs help first.
// param top: integer = 50 -- how many rows
// returns: stakeholder_id, stakeholder, sector, gaps, need, partners
MATCH (s:Stakeholder {map: $map})<-[:SYSMAP_BETWEEN]-(g:SysmapGap {map: $map})
WITH s, g ORDER BY g.rank
WITH s, count(g) AS gaps, sum(g.need) AS need
RETURN s.id AS stakeholder_id, s.name AS stakeholder, s.sector AS sector, gaps, round(toFloat(need), 6) AS need, s.sm_degree AS partners
ORDER BY gaps DESC, need DESC, s.uid
LIMIT $top
