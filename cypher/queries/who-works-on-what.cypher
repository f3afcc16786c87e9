// title: Who works on what
// about: Every stakeholder with each problem it works on or owns, or carries an innovation for (leads, sponsors, funds, adopts).
// param as_of: date = today -- the day on which ties must hold
// returns: stakeholder_id, stakeholder, sector, tie, innovation, problem_id, problem
CALL {
  MATCH (s:Stakeholder {map: $map})-[w:WORKS_ON|OWNS]->(p:Problem {map: $map})
  WHERE coalesce(w.since, '') <= $as_of AND coalesce(w.until, '9') + '~' >= $as_of
  RETURN s, type(w) AS tie, null AS innovation, '' AS through, p
  UNION
  MATCH (s:Stakeholder {map: $map})-[w:LEADS|SPONSORS|FUNDS|ADOPTS]->(i:Innovation {map: $map})-[a:ADDRESSES]->(p:Problem {map: $map})
  WHERE coalesce(w.since, '') <= $as_of AND coalesce(w.until, '9') + '~' >= $as_of
    AND coalesce(a.since, '') <= $as_of AND coalesce(a.until, '9') + '~' >= $as_of
  RETURN s, type(w) AS tie, i.name AS innovation, i.uid AS through, p
}
RETURN s.id AS stakeholder_id, s.name AS stakeholder, s.sector AS sector, tie, innovation, p.id AS problem_id, p.name AS problem
ORDER BY stakeholder, s.uid, problem, p.uid, tie, through
