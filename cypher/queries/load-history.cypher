// title: History of loads
// about: Each load of the map: when it began and ended, what it changed, and whether it finished.
// returns: run, started, finished, status, counts
MATCH (l:SysmapLoad {map: $map})
RETURN l.run AS run, l.started AS started, l.finished AS finished, l.status AS status, l.counts AS counts
ORDER BY started, l.uid
