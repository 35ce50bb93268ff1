/** What a journey of the demo is. Each wing brings its own, in a file of its name; they use the doors that people use. */
import type { Database, Ground, Tx } from '../../core/db/index.ts';
import type { Actor } from '../../core/access/index.ts';
import type { StoryClock } from '../../core/time/index.ts';
import type { Calendar, Happening } from './calendar.ts';
import type { Cast } from './cast.ts';

/** What a journey plays on. */
export interface Stage {
  readonly database: Database;
  readonly ground: Ground;
  /** Moved by the calendar, and by nobody else. */
  readonly clock: StoryClock;
  /** Offices and officers of the story. */
  readonly cast: Cast;
  /** The officers' password, which an approval asks for once more. */
  readonly password: string;
  /** For files that the story makes (the nation as a table). */
  readonly folder: string;
  readonly residents: number;
  readonly seed: number;
  /** One use case as a person does it: role `app`, the actor's eyes. */
  act<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Enters what happens at an instant of the story, see `Calendar`. */
  enter(at: Date, work: Happening, weight?: number): void;
  /** How far what happens now has come, 0 to 1, and the word beside the bar. */
  progress(share: number, word: string): void;
  /** Says what went otherwise than the story has it; the demo ends with 1 then. */
  fault(sentence: string): void;
}

export interface Journey {
  readonly name: string;
  readonly title: { readonly id: string; readonly en: string };
  /** Enters its happenings in the calendar; those of all journeys are played together, in the order of their days. */
  run(stage: Stage): Promise<void>;
  /** Goes on after the end of the story: enters what happens after `from`, up to `until`. */
  goOn?(stage: Stage, from: Date, until: Date): Promise<void>;
  /** Sentences about what does not hold after it; none when all is well. */
  check(stage: Stage): Promise<readonly string[]>;
  /** What a person reads of it at the end, in both languages. */
  tell?(stage: Stage): Promise<readonly string[]>;
}

export type StageGiven = Omit<Stage, 'act' | 'enter' | 'progress' | 'fault'> & {
  readonly calendar: Calendar;
  readonly told: (word: string) => void;
};

export interface OpenStage extends Stage {
  /** What was said to have gone otherwise. */
  readonly faults: readonly string[];
  /** How long the journey's happenings took. */
  spentMs(): number;
}

/** A stage over a house for one journey. */
export function openStage(given: StageGiven): OpenStage {
  const { calendar, told, ...stage } = given;
  const faults: string[] = [];
  let spent = 0;
  return {
    ...stage,
    faults,
    spentMs: () => spent,
    act: (actor, work) => stage.database.transact('app', actor, work),
    enter(at, work, weight) {
      calendar.enter(
        at,
        async () => {
          const began = performance.now();
          await work();
          spent += performance.now() - began;
        },
        weight,
      );
    },
    progress(share, word) {
      told(word);
      calendar.come(share);
    },
    fault: (sentence) => void faults.push(sentence),
  };
}
