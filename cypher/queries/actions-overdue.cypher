// title: Overdue actions of GROW sessions
// about: What a session gave somebody to do, whose due date has passed and which is not done; the oldest first. An action without a due date is not overdue.
// param as_of: date = map -- the day that is looked at
// returns: session_id, session, stakeholder_id, stakeholder, what, due
MATCH (g:GrowSession {map: $map})-[r:ACTION]->(s:Stakeholder {map: $map})
WHERE coalesce(g.since, g.date, '') <= $as_of AND coalesce(g.until, '9') + '~' >= $as_of AND coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of
  AND coalesce(g.date, '') <= $as_of AND r.due IS NOT NULL AND r.due + '~' < $as_of AND coalesce(r.done, '9') > $as_of
  AND coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
RETURN g.id AS session_id, g.name AS session, s.id AS stakeholder_id, s.name AS stakeholder, r.what AS what, r.due AS due
ORDER BY due, g.uid, s.uid, r.uid
