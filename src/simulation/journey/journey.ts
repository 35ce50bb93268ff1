/** What a journey of the demo is. Each wing brings its own, in a file of its name; they use the doors that people use. */
import type { Database, Ground, Tx } from '../../core/db/index.ts';
import type { Actor } from '../../core/access/index.ts';
import type { StoryClock } from '../../core/time/index.ts';
import type { Cast } from './cast.ts';

/** What a journey plays on. */
export interface Stage {
  readonly database: Database;
  readonly ground: Ground;
  readonly clock: StoryClock;
  /** Offices and officers of the story. */
  readonly cast: Cast;
  /** For files that the story makes (the nation as a table). */
  readonly folder: string;
  readonly residents: number;
  readonly seed: number;
  /** One use case as a person does it: role `app`, the actor's eyes. */
  act<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** How far this journey is, 0 to 1, and the word beside the bar. */
  progress(share: number, word: string): void;
}

export interface Journey {
  readonly name: string;
  readonly title: { readonly id: string; readonly en: string };
  run(stage: Stage): Promise<void>;
  /** Sentences about what does not hold after it; none when all is well. */
  check(stage: Stage): Promise<readonly string[]>;
}
