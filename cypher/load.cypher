// Loads the CSV files of a dataset into Neo4j without sysmap. Made from the vocabulary by scripts/docs; do not edit.
//
// 1. Copy the files into Neo4j's import folder. Their columns are called as in docs/vocabulary.md, every node has an `id`,
//    lists are separated by |, references are ids, and a relation is the type of a tie.
// 2. Run schema.cypher once.
// 3. Set the map's name, in cypher-shell:  :param map => 'gunungkidul'
// 4. Run this script; take out the statements of files that you do not have.
// 5. The last statement writes on the map's node what the queries take where nothing else is given, such as which ties are
//    work on a problem; change it there. Give the node `as_of` if the map has a day of its own ('2026-09-30').
//
// A second run changes nothing. It removes nothing either, and checks nothing: `sysmap load` does both, and adopts what
// was loaded by this script.

LOAD CSV WITH HEADERS FROM 'file:///stakeholders.csv' AS row
WITH row WHERE row.id IS NOT NULL
MERGE (n:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
SET n += {map: $map, id: row.id, name: coalesce(row.name, row.id), `description`: row.`description`, `tags`: [item IN split(replace(row.`tags`, ';', '|'), '|') | trim(item)], `source`: row.`source`, `since`: row.`since`, `until`: row.`until`, `aliases`: [item IN split(replace(row.`aliases`, ';', '|'), '|') | trim(item)], `differs_from`: [item IN split(replace(row.`differs_from`, ';', '|'), '|') | trim(item)], `none_of`: [item IN split(replace(row.`none_of`, ';', '|'), '|') | trim(item)], `kind`: row.`kind`, `sector`: row.`sector`, `boundary`: row.`boundary`, `level`: row.`level`, `power`: toFloat(row.`power`), `interest`: toFloat(row.`interest`), `legitimacy`: toFloat(row.`legitimacy`), `urgency`: toFloat(row.`urgency`), `offers`: [item IN split(replace(row.`offers`, ';', '|'), '|') | trim(item)], `needs`: [item IN split(replace(row.`needs`, ';', '|'), '|') | trim(item)], `contact`: row.`contact`, `email`: row.`email`, `phone`: row.`phone`};

LOAD CSV WITH HEADERS FROM 'file:///problems.csv' AS row
WITH row WHERE row.id IS NOT NULL
MERGE (n:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
SET n += {map: $map, id: row.id, name: coalesce(row.name, row.id), `description`: row.`description`, `tags`: [item IN split(replace(row.`tags`, ';', '|'), '|') | trim(item)], `source`: row.`source`, `since`: row.`since`, `until`: row.`until`, `aliases`: [item IN split(replace(row.`aliases`, ';', '|'), '|') | trim(item)], `differs_from`: [item IN split(replace(row.`differs_from`, ';', '|'), '|') | trim(item)], `none_of`: [item IN split(replace(row.`none_of`, ';', '|'), '|') | trim(item)], `severity`: toFloat(row.`severity`), `urgency`: toFloat(row.`urgency`), `reach`: toFloat(row.`reach`), `status`: row.`status`, `reported`: row.`reported`};

LOAD CSV WITH HEADERS FROM 'file:///innovations.csv' AS row
WITH row WHERE row.id IS NOT NULL
MERGE (n:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
SET n += {map: $map, id: row.id, name: coalesce(row.name, row.id), `description`: row.`description`, `tags`: [item IN split(replace(row.`tags`, ';', '|'), '|') | trim(item)], `source`: row.`source`, `since`: row.`since`, `until`: row.`until`, `aliases`: [item IN split(replace(row.`aliases`, ';', '|'), '|') | trim(item)], `differs_from`: [item IN split(replace(row.`differs_from`, ';', '|'), '|') | trim(item)], `none_of`: [item IN split(replace(row.`none_of`, ';', '|'), '|') | trim(item)], `stage`: row.`stage`, `trl`: toInteger(row.`trl`), `stage_since`: row.`stage_since`, `facet`: row.`facet`, `leverage_level`: toInteger(row.`leverage_level`), `wanted`: row.`wanted`, `cost`: toFloat(row.`cost`)};

LOAD CSV WITH HEADERS FROM 'file:///factors.csv' AS row
WITH row WHERE row.id IS NOT NULL
MERGE (n:`Factor` {uid: $map + '/factor:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
SET n += {map: $map, id: row.id, name: coalesce(row.name, row.id), `description`: row.`description`, `tags`: [item IN split(replace(row.`tags`, ';', '|'), '|') | trim(item)], `source`: row.`source`, `since`: row.`since`, `until`: row.`until`, `aliases`: [item IN split(replace(row.`aliases`, ';', '|'), '|') | trim(item)], `differs_from`: [item IN split(replace(row.`differs_from`, ';', '|'), '|') | trim(item)], `none_of`: [item IN split(replace(row.`none_of`, ';', '|'), '|') | trim(item)], `unit`: row.`unit`, `wanted`: row.`wanted`, `baseline`: toFloat(row.`baseline`)};

LOAD CSV WITH HEADERS FROM 'file:///goals.csv' AS row
WITH row WHERE row.id IS NOT NULL
MERGE (n:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
SET n += {map: $map, id: row.id, name: coalesce(row.name, row.id), `description`: row.`description`, `tags`: [item IN split(replace(row.`tags`, ';', '|'), '|') | trim(item)], `source`: row.`source`, `since`: row.`since`, `until`: row.`until`, `aliases`: [item IN split(replace(row.`aliases`, ';', '|'), '|') | trim(item)], `differs_from`: [item IN split(replace(row.`differs_from`, ';', '|'), '|') | trim(item)], `none_of`: [item IN split(replace(row.`none_of`, ';', '|'), '|') | trim(item)], `horizon`: row.`horizon`, `measure`: row.`measure`, `baseline`: toFloat(row.`baseline`), `actual`: toFloat(row.`actual`), `target`: toFloat(row.`target`)};

LOAD CSV WITH HEADERS FROM 'file:///grow.csv' AS row
WITH row WHERE row.id IS NOT NULL
MERGE (n:`GrowSession` {uid: $map + '/grow:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
SET n += {map: $map, id: row.id, name: coalesce(row.name, row.id), `description`: row.`description`, `tags`: [item IN split(replace(row.`tags`, ';', '|'), '|') | trim(item)], `source`: row.`source`, `since`: row.`since`, `until`: row.`until`, `aliases`: [item IN split(replace(row.`aliases`, ';', '|'), '|') | trim(item)], `differs_from`: [item IN split(replace(row.`differs_from`, ';', '|'), '|') | trim(item)], `none_of`: [item IN split(replace(row.`none_of`, ';', '|'), '|') | trim(item)], `date`: row.`date`, `goal`: row.`goal`, `reality`: row.`reality`, `status`: row.`status`};

LOAD CSV WITH HEADERS FROM 'file:///assessments.csv' AS row
WITH row WHERE row.id IS NOT NULL
MERGE (n:`Assessment` {uid: $map + '/assessment:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
SET n += {map: $map, id: row.id, name: coalesce(row.name, row.id), `description`: row.`description`, `tags`: [item IN split(replace(row.`tags`, ';', '|'), '|') | trim(item)], `source`: row.`source`, `since`: row.`since`, `until`: row.`until`, `aliases`: [item IN split(replace(row.`aliases`, ';', '|'), '|') | trim(item)], `differs_from`: [item IN split(replace(row.`differs_from`, ';', '|'), '|') | trim(item)], `none_of`: [item IN split(replace(row.`none_of`, ';', '|'), '|') | trim(item)], `discipline`: row.`discipline`, `score`: toFloat(row.`score`), `wave`: toInteger(row.`wave`), `respondents`: toInteger(row.`respondents`)};

LOAD CSV WITH HEADERS FROM 'file:///stakeholders.csv' AS row
WITH row WHERE row.works_on IS NOT NULL
UNWIND [item IN split(replace(row.`works_on`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (mine)-[r:`WORKS_ON` {uid: $map + '/WORKS_ON:' + substring(mine.uid, size($map) + 1) + '>' + substring(other.uid, size($map) + 1) + ''}]->(other);

LOAD CSV WITH HEADERS FROM 'file:///stakeholders.csv' AS row
WITH row WHERE row.part_of IS NOT NULL
UNWIND [item IN split(replace(row.`part_of`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (mine)-[r:`BELONGS_TO` {uid: $map + '/BELONGS_TO:' + substring(mine.uid, size($map) + 1) + '>' + substring(other.uid, size($map) + 1) + ''}]->(other);

LOAD CSV WITH HEADERS FROM 'file:///problems.csv' AS row
WITH row WHERE row.owners IS NOT NULL
UNWIND [item IN split(replace(row.`owners`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (other)-[r:`OWNS` {uid: $map + '/OWNS:' + substring(other.uid, size($map) + 1) + '>' + substring(mine.uid, size($map) + 1) + ''}]->(mine);

LOAD CSV WITH HEADERS FROM 'file:///problems.csv' AS row
WITH row WHERE row.affected IS NOT NULL
UNWIND [item IN split(replace(row.`affected`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (other)-[r:`AFFECTED_BY` {uid: $map + '/AFFECTED_BY:' + substring(other.uid, size($map) + 1) + '>' + substring(mine.uid, size($map) + 1) + ''}]->(mine);

LOAD CSV WITH HEADERS FROM 'file:///problems.csv' AS row
WITH row WHERE row.worked_on_by IS NOT NULL
UNWIND [item IN split(replace(row.`worked_on_by`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (other)-[r:`WORKS_ON` {uid: $map + '/WORKS_ON:' + substring(other.uid, size($map) + 1) + '>' + substring(mine.uid, size($map) + 1) + ''}]->(mine);

LOAD CSV WITH HEADERS FROM 'file:///problems.csv' AS row
WITH row WHERE row.reported_by IS NOT NULL
UNWIND [item IN split(replace(row.`reported_by`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (other)-[r:`REPORTED` {uid: $map + '/REPORTED:' + substring(other.uid, size($map) + 1) + '>' + substring(mine.uid, size($map) + 1) + ''}]->(mine);

LOAD CSV WITH HEADERS FROM 'file:///problems.csv' AS row
WITH row WHERE row.depends_on IS NOT NULL
UNWIND [item IN split(replace(row.`depends_on`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (mine)-[r:`DEPENDS_ON` {uid: $map + '/DEPENDS_ON:' + substring(mine.uid, size($map) + 1) + '>' + substring(other.uid, size($map) + 1) + ''}]->(other);

LOAD CSV WITH HEADERS FROM 'file:///problems.csv' AS row
WITH row WHERE row.contributes_to IS NOT NULL
UNWIND [item IN split(replace(row.`contributes_to`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (mine)-[r:`CONTRIBUTES_TO` {uid: $map + '/CONTRIBUTES_TO:' + substring(mine.uid, size($map) + 1) + '>' + substring(other.uid, size($map) + 1) + ''}]->(other);

LOAD CSV WITH HEADERS FROM 'file:///innovations.csv' AS row
WITH row WHERE row.addresses IS NOT NULL
UNWIND [item IN split(replace(row.`addresses`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (mine)-[r:`ADDRESSES` {uid: $map + '/ADDRESSES:' + substring(mine.uid, size($map) + 1) + '>' + substring(other.uid, size($map) + 1) + ''}]->(other);

LOAD CSV WITH HEADERS FROM 'file:///innovations.csv' AS row
WITH row WHERE row.leads IS NOT NULL
UNWIND [item IN split(replace(row.`leads`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (other)-[r:`LEADS` {uid: $map + '/LEADS:' + substring(other.uid, size($map) + 1) + '>' + substring(mine.uid, size($map) + 1) + ''}]->(mine);

LOAD CSV WITH HEADERS FROM 'file:///innovations.csv' AS row
WITH row WHERE row.sponsors IS NOT NULL
UNWIND [item IN split(replace(row.`sponsors`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (other)-[r:`SPONSORS` {uid: $map + '/SPONSORS:' + substring(other.uid, size($map) + 1) + '>' + substring(mine.uid, size($map) + 1) + ''}]->(mine);

LOAD CSV WITH HEADERS FROM 'file:///innovations.csv' AS row
WITH row WHERE row.funders IS NOT NULL
UNWIND [item IN split(replace(row.`funders`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (other)-[r:`FUNDS` {uid: $map + '/FUNDS:' + substring(other.uid, size($map) + 1) + '>' + substring(mine.uid, size($map) + 1) + ''}]->(mine);

LOAD CSV WITH HEADERS FROM 'file:///innovations.csv' AS row
WITH row WHERE row.adopters IS NOT NULL
UNWIND [item IN split(replace(row.`adopters`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (other)-[r:`ADOPTS` {uid: $map + '/ADOPTS:' + substring(other.uid, size($map) + 1) + '>' + substring(mine.uid, size($map) + 1) + ''}]->(mine);

LOAD CSV WITH HEADERS FROM 'file:///innovations.csv' AS row
WITH row WHERE row.champions IS NOT NULL
UNWIND [item IN split(replace(row.`champions`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (other)-[r:`CHAMPIONS` {uid: $map + '/CHAMPIONS:' + substring(other.uid, size($map) + 1) + '>' + substring(mine.uid, size($map) + 1) + ''}]->(mine);

LOAD CSV WITH HEADERS FROM 'file:///innovations.csv' AS row
WITH row WHERE row.participants IS NOT NULL
UNWIND [item IN split(replace(row.`participants`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (other)-[r:`TAKES_PART_IN` {uid: $map + '/TAKES_PART_IN:' + substring(other.uid, size($map) + 1) + '>' + substring(mine.uid, size($map) + 1) + ''}]->(mine);

LOAD CSV WITH HEADERS FROM 'file:///innovations.csv' AS row
WITH row WHERE row.depends_on IS NOT NULL
UNWIND [item IN split(replace(row.`depends_on`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (mine)-[r:`DEPENDS_ON` {uid: $map + '/DEPENDS_ON:' + substring(mine.uid, size($map) + 1) + '>' + substring(other.uid, size($map) + 1) + ''}]->(other);

LOAD CSV WITH HEADERS FROM 'file:///innovations.csv' AS row
WITH row WHERE row.contributes_to IS NOT NULL
UNWIND [item IN split(replace(row.`contributes_to`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (mine)-[r:`CONTRIBUTES_TO` {uid: $map + '/CONTRIBUTES_TO:' + substring(mine.uid, size($map) + 1) + '>' + substring(other.uid, size($map) + 1) + ''}]->(other);

LOAD CSV WITH HEADERS FROM 'file:///goals.csv' AS row
WITH row WHERE row.shared_by IS NOT NULL
UNWIND [item IN split(replace(row.`shared_by`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (other)-[r:`SHARES` {uid: $map + '/SHARES:' + substring(other.uid, size($map) + 1) + '>' + substring(mine.uid, size($map) + 1) + ''}]->(mine);

LOAD CSV WITH HEADERS FROM 'file:///grow.csv' AS row
WITH row WHERE row.considers IS NOT NULL
UNWIND [item IN split(replace(row.`considers`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`GrowSession` {uid: $map + '/grow:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (mine)-[r:`CONSIDERS` {uid: $map + '/CONSIDERS:' + substring(mine.uid, size($map) + 1) + '>' + substring(other.uid, size($map) + 1) + ''}]->(other);

LOAD CSV WITH HEADERS FROM 'file:///grow.csv' AS row
WITH row WHERE row.involves IS NOT NULL
UNWIND [item IN split(replace(row.`involves`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`GrowSession` {uid: $map + '/grow:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (mine)-[r:`INVOLVES` {uid: $map + '/INVOLVES:' + substring(mine.uid, size($map) + 1) + '>' + substring(other.uid, size($map) + 1) + ''}]->(other);

LOAD CSV WITH HEADERS FROM 'file:///grow.csv' AS row
WITH row WHERE row.options IS NOT NULL
UNWIND [item IN split(replace(row.`options`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`GrowSession` {uid: $map + '/grow:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (mine)-[r:`OPTION` {uid: $map + '/OPTION:' + substring(mine.uid, size($map) + 1) + '>' + substring(other.uid, size($map) + 1) + ''}]->(other);

LOAD CSV WITH HEADERS FROM 'file:///grow.csv' AS row
WITH row WHERE row.chose IS NOT NULL
UNWIND [item IN split(replace(row.`chose`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`GrowSession` {uid: $map + '/grow:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (mine)-[r:`CHOSE` {uid: $map + '/CHOSE:' + substring(mine.uid, size($map) + 1) + '>' + substring(other.uid, size($map) + 1) + ''}]->(other);

LOAD CSV WITH HEADERS FROM 'file:///assessments.csv' AS row
WITH row WHERE row.stakeholder IS NOT NULL
UNWIND [item IN split(replace(row.`stakeholder`, ';', '|'), '|') | trim(item)] AS reference
MATCH (mine:`Assessment` {uid: $map + '/assessment:' + replace(replace(replace(replace(replace(replace(replace(row.id, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (other:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(reference, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (mine)-[r:`ASSESSES` {uid: $map + '/ASSESSES:' + substring(mine.uid, size($map) + 1) + '>' + substring(other.uid, size($map) + 1) + ''}]->(other);

LOAD CSV WITH HEADERS FROM 'file:///partnerships.csv' AS row
WITH row WHERE coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'stakeholder') = 'stakeholder'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
WITH row, coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`kind`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '') AS identity, CASE WHEN source.uid < target.uid THEN [source, target] ELSE [target, source] END AS ends
WITH row, identity, ends[0] AS source, ends[1] AS target
MERGE (source)-[r:`PARTNERS_WITH` {uid: $map + '/PARTNERS_WITH:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + identity}]->(target)
SET r += {`kind`: row.`kind`, `form`: row.`form`, `trust`: toFloat(row.`trust`), `value`: toFloat(row.`value`), `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'PARTNERS_WITH' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'stakeholder') = 'stakeholder'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
WITH row, coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`kind`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '') AS identity, CASE WHEN source.uid < target.uid THEN [source, target] ELSE [target, source] END AS ends
WITH row, identity, ends[0] AS source, ends[1] AS target
MERGE (source)-[r:`PARTNERS_WITH` {uid: $map + '/PARTNERS_WITH:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + identity}]->(target)
SET r += {`kind`: row.`kind`, `form`: row.`form`, `trust`: toFloat(row.`trust`), `value`: toFloat(row.`value`), `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'RELATES_TO' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'stakeholder') = 'stakeholder'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`RELATES_TO` {uid: $map + '/RELATES_TO:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`kind`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`kind`: row.`kind`, `sign`: row.`sign`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'BELONGS_TO' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'stakeholder') = 'stakeholder'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`BELONGS_TO` {uid: $map + '/BELONGS_TO:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'REPORTED' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'problem') = 'problem'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`REPORTED` {uid: $map + '/REPORTED:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`role`: row.`role`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'WORKS_ON' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'problem') = 'problem'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`WORKS_ON` {uid: $map + '/WORKS_ON:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`role`: row.`role`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'OWNS' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'problem') = 'problem'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`OWNS` {uid: $map + '/OWNS:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`role`: row.`role`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'AFFECTED_BY' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'problem') = 'problem'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`AFFECTED_BY` {uid: $map + '/AFFECTED_BY:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`role`: row.`role`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'LEADS' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`LEADS` {uid: $map + '/LEADS:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`role`: row.`role`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'SPONSORS' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`SPONSORS` {uid: $map + '/SPONSORS:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`role`: row.`role`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'FUNDS' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`FUNDS` {uid: $map + '/FUNDS:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`role`: row.`role`, `amount`: toFloat(row.`amount`), `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'ADOPTS' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`ADOPTS` {uid: $map + '/ADOPTS:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`role`: row.`role`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'CHAMPIONS' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`CHAMPIONS` {uid: $map + '/CHAMPIONS:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`role`: row.`role`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'TAKES_PART_IN' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`TAKES_PART_IN` {uid: $map + '/TAKES_PART_IN:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`role`: row.`role`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'SUPPORTS' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`SUPPORTS` {uid: $map + '/SUPPORTS:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`reason`: row.`reason`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'SUPPORTS' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'goal') = 'goal'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`SUPPORTS` {uid: $map + '/SUPPORTS:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`reason`: row.`reason`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'OPPOSES' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`OPPOSES` {uid: $map + '/OPPOSES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`reason`: row.`reason`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'OPPOSES' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'goal') = 'goal'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`OPPOSES` {uid: $map + '/OPPOSES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`reason`: row.`reason`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'SHARES' AND coalesce(row.source_kind, 'stakeholder') = 'stakeholder' AND coalesce(row.target_kind, 'goal') = 'goal'
MATCH (source:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`SHARES` {uid: $map + '/SHARES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'ADDRESSES' AND coalesce(row.source_kind, 'innovation') = 'innovation' AND coalesce(row.target_kind, 'problem') = 'problem'
MATCH (source:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`ADDRESSES` {uid: $map + '/ADDRESSES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`evidence`: row.`evidence`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'problem') = 'problem' AND coalesce(row.target_kind, 'problem') = 'problem'
MATCH (source:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'problem') = 'problem' AND coalesce(row.target_kind, 'factor') = 'factor'
MATCH (source:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Factor` {uid: $map + '/factor:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'problem') = 'problem' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'problem') = 'problem' AND coalesce(row.target_kind, 'goal') = 'goal'
MATCH (source:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'factor') = 'factor' AND coalesce(row.target_kind, 'problem') = 'problem'
MATCH (source:`Factor` {uid: $map + '/factor:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'factor') = 'factor' AND coalesce(row.target_kind, 'factor') = 'factor'
MATCH (source:`Factor` {uid: $map + '/factor:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Factor` {uid: $map + '/factor:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'factor') = 'factor' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Factor` {uid: $map + '/factor:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'factor') = 'factor' AND coalesce(row.target_kind, 'goal') = 'goal'
MATCH (source:`Factor` {uid: $map + '/factor:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'innovation') = 'innovation' AND coalesce(row.target_kind, 'problem') = 'problem'
MATCH (source:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'innovation') = 'innovation' AND coalesce(row.target_kind, 'factor') = 'factor'
MATCH (source:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Factor` {uid: $map + '/factor:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'innovation') = 'innovation' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'innovation') = 'innovation' AND coalesce(row.target_kind, 'goal') = 'goal'
MATCH (source:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'goal') = 'goal' AND coalesce(row.target_kind, 'problem') = 'problem'
MATCH (source:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'goal') = 'goal' AND coalesce(row.target_kind, 'factor') = 'factor'
MATCH (source:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Factor` {uid: $map + '/factor:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'goal') = 'goal' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INFLUENCES' AND coalesce(row.source_kind, 'goal') = 'goal' AND coalesce(row.target_kind, 'goal') = 'goal'
MATCH (source:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INFLUENCES` {uid: $map + '/INFLUENCES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`held_by`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`polarity`: row.`polarity`, `delay`: row.`delay`, `strength`: toFloat(row.`strength`), `held_by`: row.`held_by`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'DEPENDS_ON' AND coalesce(row.source_kind, 'problem') = 'problem' AND coalesce(row.target_kind, 'problem') = 'problem'
MATCH (source:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`DEPENDS_ON` {uid: $map + '/DEPENDS_ON:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'DEPENDS_ON' AND coalesce(row.source_kind, 'innovation') = 'innovation' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`DEPENDS_ON` {uid: $map + '/DEPENDS_ON:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'CONTRIBUTES_TO' AND coalesce(row.source_kind, 'innovation') = 'innovation' AND coalesce(row.target_kind, 'goal') = 'goal'
MATCH (source:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`CONTRIBUTES_TO` {uid: $map + '/CONTRIBUTES_TO:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'CONTRIBUTES_TO' AND coalesce(row.source_kind, 'problem') = 'problem' AND coalesce(row.target_kind, 'goal') = 'goal'
MATCH (source:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Goal` {uid: $map + '/goal:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`CONTRIBUTES_TO` {uid: $map + '/CONTRIBUTES_TO:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'CONSIDERS' AND coalesce(row.source_kind, 'grow') = 'grow' AND coalesce(row.target_kind, 'problem') = 'problem'
MATCH (source:`GrowSession` {uid: $map + '/grow:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Problem` {uid: $map + '/problem:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`CONSIDERS` {uid: $map + '/CONSIDERS:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'INVOLVES' AND coalesce(row.source_kind, 'grow') = 'grow' AND coalesce(row.target_kind, 'stakeholder') = 'stakeholder'
MATCH (source:`GrowSession` {uid: $map + '/grow:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`INVOLVES` {uid: $map + '/INVOLVES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'OPTION' AND coalesce(row.source_kind, 'grow') = 'grow' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`GrowSession` {uid: $map + '/grow:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`OPTION` {uid: $map + '/OPTION:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'CHOSE' AND coalesce(row.source_kind, 'grow') = 'grow' AND coalesce(row.target_kind, 'innovation') = 'innovation'
MATCH (source:`GrowSession` {uid: $map + '/grow:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Innovation` {uid: $map + '/innovation:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`CHOSE` {uid: $map + '/CHOSE:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'ACTION' AND coalesce(row.source_kind, 'grow') = 'grow' AND coalesce(row.target_kind, 'stakeholder') = 'stakeholder'
MATCH (source:`GrowSession` {uid: $map + '/grow:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`ACTION` {uid: $map + '/ACTION:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '#' + replace(replace(replace(replace(replace(replace(replace(row.`what`, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`what`: row.`what`, `due`: row.`due`, `done`: row.`done`, `weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

LOAD CSV WITH HEADERS FROM 'file:///links.csv' AS row
WITH row WHERE toUpper(row.relation) = 'ASSESSES' AND coalesce(row.source_kind, 'assessment') = 'assessment' AND coalesce(row.target_kind, 'stakeholder') = 'stakeholder'
MATCH (source:`Assessment` {uid: $map + '/assessment:' + replace(replace(replace(replace(replace(replace(replace(row.source, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MATCH (target:`Stakeholder` {uid: $map + '/stakeholder:' + replace(replace(replace(replace(replace(replace(replace(row.target, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40')})
MERGE (source)-[r:`ASSESSES` {uid: $map + '/ASSESSES:' + substring(source.uid, size($map) + 1) + '>' + substring(target.uid, size($map) + 1) + coalesce('@' + replace(replace(replace(replace(replace(replace(replace(row.key, '%', '%25'), ':', '%3A'), '/', '%2F'), '>', '%3E'), '|', '%7C'), '#', '%23'), '@', '%40'), '')}]->(target)
SET r += {`weight`: toFloat(row.`weight`), `confidence`: toFloat(row.`confidence`), `provenance`: row.`provenance`, `since`: row.`since`, `until`: row.`until`};

WITH [part IN [
      {file: 'stakeholders.csv', rows: COUNT { MATCH (n:`Stakeholder`) WHERE n.map = $map }},
      {file: 'problems.csv', rows: COUNT { MATCH (n:`Problem`) WHERE n.map = $map }},
      {file: 'innovations.csv', rows: COUNT { MATCH (n:`Innovation`) WHERE n.map = $map }},
      {file: 'factors.csv', rows: COUNT { MATCH (n:`Factor`) WHERE n.map = $map }},
      {file: 'goals.csv', rows: COUNT { MATCH (n:`Goal`) WHERE n.map = $map }},
      {file: 'grow.csv', rows: COUNT { MATCH (n:`GrowSession`) WHERE n.map = $map }},
      {file: 'assessments.csv', rows: COUNT { MATCH (n:`Assessment`) WHERE n.map = $map }},
      {file: 'partnerships.csv', rows: COUNT { MATCH (a:`Stakeholder`)-[:`PARTNERS_WITH`]->() WHERE a.map = $map }}] WHERE part.rows > 0] AS parts
MERGE (m:`SysmapMap` {uid: $map})
SET m.map = $map, m.files = '{' + substring(reduce(text = '', part IN parts | text + ', "' + part.file + '": ' + toString(part.rows)), 2) + '}',
    m.works = ['WORKS_ON', 'OWNS'], m.carries = ['LEADS', 'SPONSORS', 'FUNDS', 'ADOPTS'], m.settled_problems = ['resolved'], m.dead_stages = ['stopped'], m.proven_stages = ['pilot', 'scaling', 'embedded'], m.power = 4, m.stalled = 12;
