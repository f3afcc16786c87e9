// title: Shortest path between two stakeholders
// about: Through whom one reaches the other along partnerships, in the fewest steps; of several such paths, the first by uid. Empty where there is none within 12 steps. Partnerships of any date count, those that have ended too (`partners-of` says which hold on the day).
// param source: text -- where the path begins, by id or name
// param target: text -- where it ends, by id or name
// returns: step, stakeholder_id, stakeholder
MATCH (a:Stakeholder {map: $map}) WHERE a.id = $source OR toLower(a.name) = toLower($source)
MATCH (b:Stakeholder {map: $map}) WHERE (b.id = $target OR toLower(b.name) = toLower($target)) AND a <> b
MATCH p = allShortestPaths((a)-[:PARTNERS_WITH*..12]-(b))
WITH [n IN nodes(p) | n.uid] AS uids, [n IN nodes(p) | n.id] AS ids, [n IN nodes(p) | n.name] AS names, length(p) AS steps
ORDER BY steps, reduce(all = '', uid IN uids | all + uid + '\n')
LIMIT 1
UNWIND range(0, steps) AS step
RETURN step, ids[step] AS stakeholder_id, names[step] AS stakeholder
ORDER BY step
