// title: Goals that nobody holds
// about: Goals that no stakeholder shares on the day, and which innovations and problems bear on them all the same.
// param as_of: date = map -- the day that is looked at
// returns: goal_id, goal, baseline, actual, target, bearing
MATCH (g:Goal {map: $map})
WHERE coalesce(g.since, '') <= $as_of AND coalesce(g.until, '9') + '~' >= $as_of
  AND NOT EXISTS { MATCH (s:Stakeholder)-[h:SHARES]->(g) WHERE coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of AND coalesce(h.since, '') <= $as_of AND coalesce(h.until, '9') + '~' >= $as_of }
OPTIONAL MATCH (x)-[r:CONTRIBUTES_TO]->(g)
WHERE coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
  AND coalesce(x.since, CASE WHEN x:Problem THEN x.reported END, '') <= $as_of AND coalesce(x.until, '9') + '~' >= $as_of
WITH g, x ORDER BY x.name, x.uid
WITH g, collect(DISTINCT x.name) AS bearing
RETURN g.id AS goal_id, g.name AS goal, g.baseline AS baseline, g.actual AS actual, g.target AS target, bearing
ORDER BY g.uid
