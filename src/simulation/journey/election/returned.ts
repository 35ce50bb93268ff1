/**
 * The commission's list of September 2018 comes back. It was made of what was handed over, so it has what came since (who died, who moved), and
 * what was done to it on the way: some twice, some of nobody, some under a number that is not theirs, some left out.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NATION, systemActor } from '../../../core/access/index.ts';
import { many, sql } from '../../../core/db/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { bitOf, getElection, importReturned, viewReturned, votersQuery } from '../../../sharing/voter/index.ts';
import type { Stage } from '../journey.ts';
import { theElection } from './check.ts';

const self = { ...systemActor('voter'), jurisdiction: NATION };
export const RETURNED_ON = asCivilDate('2018-09-05');

interface Voter {
  readonly nik: string;
  readonly name: string;
  readonly place: string;
  readonly born: string;
  readonly village: string;
  readonly reasons: number;
}

/** What was done to the list, and what must be found. */
const PLANTED = { twice: 12, not_found: 5, other_nik: 4, under_age: 3, military: 3, left_out: 10, hidden: 20 } as const;
const HEAD = 'NIK;NAMA;TEMPAT LAHIR;TANGGAL LAHIR;KODE KELURAHAN';

/** Everybody with his reasons on the day of the handing over; kept by the commission until its own list comes back. */
export function everybody(stage: Stage): Promise<Voter[]> {
  return stage.database.transact('system', self, async (tx) => {
    const election = await getElection(tx, await theElection(stage));
    return many(
      tx,
      sql<Voter>`select v.nik, v.name, v.birth_place as place, v.birth_date::text as born, v.village_code as village, v.reasons
           from (${sql.raw(votersQuery(election))}) v order by v.village_code, v.nik`,
    );
  });
}

const line = ({ nik, name, place, born, village }: Voter): string => [nik, name, place, born, village].join(';');
/** A number of nobody: its serial is one that only trials use. */
const strange = ({ nik }: Voter, n: number): string => `${nik.slice(0, 12)}${9900 + n}`;
const only = (everyone: readonly Voter[], reason: 'under_age' | 'military'): Voter[] =>
  everyone.filter(({ reasons }) => reasons === bitOf(reason)).slice(0, PLANTED[reason]);

function listOf(everyone: readonly Voter[]): string[] {
  const voters = everyone.filter(({ reasons }) => reasons === 0);
  const alone = new Map(
    Map.groupBy(voters, ({ name, born }) => `${name} ${born}`)
      .entries()
      .map(([key, all]) => [key, all.length]),
  );
  const single = voters.filter(({ name, born }) => alone.get(`${name} ${born}`) === 1);
  const [typed, rest] = [single.slice(0, PLANTED.other_nik), single.slice(PLANTED.other_nik)];
  const leftOut = new Set(rest.slice(0, PLANTED.left_out));
  const hidden = new Set(rest.slice(PLANTED.left_out, PLANTED.left_out + PLANTED.hidden));
  const twice = rest.slice(-PLANTED.twice);
  const listed = voters.filter((voter) => !typed.includes(voter) && !leftOut.has(voter));
  const strangers = rest.slice(0, PLANTED.not_found).map((voter, n) => ({
    ...voter,
    nik: strange(voter, n),
    name: `ORANG TIDAK DIKENAL CONTOH ${'ABCDE'[n]!.repeat(3)}`,
    born: '1961-02-03',
  }));
  return [
    ...listed.map((voter) => line(hidden.has(voter) ? { ...voter, nik: `${voter.nik.slice(0, 12)}****` } : voter)),
    ...twice.map(line),
    ...strangers.map(line),
    ...typed.map((voter, n) => line({ ...voter, nik: strange(voter, 50 + n) })),
    ...only(everyone, 'under_age').map(line),
    ...only(everyone, 'military').map(line),
  ];
}

/** The list comes in and is matched; what was planted is found, each under its own reason. */
export async function takeBack(stage: Stage, everyone: readonly Voter[]): Promise<void> {
  const path = join(stage.folder, 'dpt-2018.csv');
  await writeFile(path, [HEAD, ...listOf(everyone)].join('\n'));
  const letter = { kind: 'DPT', nth: 0, number: '1142/PL.02/KPU/IX/2018', datedOn: RETURNED_ON } as const;
  const election = await theElection(stage);
  const id = await importReturned(stage, { name: 'dpt-2018.csv', path }, { ...letter, election }, { actor: self });
  const found = await countsOf(stage, id);
  const expected = {
    'listed.twice': PLANTED.twice,
    'listed.not_found': PLANTED.not_found,
    'listed.other_nik': PLANTED.other_nik,
    'listed.under_age': only(everyone, 'under_age').length,
    'listed.military': only(everyone, 'military').length,
  };
  for (const [reason, n] of Object.entries(expected))
    if ((found[reason] ?? 0) !== n)
      stage.fault(`the list of 2018 has ${n} ${reason}, ${found[reason] ?? 0} were found`);
  // One of them may have been registered with a mission, and stands under that.
  const absent = Object.entries(found).reduce((sum, [reason, n]) => sum + (reason.startsWith('absent.') ? n : 0), 0);
  if (absent < PLANTED.left_out)
    stage.fault(`of ${PLANTED.left_out} who were left out of the list, it says ${JSON.stringify(found)}`);
}

async function countsOf(stage: Stage, id: string): Promise<Record<string, number>> {
  const { counts } = await stage.database.transact('system', self, (tx) => viewReturned(tx, self, { id }));
  return Object.fromEntries(counts.map(({ side, reason, n }) => [`${side}.${reason}`, n]));
}
