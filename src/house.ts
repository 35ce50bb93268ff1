/**
 * The house: all rooms and the ground they stand on. Serve, the command line, the demo, tests and benches start from here
 * and from nothing else.
 * Always holds: both languages have the same texts, a refusal code, a job and a route exist once, and every listener is
 * connected before the first act.
 */
import { randomBytes } from 'node:crypto';
import { configRoom, readConfig, type Config } from './core/config/index.ts';
import { constraintRefusals, databaseRoom, openDatabase, type Connection, type Database } from './core/db/index.ts';
import type { Ground } from './core/db/index.ts';
import { familyRefs, personRefs } from './core/id/index.ts';
import { startWorkers, type Job, type Workers } from './core/jobs/index.ts';
import { noticeBoard } from './core/notice/index.ts';
import type { Room } from './core/room.ts';
import { LANGUAGES, speaker, type Speaker } from './core/text/index.ts';
import type { Clock } from './core/time/index.ts';
import { openRegionIndex, room as regionRoom } from './register/region/index.ts';

/** Where the parts that keep things outside the database keep them; each makes its folder when it first needs it. */
export interface Folders {
  /** Photos and documents. */
  readonly files: string;
  /** Keys. */
  readonly vault: string;
  /** Tiles and checkpoints of the ledger. */
  readonly ledger: string;
  /** Copies of checkpoints, append-only; better on another machine. */
  readonly witness: string;
  /** Outgoing messages until a real way out is configured. */
  readonly messages: string;
}

export interface HouseOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly folders: Folders;
  /** The operator's decisions; defaults where none is given. */
  readonly config?: Config;
  readonly rooms?: readonly Room[];
  readonly maxConnections?: number;
}

export interface House {
  readonly rooms: readonly Room[];
  readonly database: Database;
  readonly ground: Ground;
  readonly speaker: Speaker;
  readonly folders: Folders;
  readonly jobs: readonly Job[];
  startWorkers(concurrency?: number): Promise<Workers>;
  close(): Promise<void>;
}

/** Every room, from the ground upwards; listeners run in this order. */
export const allRooms: readonly Room[] = [configRoom, databaseRoom, regionRoom];

/** Opens the house; connects to nothing until the first act. Throws when the rooms contradict one another. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { connection, clock, folders, rooms = allRooms } = options;
  checkRooms(rooms);
  const texts = rooms.flatMap((room) => room.texts ?? []);
  const refusals = rooms.map((room) => room.refusals ?? {});
  const notices = noticeBoard(rooms.flatMap((room) => room.listening ?? []));
  const jobs = [...rooms.flatMap((room) => room.jobs ?? []), ...notices.jobs];
  const ground: Ground = {
    clock,
    notices,
    config: options.config ?? readConfig(),
    personRefs: personRefs(randomBytes(32)),
    familyRefs: familyRefs(randomBytes(32)),
    regions: openRegionIndex(),
  };
  const constraints = constraintRefusals(refusals);
  const database = openDatabase({ connection, ground, constraints, maxConnections: options.maxConnections });
  return {
    rooms,
    database,
    ground,
    speaker: speaker(texts),
    folders,
    jobs,
    startWorkers: (concurrency) => startWorkers({ connection, database, jobs, concurrency }),
    close: () => database.close(),
  };
}

/** Throws with all contradictions at once. */
export function checkRooms(rooms: readonly Room[]): void {
  const faults = [
    ...twice(
      'room',
      rooms.map((room) => room.name),
    ),
    ...twice(
      'refusal',
      rooms.flatMap((room) => Object.keys(room.refusals ?? {})),
    ),
    ...twice(
      'job',
      rooms.flatMap((room) => (room.jobs ?? []).map((job) => job.name)),
    ),
    ...twice(
      'route',
      rooms.flatMap((room) => (room.routes ?? []).map(({ contract }) => `${contract.method} ${contract.path}`)),
    ),
    ...twice(
      'indicator',
      rooms.flatMap((room) => (room.indicators ?? []).map((indicator) => indicator.code)),
    ),
    ...twice(
      'act for approval',
      rooms.flatMap((room) => (room.proposables ?? []).map((proposable) => proposable.act)),
    ),
    ...rooms.flatMap(textFaults),
  ];
  if (faults.length > 0) throw new Error(`the rooms contradict one another:\n${faults.join('\n')}`);
}

function twice(what: string, names: readonly string[]): string[] {
  const repeated = new Set(names.filter((name, place) => names.indexOf(name) !== place));
  return [...repeated].map((name) => `${what} ${name} is declared twice`);
}

function textFaults(room: Room): string[] {
  const texts = room.texts ?? { id: {}, en: {} };
  const keys = new Set(LANGUAGES.flatMap((language) => Object.keys(texts[language])));
  const lacking = LANGUAGES.flatMap((language) =>
    [...keys].filter((key) => !(key in texts[language])).map((key) => `${room.name}: no text ${key} in ${language}`),
  );
  const mute = Object.keys(room.refusals ?? {}).filter((code) => !keys.has(code));
  return [...lacking, ...mute.map((code) => `${room.name}: refusal ${code} has no text`)];
}
