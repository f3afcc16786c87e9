// title: Ties by year
// about: How many ties of each type began in each year up to the day, those that have ended among them; those without a date come last.
// param as_of: date = map -- the day that is looked at
// returns: year, tie, count
MATCH (a)-[r]->(b)
WHERE a.map = $map AND b.map = $map AND r.uid IS NOT NULL AND coalesce(r.since, '') <= $as_of
  AND coalesce(a.since, CASE WHEN a:Problem THEN a.reported WHEN a:GrowSession THEN a.date END, '') <= $as_of
  AND coalesce(b.since, CASE WHEN b:Problem THEN b.reported WHEN b:GrowSession THEN b.date END, '') <= $as_of
WITH left(r.since, 4) AS year, type(r) AS tie, count(r) AS count
RETURN year, tie, count
ORDER BY coalesce(year, '~'), tie
