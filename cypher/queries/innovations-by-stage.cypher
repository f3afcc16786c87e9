// title: Innovations by stage
// about: How many innovations stand at each stage on the day, from idea to embedded, and which.
// param as_of: date = map -- the day that is looked at
// returns: stage, innovations, names
MATCH (i:Innovation {map: $map}) WHERE coalesce(i.since, '') <= $as_of AND coalesce(i.until, '9') + '~' >= $as_of
WITH i,
     CASE WHEN i.stage IS NOT NULL AND coalesce(i.stage_since, last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + i.stage]), '') <= $as_of + '~' THEN i.stage
         ELSE coalesce(last([e IN coalesce(i.stage_history, []) WHERE e <= $as_of + '~' | substring(e, size(head(split(e, ' '))) + 1)]), '') END AS stage
WITH i, CASE WHEN stage <> '' THEN stage END AS stage ORDER BY i.name, i.uid
WITH stage, count(i) AS innovations, collect(i.name) AS names
RETURN stage, innovations, names
ORDER BY CASE stage WHEN 'idea' THEN 1 WHEN 'proposal' THEN 2 WHEN 'prototype' THEN 3 WHEN 'pilot' THEN 4
                    WHEN 'scaling' THEN 5 WHEN 'embedded' THEN 6 WHEN 'stopped' THEN 7 ELSE 8 END, coalesce(stage, '')
