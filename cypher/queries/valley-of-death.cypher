// title: Innovations in the valley of death
// about: Living innovations between idea and routine (prototype or pilot; or technology readiness 4-7 where it is given), and which of the ties that would carry them across they lack.
// param as_of: date = today -- the day on which ties must hold
// returns: innovation_id, innovation, stage, sponsor, funder, adopter, champion, leads
MATCH (i:Innovation {map: $map})
WHERE coalesce(i.stage, '') <> 'stopped' AND ((i.trl IS NOT NULL AND i.trl >= 4 AND i.trl <= 7) OR (i.trl IS NULL AND i.stage IN ['prototype', 'pilot']))
OPTIONAL MATCH (s:Stakeholder {map: $map})-[r:SPONSORS|FUNDS|ADOPTS|CHAMPIONS|LEADS]->(i)
WHERE coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
WITH i, type(r) AS tie, count(DISTINCT s) AS people
WITH i, sum(CASE WHEN tie = 'SPONSORS' THEN people ELSE 0 END) AS sponsors, sum(CASE WHEN tie = 'FUNDS' THEN people ELSE 0 END) AS funders,
     sum(CASE WHEN tie = 'ADOPTS' THEN people ELSE 0 END) AS adopters, sum(CASE WHEN tie = 'CHAMPIONS' THEN people ELSE 0 END) AS champions,
     sum(CASE WHEN tie = 'LEADS' THEN people ELSE 0 END) AS leads
RETURN i.id AS innovation_id, i.name AS innovation, i.stage AS stage, sponsors > 0 AS sponsor, funders > 0 AS funder,
       adopters > 0 AS adopter, champions > 0 AS champion, leads
ORDER BY i.name, i.uid
