// title: What was written back, and whether it is of today's data
// about: The run whose measures the nodes carry: when, for which day, of how many stakeholders and gaps, and whether the map has been loaded since. If so, run `sysmap analyze --write-back` again.
// returns: run, written, as_of, stakeholders, gaps, loaded_since
MATCH (n:Stakeholder {map: $map}) WHERE n.sm_run IS NOT NULL
WITH n.sm_run AS run, n.sm_at AS written, n.sm_as_of AS as_of, count(n) AS stakeholders
OPTIONAL MATCH (g:SysmapGap {map: $map}) WHERE g.run = run
WITH run, written, as_of, stakeholders, count(g) AS gaps
OPTIONAL MATCH (l:SysmapLoad {map: $map}) WHERE l.started > written
WITH run, written, as_of, stakeholders, gaps, count(l) AS later
RETURN run, written, as_of, stakeholders, gaps, later > 0 AS loaded_since
ORDER BY run
