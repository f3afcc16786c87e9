// title: GROW board
// about: Each session held by the day: how far it came, what it chose, how many options, people, sectors and actions it has, and how many actions are done.
// param as_of: date = map -- the day that is looked at
// returns: session_id, session, date, step, goal, reality, options, chosen, people, sectors, actions, done
MATCH (g:GrowSession {map: $map}) WHERE coalesce(g.date, '') <= $as_of AND coalesce(g.since, g.date, '') <= $as_of AND coalesce(g.until, '9') + '~' >= $as_of
OPTIONAL MATCH (g)-[r:OPTION|CHOSE|INVOLVES|ACTION]->(x)
WHERE coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
  AND coalesce(x.since, '') <= $as_of AND coalesce(x.until, '9') + '~' >= $as_of
WITH g, x, r, type(r) AS tie ORDER BY x.name, x.uid
WITH g, count(DISTINCT CASE WHEN tie = 'OPTION' THEN x.uid END) AS options, collect(DISTINCT CASE WHEN tie = 'CHOSE' THEN x.name END) AS chosen,
     count(DISTINCT CASE WHEN tie = 'INVOLVES' THEN x.uid END) AS people, count(DISTINCT CASE WHEN tie = 'INVOLVES' THEN x.sector END) AS sectors,
     count(CASE WHEN tie = 'ACTION' THEN 1 END) AS actions, count(CASE WHEN tie = 'ACTION' AND coalesce(r.done, '9') <= $as_of THEN 1 END) AS done
RETURN g.id AS session_id, g.name AS session, g.date AS date, g.status AS step, g.goal AS goal, g.reality AS reality, options, chosen, people, sectors, actions, done
ORDER BY coalesce(g.date, ''), g.uid
