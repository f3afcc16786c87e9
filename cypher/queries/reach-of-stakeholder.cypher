// title: Reach of a stakeholder
// about: How many others it reaches along partnerships in one, two and three steps, and who they are.
// param stakeholder: text -- its id or its name
// param as_of: date = map -- the day that is looked at
// returns: step, stakeholders, names
MATCH (s:Stakeholder {map: $map}) WHERE s.id = $stakeholder OR toLower(s.name) = toLower($stakeholder)
WITH s ORDER BY s.uid LIMIT 1
OPTIONAL MATCH (s)-[r:PARTNERS_WITH]-(a:Stakeholder {map: $map}) WHERE a <> s AND coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of AND coalesce(a.since, '') <= $as_of AND coalesce(a.until, '9') + '~' >= $as_of
  AND coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
WITH DISTINCT s, a ORDER BY a.name, a.uid
WITH s, collect(a) AS one
OPTIONAL MATCH (x:Stakeholder {map: $map})-[r:PARTNERS_WITH]-(b:Stakeholder {map: $map}) WHERE x IN one AND b <> s AND NOT b IN one AND coalesce(b.since, '') <= $as_of AND coalesce(b.until, '9') + '~' >= $as_of
  AND coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
WITH DISTINCT one, s, b ORDER BY b.name, b.uid
WITH s, one, collect(b) AS two
OPTIONAL MATCH (y:Stakeholder {map: $map})-[r:PARTNERS_WITH]-(c:Stakeholder {map: $map}) WHERE y IN two AND c <> s AND NOT c IN one AND NOT c IN two AND coalesce(c.since, '') <= $as_of AND coalesce(c.until, '9') + '~' >= $as_of
  AND coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
WITH DISTINCT one, two, c ORDER BY c.name, c.uid
WITH one, two, collect(c) AS three
WITH [one, two, three] AS rings
UNWIND [1, 2, 3] AS step
WITH step, rings[step - 1] AS ring
RETURN step, size(ring) AS stakeholders, [n IN ring | n.name] AS names
ORDER BY step
