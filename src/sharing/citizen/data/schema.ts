/** Everything that the register holds about a person, in words. Safe in a browser. */
export interface DataRow {
  readonly label: string;
  readonly value: string;
  /** Who gave it, when and where, as far as the register knows. */
  readonly source: string | null;
}

export interface DataSection {
  readonly key: 'person' | 'family' | 'address' | 'body' | 'cards' | 'papers' | 'applications' | 'services';
  readonly title: string;
  readonly rows: readonly DataRow[];
}

export interface DataPage {
  readonly sections: readonly DataSection[];
}
