/** Shapes of the open data, safe in a browser. */
import type { Format } from '../query/formats.ts';

export interface OpenFile {
  readonly format: Format;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** `files` is empty where the table was spread too thin to be published. */
export interface PublishedTable {
  readonly id: string;
  readonly rows: number;
  readonly files: readonly OpenFile[];
}

export interface OpenDataPage {
  readonly releases: readonly string[];
  /** What was asked for and is not there. */
  readonly missing: string | null;
  readonly shown: {
    readonly asOf: string;
    readonly knownAt: string;
    readonly publishedAt: string;
    readonly root: string;
    readonly snapshotRoot: string;
    readonly entryId: string;
    readonly tables: readonly (PublishedTable & { readonly title: string })[];
    /** Residents by province, to look at without taking a file along. */
    readonly glance: readonly { readonly label: string; readonly n: number }[];
  } | null;
}
