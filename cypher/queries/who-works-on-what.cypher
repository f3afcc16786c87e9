// title: Who works on what
// about: Every stakeholder with each problem it works on, directly or through a living innovation that it carries and that addresses the problem.
// param as_of: date = map -- the day that is looked at
// param works: texts = map -- types of ties by which a stakeholder works on a problem
// param carries: texts = map -- types of ties by which a stakeholder carries an innovation
// param dead_stages: texts = map -- stages of innovations that live no longer
// returns: stakeholder_id, stakeholder, sector, tie, innovation, problem_id, problem
CALL {
  MATCH (s:Stakeholder {map: $map})-[w]->(p:Problem {map: $map})
  WHERE type(w) IN $works AND coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of AND coalesce(w.since, '') <= $as_of AND coalesce(w.until, '9') + '~' >= $as_of
    AND coalesce(p.since, p.reported, '') <= $as_of AND coalesce(p.until, '9') + '~' >= $as_of
  RETURN s, type(w) AS tie, null AS innovation, '' AS through, p
  UNION
  MATCH (s:Stakeholder {map: $map})-[w]->(i:Innovation {map: $map})-[a:ADDRESSES]->(p:Problem {map: $map})
  WHERE type(w) IN $carries AND coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of AND coalesce(w.since, '') <= $as_of AND coalesce(w.until, '9') + '~' >= $as_of
    AND coalesce(i.since, '') <= $as_of AND coalesce(i.until, '9') + '~' >= $as_of AND coalesce(a.since, '') <= $as_of AND coalesce(a.until, '9') + '~' >= $as_of
    AND coalesce(p.since, p.reported, '') <= $as_of AND coalesce(p.until, '9') + '~' >= $as_of
    AND NOT CASE WHEN i.stage IS NOT NULL AND coalesce(i.stage_since, last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + i.stage]), '') <= $as_of + '~' THEN i.stage
         ELSE coalesce(last([e IN coalesce(i.stage_history, []) WHERE e <= $as_of + '~' | substring(e, size(head(split(e, ' '))) + 1)]), '') END IN $dead_stages
  RETURN s, type(w) AS tie, i.name AS innovation, i.uid AS through, p
}
RETURN s.id AS stakeholder_id, s.name AS stakeholder, s.sector AS sector, tie, innovation, p.id AS problem_id, p.name AS problem
ORDER BY stakeholder, s.uid, problem, p.uid, tie, through
