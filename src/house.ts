/**
 * The house: all rooms and the ground they stand on. Serve, the command line, the demo, tests and benches start from here
 * and from nothing else.
 * Always holds: both languages have the same texts, a refusal code, a job and a route exist once, and every listener is
 * connected before the first act.
 */
import type { FastifyInstance } from 'fastify';
import { openGround } from './ground.ts';
import { accessRoom } from './core/access/index.ts';
import { approvalRoom } from './core/approval/index.ts';
import { configRoom, readConfig, type Config, type Folders } from './core/config/index.ts';
import {
  constraintRefusals,
  databaseRoom,
  openDatabase,
  refusalOf,
  type Connection,
  type Database,
  type Ground,
} from './core/db/index.ts';
import { room as backupRoom } from './core/backup/index.ts';
import { room as documentRoom } from './core/document/index.ts';
import { room as egressRoom } from './core/egress/index.ts';
import { room as fileRoom } from './core/file/index.ts';
import { healthRoom } from './core/health/index.ts';
import { buildServer, httpRoom, type Doorkeeper, type ServerOptions } from './core/http/index.ts';
import { idempotencyRoom } from './core/idempotency/index.ts';
import { startWorkers, type Job, type Workers } from './core/jobs/index.ts';
import { ledgerRoom, startSequencer, type Sequencer } from './core/ledger/index.ts';
import { silentLog, type Log } from './core/log/index.ts';
import { room as messageRoom } from './core/message/index.ts';
import { noticeBoard } from './core/notice/index.ts';
import type { Room } from './core/room.ts';
import { room as tableRoom } from './core/table/index.ts';
import { LANGUAGES, type Speaker } from './core/text/index.ts';
import type { Clock } from './core/time/index.ts';
import { room as enrolmentRoom } from './recording/enrolment/index.ts';
import { room as blankRoom } from './cards/blank/index.ts';
import { room as cardRoom } from './cards/card/index.ts';
import { room as disposalRoom } from './cards/disposal/index.ts';
import { room as matchingRoom } from './sharing/matching/index.ts';
import { room as returnedDataRoom } from './sharing/returned-data/index.ts';
import { room as verificationRoom } from './sharing/verification/index.ts';
import { room as citizenRoom } from './sharing/citizen/index.ts';
import { room as overviewRoom } from './cards/overview/index.ts';
import { room as dashboardRoom } from './insight/dashboard/index.ts';
import { room as statementRoom } from './insight/statement/index.ts';
import { room as warehouseRoom } from './insight/warehouse/index.ts';
import { room as dukcapilWsRoom } from './standard/dukcapil-ws/index.ts';
import { room as meteringRoom } from './sharing/metering/index.ts';
import { room as sharingOverviewRoom } from './sharing/overview/index.ts';
import { room as partnerRoom } from './sharing/partner/index.ts';
import { room as voterRoom } from './sharing/voter/index.ts';
import { room as webhookRoom } from './sharing/webhook/index.ts';
import { room as portalRoom } from './sharing/portal/index.ts';
import { room as biometricRoom, type BiometricEngine } from './recording/biometric/index.ts';
import { room as applicationRoom } from './register/application/index.ts';
import { room as civilEventRoom } from './register/civil-event/index.ts';
import { room as familyRoom } from './register/family/index.ts';
import { room as linkageRoom } from './recording/linkage/index.ts';
import { room as uniquenessRoom } from './recording/uniqueness/index.ts';
import { officeRoom } from './register/office/index.ts';
import { officerRoom, rememberActors } from './register/officer/index.ts';
import { room as regionRoom } from './register/region/index.ts';
import { room as importRoom } from './register/resident/import/index.ts';
import { room as residentRoom } from './register/resident/index.ts';
import { room as simulationRoom } from './simulation/index.ts';

export type { Folders } from './core/config/index.ts';

export interface HouseOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly folders: Folders;
  /** The operator's decisions; defaults where none is given. */
  readonly config?: Config;
  /** Where the process says what it does; nowhere where none is given. */
  readonly log?: Log;
  readonly rooms?: readonly Room[];
  readonly maxConnections?: number;
  /** A superuser's connection, only where all data is simulated: there tampering with the ledger may be tried. */
  readonly demonstration?: Connection | null;
  /** What compares bodies, opened at the first search; the built-in engine where none is given. */
  readonly engine?: () => BiometricEngine;
}

export interface House {
  readonly rooms: readonly Room[];
  readonly database: Database;
  readonly ground: Ground;
  readonly config: Config;
  readonly speaker: Speaker;
  readonly folders: Folders;
  readonly jobs: readonly Job[];
  /** Recognises officers' sessions. */
  readonly doorkeeper: Doorkeeper;
  startWorkers(concurrency?: number): Promise<Workers>;
  /** Numbers the ledger's entries and signs checkpoints; one runs at a time, others wait to take its place. */
  startSequencer(onFault: (fault: Error) => void): Sequencer;
  /** The HTTP server over all rooms' routes, not listening yet. */
  serve(options?: ServerOptions): Promise<FastifyInstance>;
  close(): Promise<void>;
}

/** Every room, from the ground upwards; listeners run in this order. */
export const allRooms: readonly Room[] = [
  configRoom,
  databaseRoom,
  accessRoom,
  httpRoom,
  ledgerRoom,
  idempotencyRoom,
  approvalRoom,
  fileRoom,
  messageRoom,
  egressRoom,
  documentRoom,
  tableRoom,
  backupRoom,
  healthRoom,
  regionRoom,
  officeRoom,
  officerRoom,
  residentRoom,
  familyRoom,
  importRoom,
  applicationRoom,
  civilEventRoom,
  biometricRoom,
  enrolmentRoom,
  linkageRoom,
  uniquenessRoom,
  blankRoom,
  cardRoom,
  disposalRoom,
  partnerRoom,
  verificationRoom,
  meteringRoom,
  sharingOverviewRoom,
  citizenRoom,
  matchingRoom,
  returnedDataRoom,
  voterRoom,
  webhookRoom,
  portalRoom,
  overviewRoom,
  statementRoom,
  warehouseRoom,
  dashboardRoom,
  dukcapilWsRoom,
  simulationRoom,
];

/** Opens the house; connects to nothing until the first act. Throws when the rooms contradict one another. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { connection, folders, rooms = allRooms, config = readConfig(), log = silentLog() } = options;
  checkRooms(rooms);
  const refusals = rooms.map((room) => room.refusals ?? {});
  const notices = noticeBoard(rooms.flatMap((room) => room.listening ?? []));
  const jobs = [...rooms.flatMap((room) => room.jobs ?? []), ...notices.jobs];
  const actors = rememberActors();
  const { clock, demonstration, engine } = options;
  const ground = openGround({ connection, folders, config, log, rooms, notices, actors, clock, demonstration, engine });
  const constraints = constraintRefusals(refusals);
  const database = openDatabase({ connection, ground, constraints, maxConnections: options.maxConnections });
  const doorkeeper = actors.doorkeeper((role, actor, work) => database.transact(role, actor, work));
  return {
    rooms,
    database,
    ground,
    config,
    speaker: ground.speaker,
    folders,
    jobs,
    doorkeeper,
    startWorkers: (concurrency) => startWorkers({ connection, database, jobs, concurrency }),
    startSequencer: (onFault) => startSequencer({ connection, place: ground.ledger.place, onFault }),
    serve: (server) =>
      buildServer({
        rooms: rooms.map((room) => ({ ...room, ...offeredBy(room, config) })),
        ground,
        log,
        speaker: ground.speaker,
        transact: (role, actor, work) => database.transact(role, actor, work, { patienceMs: config.requestTimeoutMs }),
        doorkeeper,
        gatekeeper: ground.verification.gatekeeper,
        partnerAnswered: (id, answer) => ground.verification.meter.answered(id, answer, clock.now()),
        sealer: ground.vault,
        refusalOf: (fault) => refusalOf(fault, constraints),
        oldestPendingMs: () => ground.ledger.oldestPendingMs(),
        mustKeepUp: () => ground.ledger.mustBeAlive(),
        options: { ...behindProxy(config), ...server },
      }),
    async close() {
      await ground.gallery.close();
      await ground.dukcapilWs.close();
      await ground.matching.close();
      await ground.webhooks.close();
      await ground.warehouse.close();
      await ground.verification.close();
      await database.close();
      await ground.ledger.close();
      await ground.papers.press.close();
      ground.vault.close();
    },
  };
}

/** What the operator has not switched on is declared and not there. */
function offeredBy({ routes }: Room, config: Config): Pick<Room, 'routes'> {
  return routes ? { routes: routes.filter(({ offered }) => offered?.(config) ?? true) } : {};
}

/** A house with a public name stands behind a proxy that speaks TLS; one without is reached from this machine alone. */
function behindProxy({ publicHost, proxies }: Config): ServerOptions {
  if (publicHost === 'localhost') return {};
  return { publicOrigin: `https://${publicHost}`, trustProxy: proxies.split(',').map((address) => address.trim()) };
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
      'measure',
      rooms.flatMap((room) => (room.series ?? []).flatMap(({ measures }) => measures)),
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
