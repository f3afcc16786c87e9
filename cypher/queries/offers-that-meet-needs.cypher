// title: Offers that meet needs
// about: Who offers what another says it needs, and whether the two are partners on the day.
// param as_of: date = map -- the day that is looked at
// returns: giver_id, giver, taker_id, taker, what, partners
MATCH (a:Stakeholder {map: $map}) WHERE coalesce(a.since, '') <= $as_of AND coalesce(a.until, '9') + '~' >= $as_of
UNWIND coalesce(a.offers, []) AS offer
WITH a, offer
MATCH (b:Stakeholder {map: $map}) WHERE a <> b AND offer IN coalesce(b.needs, [])
  AND coalesce(b.since, '') <= $as_of AND coalesce(b.until, '9') + '~' >= $as_of
WITH DISTINCT a, b, offer
RETURN a.id AS giver_id, a.name AS giver, b.id AS taker_id, b.name AS taker, offer AS what,
       EXISTS { MATCH (a)-[r:PARTNERS_WITH]-(b) WHERE coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of } AS partners
ORDER BY what, a.uid, b.uid
