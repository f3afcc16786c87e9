// title: Innovations by how deep they reach
// about: Living innovations by Meadows' twelve places to intervene (leverage_level: 12 numbers to 1 mindset; empty where not rated, last), the deepest first, with the problems that they address.
// param as_of: date = map -- the day that is looked at
// param dead_stages: texts = map -- stages of innovations that live no longer
// returns: level, innovation_id, innovation, stage, problems
MATCH (i:Innovation {map: $map}) WHERE coalesce(i.since, '') <= $as_of AND coalesce(i.until, '9') + '~' >= $as_of
WITH i,
     CASE WHEN i.stage IS NOT NULL AND coalesce(i.stage_since, last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + i.stage]), '') <= $as_of + '~' THEN i.stage
         ELSE coalesce(last([e IN coalesce(i.stage_history, []) WHERE e <= $as_of + '~' | substring(e, size(head(split(e, ' '))) + 1)]), '') END AS stage
WHERE NOT stage IN $dead_stages
OPTIONAL MATCH (i)-[r:ADDRESSES]->(p:Problem {map: $map})
WHERE coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of AND coalesce(p.since, p.reported, '') <= $as_of AND coalesce(p.until, '9') + '~' >= $as_of
WITH DISTINCT i, stage, p ORDER BY p.name, p.uid
WITH i, stage, collect(p.name) AS problems
RETURN i.leverage_level AS level, i.id AS innovation_id, i.name AS innovation, CASE WHEN stage <> '' THEN stage END AS stage, problems
ORDER BY coalesce(i.leverage_level, 13), i.name, i.uid
