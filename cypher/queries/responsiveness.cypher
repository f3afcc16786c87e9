// title: From report to first pilot
// about: Each problem reported by the day: when it was first reported, when an innovation that addresses it was first piloted, and how many days lie between; no days where a date is not known to the day. The slowest first.
// param as_of: date = map -- the day that is looked at
// returns: problem_id, problem, status, reported, piloted, days
MATCH (p:Problem {map: $map}) WHERE coalesce(p.since, p.reported, '') <= $as_of AND coalesce(p.until, '9') + '~' >= $as_of
OPTIONAL MATCH (s:Stakeholder {map: $map})-[r:REPORTED]->(p) WHERE r.since <= $as_of AND coalesce(s.since, '') <= $as_of
WITH p, min(r.since) AS heard
WITH p, CASE WHEN p.reported <= $as_of AND (heard IS NULL OR p.reported < heard) THEN p.reported ELSE heard END AS reported
WHERE reported IS NOT NULL
OPTIONAL MATCH (i:Innovation {map: $map})-[a:ADDRESSES]->(p) WHERE coalesce(i.since, '') <= $as_of AND coalesce(a.since, '') <= $as_of
WITH p, reported, [e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' pilot' | head(split(e, ' '))]
                  + CASE WHEN i.stage = 'pilot' AND i.stage_since IS NOT NULL THEN [i.stage_since] ELSE [] END + [null] AS days
UNWIND days AS day
WITH p, reported, CASE WHEN day <= $as_of THEN day END AS day
WITH p, reported, min(day) AS piloted
WITH p, reported, piloted, CASE WHEN size(reported) = 10 AND size(piloted) = 10 THEN duration.inDays(date(reported), date(piloted)).days END AS days
WITH p, reported, piloted, CASE WHEN days < 0 THEN 0 ELSE days END AS days
RETURN p.id AS problem_id, p.name AS problem, p.status AS status, reported, piloted, days
ORDER BY coalesce(days, -1) DESC, reported, p.uid
