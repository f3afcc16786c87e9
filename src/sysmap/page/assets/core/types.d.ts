// The data island that Python writes into the page (page/scene.py), and what the scripts make of it.
// Nodes, ties, kinds, types, findings and gaps are named by their place in their list.
import type { IslandViews } from "../views/types.d.ts";

/** A text in every language of the page, in the order of `Island.languages`. */
export type Texts = readonly string[];

/** What a field of a node or tie may hold. */
export type FieldValue = string | number | boolean | readonly (string | number | boolean)[];

/** A field of a kind of node or of a type of tie. */
export interface Column {
  name: string;
  label: Texts;
  meaning?: Texts;
  unit?: Texts;
  /** Stored value -> the words for it. */
  choices?: Record<string, Texts>;
}

export interface Kind {
  label: string;
  name: string;
  title: Texts;
  plural: Texts;
  meaning: Texts;
  shape: string;
  /** Number of its colour in the palette, from 1. */
  color: number;
  columns: Column[];
}

/** How a line is drawn: the name of a colour, a width in pixels, lengths of dashes and gaps. */
export interface Stroke {
  color: string;
  width: number;
  dash: readonly number[];
  directed?: boolean;
  /** Key of the column with the sign of the tie; only types of signed ties have it. */
  polarity?: string;
}

export interface TieType extends Stroke {
  type: string;
  title: Texts;
  /** A sentence with the places {source} and {target}. */
  sentence: Texts;
  directed: boolean;
  columns: Column[];
}

/** A choice field or text measure: something to filter and to colour by. */
export interface Facet {
  key: string;
  title: Texts;
  values: Texts[];
  /** Place of the value that says nothing, or null where every node says something. */
  silent: number | null;
  /** The value of each node, -1 where the facet does not apply. */
  of: number[];
}

/** What is said of a measure. */
export interface MeasureWords {
  name: string;
  title: Texts;
  term: string;
  unit: Texts;
  how: Texts;
  advice: Texts;
  source: string;
  /** Present where the values are estimates: what is said of that. */
  estimated?: Texts;
}

export interface IslandMeasure extends MeasureWords {
  ranked: boolean;
  /** Numbers of the nodes; only the first and the last where all between are meant. */
  at: number[];
  values: (number | null)[];
  errors?: (number | null)[];
}

/** A measure, with its values by node. */
export interface Measure extends IslandMeasure {
  of: Map<number, number | null>;
  errorOf: Map<number, number | null>;
  /** Every value that is defined, the largest first. */
  sorted: number[];
}

/** A measure of the whole map. */
export interface GraphNumber extends MeasureWords {
  value: number | string | null;
}

export interface Finding {
  kind: string;
  severity: string;
  title: Texts;
  why: Texts;
  next: Texts;
  nodes: number[];
  ties: number[];
}

/** Two nodes that a dashed line may join: `s` and `t` are their numbers. */
export interface Pair {
  s: number;
  t: number;
}

export interface Gap extends Pair {
  together: boolean;
  reason: Texts;
  problems: number[];
}

export interface Suggestion extends Pair {
  score: number;
  /** Name of the term, what it adds to the score, and why. */
  terms: [string, number, Texts | null][];
}

export interface Question {
  name: string;
  ask: Texts;
  view: string;
  findings: number[];
  measure?: string;
  /** Nodes with their value in `measure`. */
  nodes?: [number, number][];
  /** Whether the suggested partnerships answer it. */
  pairs?: boolean;
  /** The node that is pushed in the causal view. */
  push?: number;
}

export interface StoryStep {
  title: Texts;
  view: string;
  finding: number;
}

/** A group of nodes with a soft ground behind them; `name` is the node that names it. */
export interface Ground {
  name: number;
  of: number[];
}

/** Discipline, round, score, respondents. */
export type AssessmentRow = [Texts, number | null, number, number | null];

export interface MapNode {
  id: number;
  label: string;
  shape: string;
  x: number;
  y: number;
  /** Number of its kind. */
  k: number;
  /** Its fields, by the place of the column. */
  p: Record<string, FieldValue>;
}

export interface IslandTie {
  from: number;
  to: number;
  /** Number of its type. */
  t: number;
  p?: Record<string, FieldValue>;
}

export interface Tie extends IslandTie {
  /** Its own number. */
  at: number;
  /** How far it stands from the middle of the ties that are parallel to it. */
  lane: number;
}

export interface Island {
  title: string;
  language: string;
  /** Codes of the languages, in the order of every `Texts`. */
  languages?: string[];
  theme: string;
  order: string[];
  author: string;
  about: Texts;
  day: Texts;
  words: Record<string, Texts>;
  views: IslandViews;
  kinds: Kind[];
  types: TieType[];
  /** Types whose ties are drawn only where one looks. */
  quiet: number[];
  grounds: Ground[];
  facets: Facet[];
  measures: IslandMeasure[];
  numbers: GraphNumber[];
  assessed: boolean;
  colorBy: string;
  sizeBy: string;
  learning: Record<string, AssessmentRow[]>;
  notes: Texts[];
  findings: Finding[];
  moreFindings: number;
  headlines: number[];
  questions: Question[];
  story: StoryStep[];
  suggestions: Suggestion[];
  gaps: Gap[];
  moreGaps: number;
  gapsAbsent: Texts | null;
  nodes: MapNode[];
  ties: IslandTie[];
  /** Options of vis-network. */
  options: Record<string, unknown> & { nodes?: Record<string, unknown> };
}

/** The island as the scripts use it. */
export interface Model {
  nodes: MapNode[];
  ties: Tie[];
  kinds: Kind[];
  types: TieType[];
  facets: Facet[];
  measures: Measure[];
  /** The ties of each node; a tie from a node to itself once. */
  tiesOf: Tie[][];
}

/** What the reader looks at: how far each node is, and which ties are drawn. */
export interface Focus {
  near: Map<number, number>;
  lines: Set<number>;
}

export interface Point {
  x: number;
  y: number;
}
