// title: The five disciplines by wave
// about: For each round of asking and each discipline: how many units have a score, the mean, the lowest and the highest, and how many are hidden because fewer than five people answered.
// param as_of: date = map -- the day that is looked at
// returns: wave, discipline, units, mean, lowest, highest, hidden
MATCH (a:Assessment {map: $map})-[r:ASSESSES]->(s:Stakeholder {map: $map})
WHERE a.score IS NOT NULL AND a.discipline IS NOT NULL
  AND coalesce(a.since, '') <= $as_of AND coalesce(a.until, '9') + '~' >= $as_of AND coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of AND coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of
WITH DISTINCT a, s
WITH coalesce(a.wave, 1) AS wave, a.discipline AS discipline, s, min(coalesce(a.respondents, 0)) AS fewest,
     sum(a.score * coalesce(a.respondents, 0)) AS points, sum(coalesce(a.respondents, 0)) AS people
WITH wave, discipline, CASE WHEN fewest >= 5 THEN toFloat(points) / people END AS score
WITH wave, discipline, count(score) AS units, avg(score) AS mean, min(score) AS lowest, max(score) AS highest, count(*) - count(score) AS hidden
RETURN wave, discipline, units, round(mean, 6) AS mean, round(lowest, 6) AS lowest, round(highest, 6) AS highest, hidden
ORDER BY wave, discipline
