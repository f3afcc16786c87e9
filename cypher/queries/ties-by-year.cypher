// title: Ties by year
// about: How many ties of each type began in each year; those without a date come last.
// returns: year, tie, count
MATCH (a)-[r]->(b) WHERE a.map = $map AND b.map = $map AND r.uid IS NOT NULL
WITH left(r.since, 4) AS year, type(r) AS tie, count(r) AS count
RETURN year, tie, count
ORDER BY coalesce(year, '~'), tie
