// title: Gaps on shared problems
// about: Pairs that work on the same open problem and have no partnership, most needed first. `need` is the sum of severity / (workers - 1), divided by the geometric mean of the two portfolios; an unrated severity is the median. Pairs of one house are left out. Links between their problems, which the findings add, do not count here.
// param as_of: date = map -- the day that is looked at
// param works: texts = map -- types of ties by which a stakeholder works on a problem
// param carries: texts = map -- types of ties by which a stakeholder carries an innovation
// param settled_problems: texts = map -- statuses of problems that are open no longer
// param dead_stages: texts = map -- stages of innovations that live no longer
// param top: integer = 50 -- how many rows
// returns: stakeholder_id, stakeholder, other_id, other, problems, severity, need
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
WITH s, p, coalesce(p.severity, middle) AS severity ORDER BY p.uid
WITH s, collect({problem: p, severity: severity}) AS portfolio
UNWIND portfolio AS item
WITH s, size(portfolio) AS tasks, item.problem AS p, item.severity AS severity ORDER BY s.uid
WITH p, severity, collect({who: s, tasks: tasks}) AS workers
UNWIND workers AS one UNWIND workers AS two
WITH p, severity, size(workers) AS k, one.who AS s, one.tasks AS tasks, two.who AS t, two.tasks AS other_tasks
WHERE s.uid < t.uid
WITH s, t, tasks, other_tasks, p, severity, k ORDER BY p.uid
WITH s, t, tasks, other_tasks, collect(p.name) AS problems, sum(severity) AS severity, sum(severity / (k - 1.0)) AS need
WHERE NOT EXISTS {
    MATCH (s)-[r:PARTNERS_WITH]-(t)
    WHERE coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of }
  AND NOT EXISTS {
    MATCH h = (s)-[:BELONGS_TO*0..9]->(:Stakeholder)<-[:BELONGS_TO*0..9]-(t)
    WHERE all(b IN relationships(h) WHERE coalesce(b.since, '') <= $as_of AND coalesce(b.until, '9') + '~' >= $as_of)
      AND all(n IN nodes(h) WHERE coalesce(n.since, '') <= $as_of AND coalesce(n.until, '9') + '~' >= $as_of) }
RETURN s.id AS stakeholder_id, s.name AS stakeholder, t.id AS other_id, t.name AS other, problems,
       round(toFloat(severity), 6) AS severity, round(need / sqrt(tasks * other_tasks), 6) AS need
ORDER BY need DESC, s.uid, t.uid
LIMIT $top
