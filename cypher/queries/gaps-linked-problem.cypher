// title: Gaps on linked problems
// about: Pairs without a partnership that share no open problem but work on two of which one depends on or influences the other, the gravest first. Severity is the sum over those problems; unrated ones count the median. Pairs of one house are left out.
// param as_of: date = today -- the day on which ties must hold
// param top: integer = 50 -- how many rows
// returns: stakeholder_id, stakeholder, other_id, other, problems, severity
MATCH (q:Problem {map: $map}) WHERE coalesce(q.status, '') <> 'resolved'
WITH coalesce(percentileCont(q.severity, 0.5), 1.0) AS middle
MATCH (p:Problem {map: $map}) WHERE coalesce(p.status, '') <> 'resolved'
CALL (p) {
  MATCH (s:Stakeholder {map: $map})-[w:WORKS_ON|OWNS]->(p)
  WHERE coalesce(w.since, '') <= $as_of AND coalesce(w.until, '9') + '~' >= $as_of
  RETURN s
  UNION
  MATCH (s:Stakeholder {map: $map})-[w:LEADS|SPONSORS|FUNDS|ADOPTS]->(i:Innovation {map: $map})-[d:ADDRESSES]->(p)
  WHERE coalesce(i.stage, '') <> 'stopped'
    AND coalesce(w.since, '') <= $as_of AND coalesce(w.until, '9') + '~' >= $as_of
    AND coalesce(d.since, '') <= $as_of AND coalesce(d.until, '9') + '~' >= $as_of
  RETURN s
}
WITH middle, p, s ORDER BY p.uid, s.uid
WITH middle, s, collect(p.uid) AS portfolio
WITH middle, collect({who: s, does: portfolio}) AS everyone
MATCH (p:Problem {map: $map})-[l:DEPENDS_ON|INFLUENCES]-(q:Problem {map: $map})
WHERE p <> q AND coalesce(p.status, '') <> 'resolved' AND coalesce(q.status, '') <> 'resolved'
  AND coalesce(l.since, '') <= $as_of AND coalesce(l.until, '9') + '~' >= $as_of
WITH DISTINCT middle, everyone, p, q
WITH middle, p, q, [e IN everyone WHERE p.uid IN e.does] AS ours, [e IN everyone WHERE q.uid IN e.does] AS theirs
UNWIND ours AS one UNWIND theirs AS two
WITH middle, one.who AS s, two.who AS t, one.does AS does, two.does AS other_does, p, q
WHERE s.uid < t.uid AND none(uid IN does WHERE uid IN other_does)
UNWIND [p, q] AS problem
WITH DISTINCT middle, s, t, problem ORDER BY problem.uid
WITH s, t, collect(problem.name) AS problems, sum(coalesce(problem.severity, middle)) AS severity
WHERE NOT EXISTS {
    MATCH (s)-[r:PARTNERS_WITH]-(t)
    WHERE coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of }
  AND NOT EXISTS {
    MATCH h = (s)-[:BELONGS_TO*0..9]->(:Stakeholder)<-[:BELONGS_TO*0..9]-(t)
    WHERE all(b IN relationships(h) WHERE coalesce(b.since, '') <= $as_of AND coalesce(b.until, '9') + '~' >= $as_of) }
RETURN s.id AS stakeholder_id, s.name AS stakeholder, t.id AS other_id, t.name AS other, problems, round(toFloat(severity), 6) AS severity
ORDER BY severity DESC, s.uid, t.uid
LIMIT $top
