// title: Stakeholders inside and outside
// about: How many stakeholders of each sector stand inside and outside the focal organisation, and how many have a partner across that boundary.
// param as_of: date = map -- the day that is looked at
// returns: boundary, sector, stakeholders, with_partner_across
MATCH (s:Stakeholder {map: $map}) WHERE coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of
WITH s, EXISTS {
  MATCH (s)-[r:PARTNERS_WITH]-(t:Stakeholder) WHERE t.boundary <> s.boundary AND coalesce(t.since, '') <= $as_of AND coalesce(t.until, '9') + '~' >= $as_of
    AND coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of } AS across
WITH s.boundary AS boundary, s.sector AS sector, count(s) AS stakeholders, sum(CASE WHEN across THEN 1 ELSE 0 END) AS with_partner_across
RETURN boundary, sector, stakeholders, with_partner_across
ORDER BY coalesce(boundary, '~'), coalesce(sector, '~')
