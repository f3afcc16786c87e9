// What the reader has chosen, and what elements are made of.

/** What an element may hold; null, undefined and false leave nothing. */
export type SingleChild = Node | string | number | null | undefined | false;
export type Child = SingleChild | readonly Child[];

/** An event on an input, a select or a textarea. */
export type FieldEvent = Event & { target: HTMLInputElement };

/** Attributes of an element that is made. Null, undefined and false are left out, true is an empty attribute. */
export interface Attributes {
  style?: Record<string, string | number>;
  onclick?: ((event: MouseEvent) => void) | null;
  onchange?: ((event: FieldEvent) => void) | null;
  oninput?: ((event: FieldEvent) => void) | null;
  ontoggle?: ((event: Event & { target: HTMLDetailsElement }) => void) | null;
  onsubmit?: ((event: Event & { target: HTMLFormElement }) => void) | null;
  onkeydown?: ((event: KeyboardEvent) => void) | null;
  onpointerdown?: ((event: PointerEvent) => void) | null;
  onpointerenter?: (() => void) | null;
  onpointerleave?: (() => void) | null;
  onfocus?: (() => void) | null;
  onblur?: (() => void) | null;
  [name: string]: unknown;
}

/** What the legend hides: numbers of kinds, of types, and for each facet of its values. */
export interface Hidden {
  kinds: Set<number>;
  types: Set<number>;
  ghosts: boolean;
  grounds: boolean;
  facets: Set<number>[];
}

/** What is looked at, one at a time: numbers of nodes, ties, findings ... */
export interface LookedAt {
  selected: number | null;
  tie: number | null;
  finding: number | null;
  gap: number | null;
  suggestion: number | null;
  question: number | null;
  /** Place in the story. */
  step: number | null;
  /** The node from which a way is sought. */
  seeking: number | null;
  /** The ends of the way that is shown. */
  path: [number, number] | null;
}

export interface State extends LookedAt {
  language: string;
  theme: string;
  view: string;
  /** What the panel shows. */
  sheet: string;
  /** How far around a node one looks. */
  steps: number;
  direction: string;
  off: Hidden;
  colorBy: string;
  sizeBy: string;
  suggestionsDrawn: boolean;
}

/** Values for the state; a view may have keys of its own. */
export type Values = Partial<State> & Record<string, unknown>;
