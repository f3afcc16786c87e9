// What Python computes for each view (page/views/*.py): `island.views.<name>`; null where the map has nothing for it.
import type { Texts } from "../core/types.d.ts";

/** Node, x, y, width, height, lines of the name. */
type IslandBox = [number, number, number, number, number, string[]];
/** From box, to box, sign (0: unknown), delay (0 none, 1 short, 2 long), strength (null: not given), bend. */
type IslandLink = [number, number, number, number, number | null, number];
/** What a map lacks of the common one, and what it has beside it; of the common map: nothing, and all of it. */
type Difference = [number[], number[]];
/** Polarity (R, B or ?), 1 where it is independent, delays, strength, boxes in order. */
type IslandLoop = [string, number, number, number, number[]];

export interface Archetype {
  title: Texts;
  headline: Texts;
  story: Texts;
  check: Texts;
  remedy: Texts;
  boxes: number[];
  arrows: number[];
}

export interface CausalData {
  boxes: IslandBox[];
  links: IslandLink[];
  /** Concepts without any link. */
  idle: number;
  maps: { name: string; node?: number | null; links: Difference }[];
  /** Numbers of two maps and how far apart they are, 0 to 1. */
  apart: [number, number, number | null][];
  loops: IslandLoop[];
  listed: { loops: Difference; more: number; complete?: number | null; cut?: number | null }[];
  levers: {
    scores: string[];
    links: number;
    split: [number, number];
    /** Numbers of two scores and how far they agree. */
    agree: [number, number, number | null][];
    /** Box, role, the four ranks. */
    rows: [number, string, ...(number | null)[]][];
  } | null;
  roles: Record<string, Texts>;
  stories: { found: Archetype[]; more: number; cut: number | null; timed: boolean } | null;
}

export interface Goal {
  n: number;
  horizon: string | number | null;
  measure: string | null;
  baseline: number | null;
  actual: number | null;
  target: number | null;
  /** Share of the way from the baseline to the target; null where it cannot be said. */
  progress: number | null;
  shared: boolean | null;
  share: Texts | null;
  /** Node (null: not drawn) and sector. */
  holders: [number | null, string | null][];
  pull: (number | null)[];
  apart: (number | null)[];
}

export interface GoalsData {
  sectors: [string, Texts][];
  goals: Goal[];
}

export interface GridData {
  /** From here on a rating is high. */
  high: number;
  classes: { name: Texts; rule: Texts; plan: Texts }[];
  /** Node, power, interest, class of the grid, class of salience (-1: none). */
  at: [number, number, number, number, number][];
}

export interface GroupsData {
  /** The group of each node. */
  of: number[];
  /** The most tied member of each group. */
  centre: number[];
  /** Whether the last group is the rest. */
  rest: boolean;
}

export interface GrowAction {
  who: number | null;
  what: string | null;
  due: string | null;
  done: string | null;
  overdue: boolean;
  late: number | null;
}

export interface GrowSession {
  n: number;
  date: string | null;
  step: string | null;
  goal: string | null;
  reality: string | null;
  problems: (number | null)[];
  involved: (number | null)[];
  options: (number | null)[];
  chosen: (number | null)[];
  stuck: (number | null)[];
  actions: GrowAction[];
  lacks: string[];
  complete: boolean;
  together: boolean | null;
  sectors: string[];
  affected: (number | null)[];
  asked: boolean;
}

export interface GrowData {
  day: string;
  steps: [string, Texts][];
  sectors: Record<string, Texts>;
  sessions: GrowSession[];
}

export interface LearningUnit {
  n: number;
  /** For each round: scores, suppressed disciplines, respondents; null where the unit was not asked. */
  rounds: ([(number | null)[], number[], number | null] | null)[];
}

export interface LearningData {
  disciplines: Texts[];
  waves: { wave: number; day: string | null; units: number; suppressed: number }[];
  months: number | null;
  /** Units that a mean needs. */
  company: number;
  private: boolean;
  /** For each round and discipline: mean, units. */
  means: [number | null, number][][];
  /** Discipline, change, units. */
  trend: [number, number, number][];
  spread: (number | null)[];
  units?: LearningUnit[];
  /** Unit, change, days. */
  paces?: [number, number, number][];
  /** Discipline, lowest and highest score, and whose they are. */
  apart?: [number, number, number, number | null, number | null][];
}

/** Node, severity, carriers, pairs that need each other, pairs that are partners, whether it is owned. */
export type MatrixProblem = [number, number, number, number | null, number | null, boolean | null];

export interface MatrixData {
  problems: MatrixProblem[];
  /** Node, and column, roles, column, roles ... */
  rows: [number, number[]][];
  /** Node, node, node, node ...: pair after pair. */
  gaps: number[];
}

/** Number of the item, who could add it (null: nobody, -1: not drawn), to what. */
export type Remedy = [number, number | null, number];

export interface Innovation {
  n: number;
  stage?: number;
  history?: [string, number][];
  trl?: number;
  months?: number;
  stalled?: boolean;
  /** Problem (-1: not drawn) and severity. */
  problems?: [number, number | null][];
  /** Whether it stands in the valley. */
  inside?: boolean;
  lacks?: number[];
  unknown?: number[];
  past?: boolean;
  risk?: number;
  tone?: string;
  unrated?: boolean;
  path?: number[];
  remedies?: Remedy[];
}

export interface Stage {
  title: Texts;
  valley: boolean;
  dead: boolean;
}

export interface PipelineData {
  items: string[];
  stages: Stage[];
  all: Innovation[];
}

export interface RolesData {
  field: Texts;
  /** Node -> how often it plays each of the four roles. */
  of: Record<string, number[]>;
}

/** From, to, colour, since, until. */
export type GoneTie = [number, number, string, string | null, string | null];

export interface TimeData {
  first: number;
  last: number;
  gone: GoneTie[];
}

export interface IslandViews {
  causal?: CausalData | null;
  goals?: GoalsData | null;
  grid?: GridData | null;
  groups?: GroupsData | null;
  grow?: GrowData | null;
  learning?: LearningData | null;
  matrix?: MatrixData | null;
  pipeline?: PipelineData | null;
  roles?: RolesData | null;
  time?: TimeData | null;
  [name: string]: unknown;
}
