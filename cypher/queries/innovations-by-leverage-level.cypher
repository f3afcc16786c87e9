// title: Innovations by how deep they reach
// about: Living innovations by Meadows' twelve places to intervene (leverage_level: 12 numbers to 1 mindset; empty where not rated, last), the deepest first, with the problems that they address.
// param as_of: date = today -- the day on which ties must hold
// returns: level, innovation_id, innovation, stage, problems
MATCH (i:Innovation {map: $map}) WHERE coalesce(i.stage, '') <> 'stopped'
OPTIONAL MATCH (i)-[r:ADDRESSES]->(p:Problem {map: $map})
WHERE coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
WITH DISTINCT i, p ORDER BY p.name, p.uid
WITH i, collect(p.name) AS problems
RETURN i.leverage_level AS level, i.id AS innovation_id, i.name AS innovation, i.stage AS stage, problems
ORDER BY coalesce(i.leverage_level, 13), i.name, i.uid
