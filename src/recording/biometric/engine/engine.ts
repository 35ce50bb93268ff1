import type { Comparison } from '../rules.ts';
import type { Item, Template } from '../schema.ts';

/** A picture of something recorded, as a station sends it. */
export interface Sample extends Item {
  /** PNG, JPEG, TIFF, WebP or binary PGM/PPM. */
  readonly picture: Uint8Array;
}

export interface Extracted {
  readonly template: Template;
  /** What of the picture was used, in its pixels; null where an engine does not say. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  /** Of a face; null where an engine does not say or cannot see. */
  readonly eyesOpen: boolean | null;
}

/** Somebody in the gallery. `ref` means nothing to the engine: a recording's id, never a NIK. */
export interface Subject {
  readonly ref: string;
  readonly templates: readonly Template[];
}

export interface Candidate extends Comparison {
  readonly ref: string;
}

export interface IdentifyOptions {
  /** The most candidates to give, best first; 20 where not given. */
  readonly limit: number;
  /** Candidates below this fused log10 likelihood ratio are not given, and cost less to leave out the higher it is; where
   * not given, from where on a person would look at them (`thresholdsFor(size).review`). */
  readonly floor: number;
  /** Never candidates: the probe's own ref. */
  readonly except: readonly string[];
}

export interface Identified {
  /** Best first; of equals the smaller `ref` first. */
  readonly candidates: readonly Candidate[];
  /** People that the probe was compared with. */
  readonly gallerySize: number;
  /** The most that the probe's items could have said for one body (`powerOf`). */
  readonly power: number;
}

/**
 * What compares bodies. The built-in one is exact, small and plain; an operator can put a certified one in its place, which
 * must keep what stands here. Every method may refuse with `biometric.engine_busy`, `biometric.engine_failed` (nothing was
 * changed, the call may be repeated) and `biometric.engine_closed`.
 */
export interface BiometricEngine {
  /** Name and version, recorded with each search: `jatidiri-staged-2 human-faceres-1`; it says whether a search is exact. */
  readonly name: string;

  /**
   * The template of a picture. Deterministic: the same picture gives the same template.
   * Refuses a picture that holds nothing of the kind, several, too little or too much (`biometric.no_face`,
   * `biometric.several_faces`, `biometric.picture_*`), and `biometric.picture_waits` for a modality it cannot extract.
   */
  extract(sample: Sample): Promise<Extracted>;

  /**
   * Checks templates that came from elsewhere as `insert` would.
   * Refuses a template that is malformed, of an unknown format, of another finger than it says, or an item given twice.
   */
  check(templates: readonly Template[]): Promise<void>;

  /** Two people over the items that both have; symmetric. Refuses as `check`. */
  compare(a: readonly Template[], b: readonly Template[]): Promise<Comparison>;

  /**
   * Puts people into the gallery, all or none; a ref that is there already is replaced. It never decides anything. When it
   * has returned, each later `identify` finds them. Refuses as `check`.
   */
  insert(people: readonly Subject[]): Promise<void>;

  /**
   * Compares a probe with everybody in the gallery. Insert and identify are carried out one after the other: of two people
   * who are each inserted and then searched for, at least one finds the other. An engine that has lost people refuses with
   * `biometric.engine_failed` until each of them is inserted again or deleted: it never looks at a part and calls it all.
   */
  identify(probe: readonly Template[], options?: Partial<IdentifyOptions>): Promise<Identified>;

  /** Takes people out; gives how many were there. */
  delete(refs: readonly string[]): Promise<number>;

  /** People in the gallery. */
  size(): Promise<number>;

  /** All refs in the gallery, to compare it with the store at start and after a loss. */
  refs(): Promise<readonly string[]>;

  /** Ends threads and forgets the gallery. */
  close(): Promise<void>;
}
