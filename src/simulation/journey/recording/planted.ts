/** The planted cases of recording: who comes when, with which body. docs/demo.md lists them. */
import { asCivilDate, type CivilDate } from '../../../core/time/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { PLANTED } from '../counter/planted-people.ts';
import type { RecordedName } from '../counter/planted-recorded.ts';
import type { Stage } from '../journey.ts';
import { bodyFor, faceSeedFor, twinFor } from './bodies.ts';
import type { Odd } from './counters.ts';

/** Days on which they come to the counter of Jakarta Timur. */
const COME: readonly (readonly [string, RecordedName])[] = [
  ['2018-09-24', 'agung'],
  ['2018-09-25', 'ratih'],
  ['2018-10-02', 'galih'],
  ['2018-10-03', 'gilang'],
  ['2018-10-09', 'fajar'],
  ['2018-10-10', 'intan'],
  ['2018-10-11', 'slamet'],
  ['2018-10-16', 'nurul'],
  ['2018-10-23', 'indah'],
  ['2018-10-30', 'nurul'],
  ['2018-11-13', 'yusuf'],
  ['2018-11-14', 'indah'],
  ['2018-11-15', 'partini'],
  ['2018-12-04', 'agungAgain'],
  ['2018-12-07', 'yusup'],
  ['2018-12-10', 'eko'],
];

export const PLANTED_DAYS: ReadonlyMap<CivilDate, readonly Nik[]> = new Map(
  COME.map(([day, name]) => [asCivilDate(day), [PLANTED[name].nik]]),
);

/** Right thumb and index finger; of the pair that is left to the visitor those of both hands. */
const TWO = [1, 2];
const FOUR = [1, 2, 6, 7];

/** Whose recording is not his own body, whole and clean, or has pictures for those who judge. */
export function oddRecordings(stage: Stage): Map<string, Odd[]> {
  const nik = (name: RecordedName) => PLANTED[name].nik;
  const body = (name: RecordedName) => bodyFor(stage, nik(name));
  const drawn = (name: RecordedName, fingers: readonly number[] = TWO) => ({
    drawn: { face: faceSeedFor(stage, nik(name)), fingers },
  });
  const odd: Partial<Record<RecordedName, Odd[]>> = {
    // One body under two NIKs.
    agung: [drawn('agung')],
    agungAgain: [{ body: body('agung'), number: 3, ...drawn('agung') }],
    yusuf: [drawn('yusuf', FOUR)],
    yusup: [{ body: body('yusuf'), number: 3, ...drawn('yusuf', FOUR) }],
    gilang: [{ body: twinFor(stage, nik('gilang'), nik('galih')) }],
    fajar: [drawn('fajar')],
    // Her face, and her husband's fingers of the packet before.
    nurul: [
      { body: { ...body('nurul'), fingers: body('fajar').fingers }, number: 3, ...drawn('nurul') },
      { kind: 'again', ...drawn('nurul', []) },
    ],
    intan: [drawn('intan', [2])],
    // The officer had chosen her name for her sister.
    indah: [
      { body: body('intan'), number: 3, ...drawn('intan', [2]) },
      { kind: 'again', ...drawn('indah', []) },
    ],
    slamet: [{ exceptions: { 2: 'missing', 3: 'missing' }, ...drawn('slamet', [1]) }],
    partini: [{ wear: 1, ...drawn('partini', [2]) }],
    eko: [{ exceptions: { 6: 'injured' }, unapproved: true }],
  };
  return new Map(Object.entries(odd).map(([name, ways]) => [nik(name as RecordedName), ways]));
}
