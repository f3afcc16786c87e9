// title: Innovations by stage
// about: How many innovations stand at each stage, from idea to embedded, and which.
// returns: stage, innovations, names
MATCH (i:Innovation {map: $map})
WITH i ORDER BY i.name, i.uid
WITH i.stage AS stage, count(i) AS innovations, collect(i.name) AS names
RETURN stage, innovations, names
ORDER BY CASE stage WHEN 'idea' THEN 1 WHEN 'proposal' THEN 2 WHEN 'prototype' THEN 3 WHEN 'pilot' THEN 4
                    WHEN 'scaling' THEN 5 WHEN 'embedded' THEN 6 WHEN 'stopped' THEN 7 ELSE 8 END, coalesce(stage, '')
