// title: Causes on which groups disagree
// about: Causal links that hold on the day and raise their target for some and lower it for others: who says which (held_by, as written), and the sign they have for all who say nothing (+, -, ? where that is not one sign, empty where there is none). Those of most holders first.
// param as_of: date = map -- the day that is looked at
// returns: source_id, source, target_id, target, raises, lowers, common
MATCH (x)-[r:INFLUENCES]->(y)
WHERE x.map = $map AND coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
  AND coalesce(x.since, CASE WHEN x:Problem THEN x.reported END, '') <= $as_of AND coalesce(x.until, '9') + '~' >= $as_of
  AND coalesce(y.since, CASE WHEN y:Problem THEN y.reported END, '') <= $as_of AND coalesce(y.until, '9') + '~' >= $as_of
WITH x, y, r ORDER BY r.held_by, r.uid
WITH x, y,
     collect(DISTINCT CASE WHEN r.polarity = '+' THEN r.held_by END) AS raises,
     collect(DISTINCT CASE WHEN r.polarity = '-' THEN r.held_by END) AS lowers,
     collect(DISTINCT CASE WHEN r.held_by IS NULL THEN coalesce(r.polarity, '?') END) AS signs
WITH x, y, raises, lowers, CASE WHEN size(signs) = 1 THEN head(signs) WHEN size(signs) > 1 THEN '?' END AS common
WHERE size(raises) + size(lowers) > 0 AND (size(raises) > 0 OR common = '+') AND (size(lowers) > 0 OR common = '-')
RETURN x.id AS source_id, x.name AS source, y.id AS target_id, y.name AS target, raises, lowers, common
ORDER BY size(raises) + size(lowers) DESC, x.uid, y.uid
