// title: What the map holds
// about: How many nodes of each kind and ties of each type there are.
// returns: what, kind, count
CALL {
  MATCH (n:Stakeholder {map: $map}) RETURN 'node' AS what, 'Stakeholder' AS kind, count(n) AS count
  UNION ALL MATCH (n:Problem {map: $map}) RETURN 'node' AS what, 'Problem' AS kind, count(n) AS count
  UNION ALL MATCH (n:Innovation {map: $map}) RETURN 'node' AS what, 'Innovation' AS kind, count(n) AS count
  UNION ALL MATCH (n:Factor {map: $map}) RETURN 'node' AS what, 'Factor' AS kind, count(n) AS count
  UNION ALL MATCH (n:Goal {map: $map}) RETURN 'node' AS what, 'Goal' AS kind, count(n) AS count
  UNION ALL MATCH (n:GrowSession {map: $map}) RETURN 'node' AS what, 'GrowSession' AS kind, count(n) AS count
  UNION ALL MATCH (n:Assessment {map: $map}) RETURN 'node' AS what, 'Assessment' AS kind, count(n) AS count
  UNION ALL MATCH (a)-[r]->(b) WHERE a.map = $map AND b.map = $map AND r.uid IS NOT NULL
  RETURN 'tie' AS what, type(r) AS kind, count(r) AS count
}
RETURN what, kind, count
ORDER BY what, kind
