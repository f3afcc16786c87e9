// title: Feedback loops through one cause
// about: Circles of causes and effects of at most 6 links through a problem, factor, innovation or goal, the shortest first, on the common map: R grows, B is undone, ? has a link of unknown sign. Links that nobody in particular holds speak for all; only where there is none, those of the holders.
// param node: text -- its id or its name
// param as_of: date = map -- the day that is looked at
// returns: links, polarity, names, signs, ids
MATCH (n:Problem|Factor|Innovation|Goal {map: $map}) WHERE n.id = $node OR toLower(n.name) = toLower($node)
WITH n ORDER BY n.uid LIMIT 1
MATCH p = (n)-[:INFLUENCES*1..6]->(n)
WHERE all(r IN relationships(p) WHERE coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of)
  AND all(x IN nodes(p) WHERE coalesce(x.since, CASE WHEN x:Problem THEN x.reported END, '') <= $as_of AND coalesce(x.until, '9') + '~' >= $as_of)
WITH DISTINCT [x IN nodes(p) | x.uid] AS uids, nodes(p) AS passed
WHERE all(at IN range(1, size(uids) - 2) WHERE NOT uids[at] IN uids[at + 1..])
UNWIND range(0, size(uids) - 2) AS at
WITH uids, passed, at, passed[at] AS cause, passed[at + 1] AS effect
MATCH (cause)-[r:INFLUENCES]->(effect)
WHERE coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
WITH uids, at, cause.id AS id, cause.name AS name, coalesce(r.held_by, '') = '' AS common, r.polarity AS polarity
WITH uids, at, id, name, count(*) AS links, sum(CASE WHEN polarity = '+' THEN 1 ELSE 0 END) AS plus, sum(CASE WHEN polarity = '-' THEN 1 ELSE 0 END) AS minus,
     sum(CASE WHEN common THEN 1 ELSE 0 END) AS shared, sum(CASE WHEN common AND polarity = '+' THEN 1 ELSE 0 END) AS shared_plus,
     sum(CASE WHEN common AND polarity = '-' THEN 1 ELSE 0 END) AS shared_minus
WITH uids, at, id, name, CASE WHEN shared > 0 AND shared_plus = shared OR shared = 0 AND plus = links THEN '+'
                              WHEN shared > 0 AND shared_minus = shared OR shared = 0 AND minus = links THEN '-' ELSE '?' END AS sign
ORDER BY uids, at
WITH uids, collect(sign) AS signs, collect(name) AS names, collect(id) AS ids
WITH uids, signs, names, ids, size([s IN signs WHERE s = '-']) AS turns
RETURN size(signs) AS links, CASE WHEN '?' IN signs THEN '?' WHEN turns % 2 = 0 THEN 'R' ELSE 'B' END AS polarity, names, signs, ids
ORDER BY links, reduce(all = '', uid IN uids | all + uid + '\n')
