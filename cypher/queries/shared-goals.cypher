// title: Who shares which goal
// about: Each goal with the stakeholders that share it and the sectors they come from; a shared vision spans two sectors or more.
// param as_of: date = map -- the day that is looked at
// returns: goal_id, goal, stakeholders, sectors
MATCH (g:Goal {map: $map}) WHERE coalesce(g.since, '') <= $as_of AND coalesce(g.until, '9') + '~' >= $as_of
OPTIONAL MATCH (s:Stakeholder {map: $map})-[r:SHARES]->(g)
WHERE coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
  AND coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of
WITH DISTINCT g, s
WITH g, s.sector AS sector, count(s) AS people ORDER BY sector
WITH g, sum(people) AS stakeholders, collect(sector) AS sectors
RETURN g.id AS goal_id, g.name AS goal, stakeholders, sectors
ORDER BY size(sectors) DESC, stakeholders DESC, g.uid
