// title: Coverage by severity
// about: Of the open problems of each severity, how many an innovation at pilot, scaling or embedded addresses. Without a severity: not rated.
// param as_of: date = today -- the day on which ties must hold
// returns: severity, problems, answered, share
MATCH (p:Problem {map: $map}) WHERE coalesce(p.status, '') <> 'resolved'
WITH p, EXISTS {
  MATCH (i:Innovation)-[d:ADDRESSES]->(p)
  WHERE i.stage IN ['pilot', 'scaling', 'embedded'] AND coalesce(d.since, '') <= $as_of AND coalesce(d.until, '9') + '~' >= $as_of } AS proven
WITH p.severity AS severity, count(p) AS problems, sum(CASE WHEN proven THEN 1 ELSE 0 END) AS answered
RETURN severity, problems, answered, round(toFloat(answered) / problems, 3) AS share
ORDER BY coalesce(severity, 0) DESC
