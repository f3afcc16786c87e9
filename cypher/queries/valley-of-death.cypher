// title: Innovations in the valley of death
// about: Living innovations between idea and routine (prototype or pilot; or technology readiness 4-7 where it is given), and which of the ties that would carry them across they lack.
// param as_of: date = map -- the day that is looked at
// param dead_stages: texts = map -- stages of innovations that live no longer
// returns: innovation_id, innovation, stage, sponsor, funder, adopter, champion, leads
MATCH (i:Innovation {map: $map}) WHERE coalesce(i.since, '') <= $as_of AND coalesce(i.until, '9') + '~' >= $as_of
WITH i,
     CASE WHEN i.stage IS NOT NULL AND coalesce(i.stage_since, last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + i.stage]), '') <= $as_of + '~' THEN i.stage
         ELSE coalesce(last([e IN coalesce(i.stage_history, []) WHERE e <= $as_of + '~' | substring(e, size(head(split(e, ' '))) + 1)]), '') END AS stage,
     CASE WHEN i.stage IS NULL OR coalesce(i.stage_since, last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + i.stage]), '') <= $as_of + '~' THEN i.trl END AS trl
WHERE NOT stage IN $dead_stages AND ((trl IS NOT NULL AND trl >= 4 AND trl <= 7) OR (trl IS NULL AND stage IN ['prototype', 'pilot']))
OPTIONAL MATCH (s:Stakeholder {map: $map})-[r:SPONSORS|FUNDS|ADOPTS|CHAMPIONS|LEADS]->(i)
WHERE coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of AND coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
WITH i, stage, type(r) AS tie, count(DISTINCT s) AS people
WITH i, stage, sum(CASE WHEN tie = 'SPONSORS' THEN people ELSE 0 END) AS sponsors, sum(CASE WHEN tie = 'FUNDS' THEN people ELSE 0 END) AS funders,
     sum(CASE WHEN tie = 'ADOPTS' THEN people ELSE 0 END) AS adopters, sum(CASE WHEN tie = 'CHAMPIONS' THEN people ELSE 0 END) AS champions,
     sum(CASE WHEN tie = 'LEADS' THEN people ELSE 0 END) AS leads
RETURN i.id AS innovation_id, i.name AS innovation, CASE WHEN stage <> '' THEN stage END AS stage, sponsors > 0 AS sponsor, funders > 0 AS funder,
       adopters > 0 AS adopter, champions > 0 AS champion, leads
ORDER BY i.name, i.uid
