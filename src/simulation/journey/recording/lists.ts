/**
 * Who was recorded in the years before: the offices' own lists of perekaman, read by the import that is made for them. Most
 * have statuses and days; one office kept its templates too. The last lists come on the day of the statement, up to the
 * coverage that the ministry told in December 2018.
 */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, asCivilDate, daysBetween, type CivilDate } from '../../../core/time/index.ts';
import { importRecordings, openFiles, type Status } from '../../../recording/enrolment/index.ts';
import { recordBody } from '../../body/index.ts';
import { below } from '../../person/index.ts';
import { importer } from '../arrival.ts';
import type { Stage } from '../journey.ts';
import { writeArchive, type ArchiveFile } from './archive.ts';
import { bodyFor } from './bodies.ts';
import { chooseReserve, everybodyIn, listObligated, RECORDED_BY_NAME, wantedSteps } from './people.ts';
import type { Obligated, Reserve } from './people.ts';

export const EARLIER_ON = asCivilDate('2018-09-10');
export const LAST_ON = asCivilDate('2018-12-11');
/** The first card was recorded then; nobody here is recorded under sixteen. */
const BEGAN = asCivilDate('2011-10-03');
/** Most of those who were old enough were recorded at once then, and got the cards of the mass printing. */
const MASS_UNTIL = asCivilDate('2012-12-31');
const IN_THE_MASS = 90;
const YOUNGEST_DAYS = 16 * 365 + 4;
export const COVERAGE = 0.973;
/** What the last lists are to bring, at the least, of all who must be recorded. */
const FOR_THE_LAST = 0.005;
/** More than the planted people that will count as recorded. */
const BY_NAME = 20;
const WITH_TEMPLATES = 500;
/** Of those who are not recorded so many were tried in vain. */
const TRIED = 10;

type Share = readonly (readonly [Status, number])[];
/** How far the recorded of the years have come, in hundredths; and those of the last weeks. */
const LONG_AGO: Share = [
  ['CARD_ISSUED', 84],
  ['CARD_PRINTED', 3],
  ['PRINT_READY_RECORD', 13],
];
const LATELY: Share = [
  ['CARD_ISSUED', 20],
  ['CARD_PRINTED', 10],
  ['PRINT_READY_RECORD', 60],
  ['SENT_FOR_ENROLLMENT', 10],
];

interface Line {
  readonly person: Obligated;
  readonly status: Status;
  readonly on: CivilDate;
}

/** The lists of the years; gives whom they leave to the story's stations. */
export async function importEarlier(stage: Stage): Promise<Reserve> {
  const everybody = await listObligated(stage, EARLIER_ON);
  const reserve = chooseReserve(stage, everybody);
  const kept = everybodyIn(reserve);
  const free = everybody.filter(({ nik }) => !kept.has(nik) && !RECORDED_BY_NAME.has(nik));
  const left = wantedSteps(stage) + BY_NAME + Math.ceil(everybody.length * FOR_THE_LAST);
  const recorded = free.slice(0, Math.round(everybody.length * COVERAGE) - left);
  const tried = free.slice(recorded.length).filter((_, n) => n % TRIED === 0);
  const lines = recorded.map((person) => lineOf(person, LONG_AGO, EARLIER_ON));
  const failed = tried.map((person): Line => {
    const on = lineOf(person, LONG_AGO, EARLIER_ON).on;
    return { person, status: 'ENROLL_FAILURE_AT_REGIONAL', on };
  });
  await importTemplates(stage, lines.slice(0, WITH_TEMPLATES));
  await importList(stage, 'perekaman-2018.csv', [...lines.slice(WITH_TEMPLATES), ...failed]);
  return reserve;
}

/** What offices had not sent yet: so many that the coverage is what was told. */
export async function importLast(stage: Stage, reserve: Reserve): Promise<void> {
  const everybody = await listObligated(stage, LAST_ON);
  const kept = everybodyIn(reserve);
  const wanted = Math.round(everybody.length * COVERAGE) - everybody.filter(({ recorded }) => recorded).length;
  const free = everybody.filter(({ nik, tried }) => !tried && !kept.has(nik) && !RECORDED_BY_NAME.has(nik));
  if (wanted < 1 || wanted > free.length)
    return stage.fault(`the last lists should bring ${wanted} recordings, ${free.length} people are left`);
  const [first, ...rest] = free.slice(0, wanted);
  const sent: Line = { person: first!, status: 'SENT_FOR_ENROLLMENT', on: addDays(LAST_ON, -1) };
  await importList(stage, 'perekaman-terakhir.csv', [sent, ...rest.map((one) => lineOf(one, LATELY, LAST_ON))]);
}

function lineOf(person: Obligated, shares: Share, until: CivilDate): Line {
  const die = { state: person.lot };
  const lately = shares === LATELY;
  const old = addDays(person.birthDate, YOUNGEST_DAYS);
  const began = lately ? EARLIER_ON : BEGAN;
  const from: CivilDate = old > began ? old : began;
  let hundredth = below(die, 100);
  const [status] = shares.find(([, share]) => (hundredth -= share) < 0)!;
  const inTheMass = !lately && status.startsWith('CARD_') && old <= BEGAN && below(die, 100) < IN_THE_MASS;
  if (inTheMass) return { person, status, on: addDays(BEGAN, below(die, daysBetween(BEGAN, MASS_UNTIL))) };
  // What is on its way is not so for long.
  const first = status === 'SENT_FOR_ENROLLMENT' ? addDays(until, -4) : from;
  return { person, status, on: first < until ? addDays(first, below(die, daysBetween(first, until))) : until };
}

async function importList(stage: Stage, name: string, lines: readonly Line[]): Promise<void> {
  const path = join(stage.folder, name);
  const rows = lines.map(({ person, status, on }) => `${person.nik},${status},${on}`);
  await writeFile(path, `nik,status,recorded_on\n${rows.join('\n')}\n`);
  const done = await importRecordings(
    stage,
    { name, path },
    { actor: importer, onBatch: (read) => stage.progress(read / lines.length, name) },
  );
  await rm(path);
  told(stage, name, lines, done.created);
}

const FINGERS = Array.from({ length: 10 }, (_, at) => `finger_${at + 1}`);

/** A list with its archive: a face and ten fingers each. */
async function importTemplates(stage: Stage, lines: readonly Line[]): Promise<void> {
  const name = 'perekaman-dengan-templat.csv';
  const [path, archive] = [join(stage.folder, name), join(stage.folder, 'templat.zip')];
  await writeArchive(archive, filesOf(stage, lines));
  const rows = lines.map(({ person: { nik }, status, on }) =>
    [nik, status, on, `${nik}/face.jdf`, ...FINGERS.map((finger) => `${nik}/${finger}.fmr`)].join(','),
  );
  await writeFile(path, `nik,status,recorded_on,face,${FINGERS.join(',')}\n${rows.join('\n')}\n`);
  const files = await openFiles(archive);
  try {
    const done = await importRecordings(stage, { name, path }, { actor: importer, files });
    told(stage, name, lines, done.created);
  } finally {
    await files.close();
    await Promise.all([rm(path), rm(archive)]);
  }
}

function* filesOf(stage: Stage, lines: readonly Line[]): Generator<ArchiveFile> {
  for (const [n, { person }] of lines.entries()) {
    if (n % 50 === 0) stage.progress(n / lines.length, 'templat.zip');
    for (const { modality, position, bytes } of recordBody(bodyFor(stage, person.nik), { number: 1 }))
      yield { name: `${person.nik}/${modality === 'face' ? 'face.jdf' : `finger_${position}.fmr`}`, bytes };
  }
}

function told(stage: Stage, name: string, lines: readonly Line[], created: number): void {
  if (created !== lines.length)
    stage.fault(`${name}: ${lines.length} recordings should have been imported, ${created} were`);
}
