// title: Gaps on linked problems
// about: Pairs without a partnership that share no open problem but work on two of which one depends on or influences the other, the gravest first. Severity is the sum over those problems; unrated ones count the median. Pairs of one house are left out.
// param as_of: date = map -- the day that is looked at
// param works: texts = map -- types of ties by which a stakeholder works on a problem
// param carries: texts = map -- types of ties by which a stakeholder carries an innovation
// param settled_problems: texts = map -- statuses of problems that are open no longer
// param dead_stages: texts = map -- stages of innovations that live no longer
// param top: integer = 50 -- how many rows
// returns: stakeholder_id, stakeholder, other_id, other, problems, severity
MATCH (q:Problem {map: $map})
WHERE NOT coalesce(q.status, '') IN $settled_problems AND coalesce(q.since, q.reported, '') <= $as_of AND coalesce(q.until, '9') + '~' >= $as_of
WITH coalesce(percentileCont(q.severity, 0.5), 1.0) AS middle
MATCH (p:Problem {map: $map})
WHERE NOT coalesce(p.status, '') IN $settled_problems AND coalesce(p.since, p.reported, '') <= $as_of AND coalesce(p.until, '9') + '~' >= $as_of
CALL (p) {
  MATCH (s:Stakeholder {map: $map})-[w]->(p)
  WHERE type(w) IN $works AND coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of AND coalesce(w.since, '') <= $as_of AND coalesce(w.until, '9') + '~' >= $as_of
  RETURN s
  UNION
  MATCH (s:Stakeholder {map: $map})-[w]->(i:Innovation {map: $map})-[d:ADDRESSES]->(p)
  WHERE type(w) IN $carries AND coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of AND coalesce(w.since, '') <= $as_of AND coalesce(w.until, '9') + '~' >= $as_of
    AND coalesce(i.since, '') <= $as_of AND coalesce(i.until, '9') + '~' >= $as_of AND coalesce(d.since, '') <= $as_of AND coalesce(d.until, '9') + '~' >= $as_of
    AND NOT CASE WHEN i.stage IS NOT NULL AND coalesce(i.stage_since, last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + i.stage]), '') <= $as_of + '~' THEN i.stage
         ELSE coalesce(last([e IN coalesce(i.stage_history, []) WHERE e <= $as_of + '~' | substring(e, size(head(split(e, ' '))) + 1)]), '') END IN $dead_stages
  RETURN s
}
WITH middle, p, s ORDER BY p.uid, s.uid
WITH middle, s, collect(p.uid) AS portfolio
WITH middle, collect({who: s, does: portfolio}) AS everyone
MATCH (p:Problem {map: $map})-[l:DEPENDS_ON|INFLUENCES]-(q:Problem {map: $map})
WHERE p <> q AND NOT coalesce(p.status, '') IN $settled_problems AND NOT coalesce(q.status, '') IN $settled_problems
  AND coalesce(p.since, p.reported, '') <= $as_of AND coalesce(p.until, '9') + '~' >= $as_of
  AND coalesce(q.since, q.reported, '') <= $as_of AND coalesce(q.until, '9') + '~' >= $as_of
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
    WHERE all(b IN relationships(h) WHERE coalesce(b.since, '') <= $as_of AND coalesce(b.until, '9') + '~' >= $as_of)
      AND all(n IN nodes(h) WHERE coalesce(n.since, '') <= $as_of AND coalesce(n.until, '9') + '~' >= $as_of) }
RETURN s.id AS stakeholder_id, s.name AS stakeholder, t.id AS other_id, t.name AS other, problems, round(toFloat(severity), 6) AS severity
ORDER BY severity DESC, s.uid, t.uid
LIMIT $top
