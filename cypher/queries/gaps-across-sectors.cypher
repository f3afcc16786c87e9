// title: Gaps between and within sectors
// about: How many of the gaps that the last `sysmap analyze --write-back` kept lie between which sectors, and how much they are needed together.
// returns: sector, other_sector, across, gaps, need
MATCH (s:Stakeholder {map: $map})<-[:SYSMAP_BETWEEN]-(g:SysmapGap {map: $map})-[:SYSMAP_BETWEEN]->(t:Stakeholder {map: $map})
WHERE s.uid < t.uid
WITH g, coalesce(s.sector, '') AS one, coalesce(t.sector, '') AS two
WITH g, CASE WHEN one <= two THEN one ELSE two END AS sector, CASE WHEN one <= two THEN two ELSE one END AS other_sector
ORDER BY g.rank
WITH sector, other_sector, count(g) AS gaps, sum(g.need) AS need
RETURN sector, other_sector, sector <> other_sector AS across, gaps, round(toFloat(need), 6) AS need
ORDER BY gaps DESC, sector, other_sector
