// title: Causes by leverage
// about: Four scores of leverage of every cause and effect as the last `sysmap analyze --write-back` kept them, the most influential first: MICMAC influence with dependence and role, (effects + 1) / (causes + 1), feedback, and what a push there moves (empty where it neither settles nor swings evenly).
// param top: integer = 50 -- how many rows
// returns: id, name, role, influence, dependence, structural, loops, push
MATCH (n:Problem|Factor|Innovation|Goal {map: $map}) WHERE n.sm_micmac_role IS NOT NULL
RETURN n.id AS id, n.name AS name, n.sm_micmac_role AS role, round(toFloat(n.sm_micmac_influence), 6) AS influence,
       round(toFloat(n.sm_micmac_dependence), 6) AS dependence, round(toFloat(n.sm_structural_leverage), 6) AS structural,
       round(toFloat(n.sm_loop_leverage), 6) AS loops, round(toFloat(n.sm_push_sensitivity), 6) AS push
ORDER BY influence DESC, n.uid
LIMIT $top
