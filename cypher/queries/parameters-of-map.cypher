// title: Parameters of the map
// about: What the other queries are given where nobody says otherwise: the day and the settings that the last load stored on the map's node. Each row is a line to paste into the Neo4j Browser or cypher-shell; then every query there answers as `sysmap query` does. Without a day of its own, a map is looked at today.
// returns: parameter, value, line
MATCH (m:SysmapMap {uid: $map})
WITH [{name: 'as_of', value: '"' + coalesce(m.as_of, toString(date())) + '"'},
      {name: 'map', value: '"' + $map + '"'},
      {name: 'power', value: toString(m.power)},
      {name: 'stalled', value: toString(m.stalled)},
      {name: 'works', value: '[' + substring(reduce(text = '', item IN m.works | text + ', "' + item + '"'), 2) + ']'},
      {name: 'carries', value: '[' + substring(reduce(text = '', item IN m.carries | text + ', "' + item + '"'), 2) + ']'},
      {name: 'settled_problems', value: '[' + substring(reduce(text = '', item IN m.settled_problems | text + ', "' + item + '"'), 2) + ']'},
      {name: 'dead_stages', value: '[' + substring(reduce(text = '', item IN m.dead_stages | text + ', "' + item + '"'), 2) + ']'},
      {name: 'proven_stages', value: '[' + substring(reduce(text = '', item IN m.proven_stages | text + ', "' + item + '"'), 2) + ']'}] AS parameters
UNWIND parameters AS parameter
WITH parameter.name AS parameter, parameter.value AS value
RETURN parameter, value, ':param ' + parameter + ' => ' + value AS line
ORDER BY parameter
