// title: Orphan problems
// about: Open problems that nobody owns, that nobody owns or works on, or that no living innovation addresses; each said apart.
// param as_of: date = today -- the day on which ties must hold
// returns: problem_id, problem, severity, unowned, unattended, unaddressed
MATCH (p:Problem {map: $map}) WHERE coalesce(p.status, '') <> 'resolved'
WITH p,
  NOT EXISTS { MATCH (:Stakeholder)-[o:OWNS]->(p) WHERE coalesce(o.since, '') <= $as_of AND coalesce(o.until, '9') + '~' >= $as_of } AS unowned,
  NOT EXISTS { MATCH (:Stakeholder)-[w:OWNS|WORKS_ON]->(p) WHERE coalesce(w.since, '') <= $as_of AND coalesce(w.until, '9') + '~' >= $as_of } AS unattended,
  NOT EXISTS { MATCH (i:Innovation)-[d:ADDRESSES]->(p) WHERE coalesce(i.stage, '') <> 'stopped'
               AND coalesce(d.since, '') <= $as_of AND coalesce(d.until, '9') + '~' >= $as_of } AS unaddressed
WHERE unowned OR unattended OR unaddressed
RETURN p.id AS problem_id, p.name AS problem, p.severity AS severity, unowned, unattended, unaddressed
ORDER BY coalesce(p.severity, 0) DESC, p.uid
