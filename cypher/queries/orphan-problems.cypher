// title: Orphan problems
// about: Open problems that nobody owns, that nobody works on (directly or through a living innovation that addresses it), or that no living innovation addresses; each said apart.
// param as_of: date = map -- the day that is looked at
// param works: texts = map -- types of ties by which a stakeholder works on a problem
// param carries: texts = map -- types of ties by which a stakeholder carries an innovation
// param settled_problems: texts = map -- statuses of problems that are open no longer
// param dead_stages: texts = map -- stages of innovations that live no longer
// returns: problem_id, problem, severity, unowned, unattended, unaddressed
MATCH (p:Problem {map: $map})
WHERE NOT coalesce(p.status, '') IN $settled_problems AND coalesce(p.since, p.reported, '') <= $as_of AND coalesce(p.until, '9') + '~' >= $as_of
WITH p,
  NOT EXISTS { MATCH (s:Stakeholder)-[o:OWNS]->(p) WHERE coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of AND coalesce(o.since, '') <= $as_of AND coalesce(o.until, '9') + '~' >= $as_of } AS unowned,
  NOT EXISTS { MATCH (s:Stakeholder)-[w]->(p) WHERE type(w) IN $works AND coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of AND coalesce(w.since, '') <= $as_of AND coalesce(w.until, '9') + '~' >= $as_of } AS idle
WITH p, unowned, idle, NOT EXISTS {
    MATCH (s:Stakeholder)-[w]->(i:Innovation)-[d:ADDRESSES]->(p)
    WHERE type(w) IN $carries AND coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of AND coalesce(w.since, '') <= $as_of AND coalesce(w.until, '9') + '~' >= $as_of
      AND coalesce(i.since, '') <= $as_of AND coalesce(i.until, '9') + '~' >= $as_of AND coalesce(d.since, '') <= $as_of AND coalesce(d.until, '9') + '~' >= $as_of
      AND NOT CASE WHEN i.stage IS NOT NULL AND coalesce(i.stage_since, last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + i.stage]), '') <= $as_of + '~' THEN i.stage
         ELSE coalesce(last([e IN coalesce(i.stage_history, []) WHERE e <= $as_of + '~' | substring(e, size(head(split(e, ' '))) + 1)]), '') END IN $dead_stages } AS uncarried
WITH p, unowned, idle AND uncarried AS unattended, NOT EXISTS {
    MATCH (i:Innovation)-[d:ADDRESSES]->(p)
    WHERE coalesce(i.since, '') <= $as_of AND coalesce(i.until, '9') + '~' >= $as_of AND coalesce(d.since, '') <= $as_of AND coalesce(d.until, '9') + '~' >= $as_of
      AND NOT CASE WHEN i.stage IS NOT NULL AND coalesce(i.stage_since, last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + i.stage]), '') <= $as_of + '~' THEN i.stage
         ELSE coalesce(last([e IN coalesce(i.stage_history, []) WHERE e <= $as_of + '~' | substring(e, size(head(split(e, ' '))) + 1)]), '') END IN $dead_stages } AS unaddressed
WHERE unowned OR unattended OR unaddressed
RETURN p.id AS problem_id, p.name AS problem, p.severity AS severity, unowned, unattended, unaddressed
ORDER BY coalesce(p.severity, 0) DESC, p.uid
