/** Whom the lists name: people who say of themselves that they serve, some who left the service, one whom a court took the vote. */
import { many, sql } from '../../../core/db/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { bitOf, type Reason } from '../../../sharing/voter/index.ts';
import type { SourceLetter } from '../../../sharing/voter/index.ts';
import { importer } from '../arrival.ts';
import type { Stage } from '../journey.ts';

interface Named {
  readonly nik: string;
  readonly line: string;
  /** The bits that his list gives him; `null`: he votes all the same. */
  readonly reason: number | null;
}

export interface Planted {
  readonly letter: SourceLetter;
  readonly header: string;
  readonly lines: readonly Named[];
}

const DATED_ON = asCivilDate('2017-11-01');
const [SOLDIER, POLICE, TRADER] = [6, 7, 84];
/** So many of each service are named, of whom so many have left it. */
const servingIn = (residents: number): number => Math.min(40, Math.max(8, Math.round(residents / 1_000)));
const RETIRED = 3;
const AT_MISSIONS = 5;

/** Some who were 17 long before the election: those of an occupation first, then the lowest numbers, so that a story is the same each time. */
function grown(stage: Stage, wanted: { first: number; but: readonly string[]; limit: number }): Promise<string[]> {
  return stage.database.transact('system', importer, async (tx) => {
    const rows = await many(
      tx,
      sql<{ nik: string }>`select lpad(r.nik::text, 16, '0') as nik from resident_read.resident r
           where r.state = 1 and r.nationality = 'IDN' and r.birth_date between '1965-01-01' and '1995-01-01'
             and not r.nik = any(${[...wanted.but]}::bigint[])
           order by (r.occupation = ${wanted.first}) desc, r.nik limit ${wanted.limit}`,
    );
    return rows.map(({ nik }) => nik);
  });
}

export async function chooseSources(stage: Stage): Promise<Planted[]> {
  const limit = servingIn(stage.residents);
  const soldiers = await grown(stage, { first: SOLDIER, but: [], limit });
  const police = await grown(stage, { first: POLICE, but: soldiers, limit });
  const but = [...soldiers, ...police];
  const [convict, ...abroad] = await grown(stage, { first: TRADER, but, limit: AT_MISSIONS + 1 });
  const serving = (niks: readonly string[], body: string, reason: Reason): Named[] =>
    niks.map((nik, at) => {
      const left = at < RETIRED;
      return {
        nik,
        line: `${nik};${body};2001-08-01;${left ? '2018-06-30' : ''}`,
        reason: left ? null : bitOf(reason),
      };
    });
  return [
    {
      letter: { kind: 'service', issuer: 'MABES CONTOH', number: 'B/11/XI/2017', datedOn: DATED_ON },
      header: 'nik;kesatuan;sejak;sampai',
      lines: [...serving(soldiers, 'TNI AD', 'military'), ...serving(police, 'POLRI', 'police')],
    },
    {
      letter: { kind: 'deprivation', issuer: 'PENGADILAN NEGERI CONTOH', number: 'W1/11/2017', datedOn: DATED_ON },
      header: 'nik;pengadilan;nomor;tanggal;sejak;sampai',
      lines: [convict!].map((nik) => ({
        nik,
        line: `${nik};PENGADILAN NEGERI CONTOH;1/Pid/2017;2017-09-04;2017-09-04;2022-09-03`,
        reason: bitOf('deprived'),
      })),
    },
    {
      letter: { kind: 'mission', issuer: 'KEMENTERIAN CONTOH', number: 'PK/11/2017', datedOn: DATED_ON },
      header: 'nik;perwakilan;sejak;sampai',
      lines: abroad.map((nik) => ({ nik, line: `${nik};KBRI CONTOH;2016-02-01;`, reason: null })),
    },
  ];
}
