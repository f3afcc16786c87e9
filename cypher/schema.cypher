// The constraints of a sysmap database: each is the index that nodes are found by.
// Made from the vocabulary by scripts/docs; do not edit.

CREATE CONSTRAINT `sysmap_stakeholder_uid` IF NOT EXISTS FOR (n:`Stakeholder`) REQUIRE n.uid IS UNIQUE;
CREATE CONSTRAINT `sysmap_problem_uid` IF NOT EXISTS FOR (n:`Problem`) REQUIRE n.uid IS UNIQUE;
CREATE CONSTRAINT `sysmap_innovation_uid` IF NOT EXISTS FOR (n:`Innovation`) REQUIRE n.uid IS UNIQUE;
CREATE CONSTRAINT `sysmap_factor_uid` IF NOT EXISTS FOR (n:`Factor`) REQUIRE n.uid IS UNIQUE;
CREATE CONSTRAINT `sysmap_goal_uid` IF NOT EXISTS FOR (n:`Goal`) REQUIRE n.uid IS UNIQUE;
CREATE CONSTRAINT `sysmap_growsession_uid` IF NOT EXISTS FOR (n:`GrowSession`) REQUIRE n.uid IS UNIQUE;
CREATE CONSTRAINT `sysmap_assessment_uid` IF NOT EXISTS FOR (n:`Assessment`) REQUIRE n.uid IS UNIQUE;
CREATE CONSTRAINT `sysmap_sysmapmap_uid` IF NOT EXISTS FOR (n:`SysmapMap`) REQUIRE n.uid IS UNIQUE;
CREATE CONSTRAINT `sysmap_sysmapload_uid` IF NOT EXISTS FOR (n:`SysmapLoad`) REQUIRE n.uid IS UNIQUE;
CREATE CONSTRAINT `sysmap_sysmapgap_uid` IF NOT EXISTS FOR (n:`SysmapGap`) REQUIRE n.uid IS UNIQUE;
