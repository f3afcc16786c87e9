// title: Coverage by severity
// about: Of the open problems of each severity, how many an innovation at pilot, scaling or embedded addresses. Without a severity: not rated.
// param as_of: date = map -- the day that is looked at
// param settled_problems: texts = map -- statuses of problems that are open no longer
// param proven_stages: texts = map -- stages of innovations that have been tried out
// returns: severity, problems, answered, share
MATCH (p:Problem {map: $map})
WHERE NOT coalesce(p.status, '') IN $settled_problems AND coalesce(p.since, p.reported, '') <= $as_of AND coalesce(p.until, '9') + '~' >= $as_of
WITH p, EXISTS {
  MATCH (i:Innovation)-[d:ADDRESSES]->(p)
  WHERE coalesce(i.since, '') <= $as_of AND coalesce(i.until, '9') + '~' >= $as_of AND coalesce(d.since, '') <= $as_of AND coalesce(d.until, '9') + '~' >= $as_of
    AND CASE WHEN i.stage IS NOT NULL AND coalesce(i.stage_since, last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + i.stage]), '') <= $as_of + '~' THEN i.stage
         ELSE coalesce(last([e IN coalesce(i.stage_history, []) WHERE e <= $as_of + '~' | substring(e, size(head(split(e, ' '))) + 1)]), '') END IN $proven_stages } AS proven
WITH p.severity AS severity, count(p) AS problems, sum(CASE WHEN proven THEN 1 ELSE 0 END) AS answered
RETURN severity, problems, answered, round(toFloat(answered) / problems, 3) AS share
ORDER BY coalesce(severity, 0) DESC
