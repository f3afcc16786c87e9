// title: Groups that work together
// about: The communities that the last `sysmap analyze --write-back` kept: how many members, which sectors meet in each, and who they are.
// returns: community, stakeholders, sectors, names
MATCH (s:Stakeholder {map: $map}) WHERE s.sm_community IS NOT NULL
WITH s ORDER BY s.sector, s.name, s.uid
WITH s.sm_community AS community, count(s) AS stakeholders, collect(DISTINCT s.sector) AS sectors, collect(s.name) AS names
RETURN community, stakeholders, sectors, names
ORDER BY stakeholders DESC, community
