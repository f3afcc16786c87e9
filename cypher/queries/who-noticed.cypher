// title: Who noticed which problem
// about: Each report of a problem by the day (REPORTED): by whom, from which sector, when, and how many days later an innovation that addresses the problem was first piloted; no days where there was none or a date is not known to the day. Problem by problem, the first to notice first.
// param as_of: date = map -- the day that is looked at
// returns: problem_id, problem, stakeholder_id, stakeholder, sector, noticed, piloted, days
MATCH (s:Stakeholder {map: $map})-[r:REPORTED]->(p:Problem {map: $map})
WHERE coalesce(r.since, '') <= $as_of AND coalesce(s.since, '') <= $as_of
  AND coalesce(p.since, p.reported, '') <= $as_of AND coalesce(p.until, '9') + '~' >= $as_of
OPTIONAL MATCH (i:Innovation {map: $map})-[a:ADDRESSES]->(p) WHERE coalesce(i.since, '') <= $as_of AND coalesce(a.since, '') <= $as_of
WITH s, r, p, [e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' pilot' | head(split(e, ' '))]
              + CASE WHEN i.stage = 'pilot' AND i.stage_since IS NOT NULL THEN [i.stage_since] ELSE [] END + [null] AS days
UNWIND days AS day
WITH s, r, p, CASE WHEN day <= $as_of THEN day END AS day
WITH s, r, p, min(day) AS piloted
WITH s, r, p, piloted, CASE WHEN size(r.since) = 10 AND size(piloted) = 10 THEN duration.inDays(date(r.since), date(piloted)).days END AS days
RETURN p.id AS problem_id, p.name AS problem, s.id AS stakeholder_id, s.name AS stakeholder, s.sector AS sector, r.since AS noticed, piloted,
       CASE WHEN days < 0 THEN 0 ELSE days END AS days
ORDER BY p.uid, coalesce(r.since, '9'), s.uid, r.uid
