// title: Innovations at risk, with what each lacks
// about: Living innovations in the valley of death that lack something of the checklist (sponsor with power, adopter, funding for twelve months more, people across the boundary, internal champion, two leads or one free to bridge, owned problem, movement), the highest risk first. What the data cannot tell stands under unknown, as all about partners does where nobody was asked for partnerships; whether one lead is free to bridge is known after `sysmap analyze --write-back`.
// param as_of: date = map -- the day that is looked at
// param dead_stages: texts = map -- stages of innovations that live no longer
// param settled_problems: texts = map -- statuses of problems that are open no longer
// param power: integer = map -- from which rating on a sponsor has power
// param stalled: integer = map -- after how many months in one stage it stands still
// returns: innovation_id, innovation, stage, risk, missing, unknown, months, severity
MATCH (q:Stakeholder {map: $map})
WITH percentileCont(q.sm_constraint, 0.5) AS middle, toString(toInteger(left($as_of, 4)) + 1) + substring($as_of, 4) AS next_year
MATCH (i:Innovation {map: $map}) WHERE coalesce(i.since, '') <= $as_of AND coalesce(i.until, '9') + '~' >= $as_of
WITH middle, next_year, i,
     (i.stage IS NOT NULL OR size(coalesce(i.stage_history, [])) = 0) AND coalesce(i.stage_since, last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + i.stage]), '') <= $as_of + '~' AS now,
     CASE WHEN i.stage IS NOT NULL AND coalesce(i.stage_since, last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + i.stage]), '') <= $as_of + '~' THEN i.stage
         ELSE coalesce(last([e IN coalesce(i.stage_history, []) WHERE e <= $as_of + '~' | substring(e, size(head(split(e, ' '))) + 1)]), '') END AS stage,
     CASE WHEN i.stage IS NULL OR coalesce(i.stage_since, last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + i.stage]), '') <= $as_of + '~' THEN i.trl END AS trl
WHERE NOT stage IN $dead_stages AND ((trl IS NOT NULL AND trl >= 4 AND trl <= 7) OR (trl IS NULL AND stage IN ['prototype', 'pilot']))
OPTIONAL MATCH (s:Stakeholder {map: $map})-[r:LEADS|SPONSORS|FUNDS|ADOPTS|CHAMPIONS|TAKES_PART_IN]->(i)
WHERE coalesce(s.since, '') <= $as_of AND coalesce(s.until, '9') + '~' >= $as_of AND coalesce(r.since, '') <= $as_of AND coalesce(r.until, '9') + '~' >= $as_of
WITH middle, i, stage, now, s, type(r) AS tie, coalesce(r.until, '9') + '~' >= next_year AS lasts
WITH i, stage, now, count(CASE WHEN tie = 'SPONSORS' AND coalesce(s.power, $power) >= $power THEN 1 END) AS sponsors, count(CASE WHEN tie = 'ADOPTS' THEN 1 END) AS adopters,
     count(CASE WHEN tie = 'FUNDS' AND lasts THEN 1 END) AS funders, count(CASE WHEN tie = 'CHAMPIONS' AND s.boundary = 'internal' THEN 1 END) AS champions,
     count(CASE WHEN tie = 'CHAMPIONS' AND s.boundary IS NULL THEN 1 END) AS unsure, count(DISTINCT CASE WHEN tie = 'LEADS' THEN s.uid END) AS leads,
     count(CASE WHEN tie = 'LEADS' AND s.sm_as_of IS NULL THEN 1 END) AS unmeasured, count(CASE WHEN tie = 'LEADS' AND s.sm_constraint < middle THEN 1 END) AS bridging,
     count(CASE WHEN s.boundary = 'internal' THEN 1 END) AS inner_side, count(CASE WHEN s.boundary = 'external' THEN 1 END) AS outer_side,
     count(s) AS people, count(s.boundary) AS sided
WITH i, stage, now, sponsors, adopters, funders, champions, unsure, leads, unmeasured, bridging, inner_side, outer_side, people - sided AS nowhere
OPTIONAL MATCH (lead:Stakeholder {map: $map})-[l:LEADS]->(i)
WHERE coalesce(lead.since, '') <= $as_of AND coalesce(lead.until, '9') + '~' >= $as_of AND coalesce(l.since, '') <= $as_of AND coalesce(l.until, '9') + '~' >= $as_of
OPTIONAL MATCH (lead)-[w:PARTNERS_WITH]-(t:Stakeholder {map: $map})
WHERE coalesce(t.since, '') <= $as_of AND coalesce(t.until, '9') + '~' >= $as_of AND coalesce(w.since, '') <= $as_of AND coalesce(w.until, '9') + '~' >= $as_of
WITH i, stage, now, sponsors, adopters, funders, champions, unsure, leads, unmeasured, bridging, inner_side, outer_side, nowhere, count(t) AS near, count(t.boundary) AS known,
     count(CASE WHEN t.boundary = 'internal' THEN 1 END) AS inner_near, count(CASE WHEN t.boundary = 'external' THEN 1 END) AS outer_near
WITH i, stage, now, sponsors, adopters, funders, champions, unsure, leads, unmeasured, bridging,
     inner_side + inner_near AS inner_side, outer_side + outer_near AS outer_side, nowhere + near - known AS nowhere
OPTIONAL MATCH (i)-[d:ADDRESSES]->(p:Problem {map: $map})
WHERE coalesce(d.since, '') <= $as_of AND coalesce(d.until, '9') + '~' >= $as_of
  AND coalesce(p.since, p.reported, '') <= $as_of AND coalesce(p.until, '9') + '~' >= $as_of
  AND NOT coalesce(p.status, '') IN $settled_problems
WITH i, stage, now, sponsors, adopters, funders, champions, unsure, leads, unmeasured, bridging, inner_side, outer_side, nowhere, p,
     EXISTS { MATCH (k:Stakeholder)-[o:OWNS]->(p) WHERE coalesce(k.since, '') <= $as_of AND coalesce(k.until, '9') + '~' >= $as_of AND coalesce(o.since, '') <= $as_of AND coalesce(o.until, '9') + '~' >= $as_of } AS owned
WITH i, stage, now, sponsors, adopters, funders, champions, unsure, leads, unmeasured, bridging, inner_side, outer_side, nowhere, count(p) AS problems,
     count(CASE WHEN p IS NOT NULL AND NOT owned THEN 1 END) AS orphans, max(p.severity) AS severity
WITH i, stage, now, sponsors, adopters, funders, champions, unsure, leads, unmeasured, bridging, inner_side, outer_side, nowhere, problems, orphans, severity,
     coalesce(CASE WHEN now THEN i.stage_since END, head(split(last([e IN coalesce(i.stage_history, []) WHERE e ENDS WITH ' ' + stage AND e <= $as_of + '~']), ' '))) AS since
WITH i, stage, now, sponsors, adopters, funders, champions, unsure, leads, unmeasured, bridging, inner_side, outer_side, nowhere, problems, orphans, severity,
     since + substring('-01-01', size(since) - 4) AS since
WITH i, stage, now, sponsors, adopters, funders, champions, unsure, leads, unmeasured, bridging, inner_side, outer_side, nowhere, problems, orphans, severity,
     CASE WHEN since <= $as_of THEN (toInteger(left($as_of, 4)) - toInteger(left(since, 4))) * 12 + toInteger(substring($as_of, 5, 2)) - toInteger(substring(since, 5, 2))
          - CASE WHEN substring($as_of, 8, 2) < substring(since, 8, 2) THEN 1 ELSE 0 END END AS months,
     EXISTS { MATCH (:Stakeholder {map: $map})-[:PARTNERS_WITH]->(:Stakeholder) } OR EXISTS { MATCH (m:SysmapMap {uid: $map}) WHERE m.files CONTAINS 'partnerships.csv' } AS assessed
WITH i, stage, severity, months, [item IN [
       CASE WHEN sponsors = 0 THEN 'sponsor' END, CASE WHEN adopters = 0 THEN 'adopter' END, CASE WHEN funders = 0 THEN 'funder' END,
       CASE WHEN (inner_side = 0 OR outer_side = 0) AND nowhere = 0 AND assessed THEN 'across' END, CASE WHEN champions = 0 AND unsure = 0 THEN 'champion' END,
       CASE WHEN leads = 0 OR (leads = 1 AND unmeasured = 0 AND bridging = 0 AND assessed) THEN 'lead' END, CASE WHEN orphans > 0 THEN 'owned' END,
       CASE WHEN months > $stalled AND stage <> 'embedded' THEN 'moving' END] WHERE item IS NOT NULL] AS missing, [item IN [
       CASE WHEN (inner_side = 0 OR outer_side = 0) AND (nowhere > 0 OR NOT assessed) THEN 'across' END, CASE WHEN champions = 0 AND unsure > 0 THEN 'champion' END,
       CASE WHEN leads = 1 AND (unmeasured > 0 OR NOT assessed) THEN 'lead' END, CASE WHEN problems = 0 THEN 'owned' END,
       CASE WHEN months IS NULL AND stage <> 'embedded' THEN 'moving' END] WHERE item IS NOT NULL] AS unknown
WHERE size(missing) > 0
RETURN i.id AS innovation_id, i.name AS innovation, CASE WHEN stage <> '' THEN stage END AS stage, round(toFloat(size(missing)) / (8 - size(unknown)), 6) AS risk, missing, unknown, months, severity
ORDER BY risk DESC, coalesce(severity, 0) DESC, i.uid
