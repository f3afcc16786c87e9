// title: What the map holds
// about: How many nodes of each kind and ties of each type there are, of any date, and how many of them are there on the day.
// param as_of: date = map -- the day that is looked at
// returns: what, kind, count, on_day
CALL {
  MATCH (n:Stakeholder|Problem|Innovation|Factor|Goal|GrowSession|Assessment {map: $map})
  WITH CASE WHEN n:Stakeholder THEN 'Stakeholder' WHEN n:Problem THEN 'Problem' WHEN n:Innovation THEN 'Innovation' WHEN n:Factor THEN 'Factor'
            WHEN n:Goal THEN 'Goal' WHEN n:GrowSession THEN 'GrowSession' ELSE 'Assessment' END AS kind,
       CASE WHEN coalesce(n.since, CASE WHEN n:Problem THEN n.reported WHEN n:GrowSession THEN n.date END, '') <= $as_of AND coalesce(n.until, '9') + '~' >= $as_of THEN 1 ELSE 0 END AS there
  RETURN 'node' AS what, kind, count(*) AS count, sum(there) AS on_day
  UNION ALL
  MATCH (a)-[r]->(b) WHERE a.map = $map AND b.map = $map AND r.uid IS NOT NULL
  WITH type(r) AS kind,
       CASE WHEN coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
             AND coalesce(a.since, CASE WHEN a:Problem THEN a.reported WHEN a:GrowSession THEN a.date END, '') <= $as_of AND coalesce(a.until, '9') + '~' >= $as_of
             AND coalesce(b.since, CASE WHEN b:Problem THEN b.reported WHEN b:GrowSession THEN b.date END, '') <= $as_of AND coalesce(b.until, '9') + '~' >= $as_of THEN 1 ELSE 0 END AS there
  RETURN 'tie' AS what, kind, count(*) AS count, sum(there) AS on_day
}
RETURN what, kind, count, on_day
ORDER BY what, kind
