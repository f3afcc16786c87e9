// title: Offers that meet needs
// about: Who offers what another says it needs, and whether the two are partners on the day.
// param as_of: date = today -- the day on which ties must hold
// returns: giver_id, giver, taker_id, taker, what, partners
MATCH (a:Stakeholder {map: $map})
UNWIND coalesce(a.offers, []) AS offer
WITH a, offer
MATCH (b:Stakeholder {map: $map}) WHERE a <> b AND offer IN coalesce(b.needs, [])
WITH DISTINCT a, b, offer
RETURN a.id AS giver_id, a.name AS giver, b.id AS taker_id, b.name AS taker, offer AS what,
       EXISTS { MATCH (a)-[r:PARTNERS_WITH]-(b) WHERE coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of } AS partners
ORDER BY what, a.uid, b.uid
