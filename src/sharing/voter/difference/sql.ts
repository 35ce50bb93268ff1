/** Statements on the lives behind two lists. As `system`. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import type { Element } from '../../../register/resident/index.ts';
import type { Life, PastAct, PastSource } from './rules.ts';

/** What of a record stands in a row. */
const IN_ROW: readonly Element[] = [
  'name',
  'birthPlace',
  'birthDate',
  'sex',
  'maritalStatus',
  'address',
  'rt',
  'rw',
  'villageCode',
];

interface Between {
  readonly after: Date;
  readonly until: Date;
}

/** Whose row may differ: acts on what stands in it, and family cards. */
export async function listTouched(tx: Tx, { after, until }: Between): Promise<Set<bigint>> {
  const rows = await many(
    tx,
    sql<{ nik: string }>`
      select distinct a.nik::text as nik from resident_read.act a
       where a.recorded_at >= ${after} and a.recorded_at <= ${until} and a.version > 1
         and exists (select from unnest(${[...IN_ROW]}::text[]) field where a.delta -> field is not null)
      union
      select distinct m.nik::text from family_read.membership m
       where (m.valid_from >= ${dayIn(ZONES.WIB, after)}::date - 1 and m.valid_from <= ${dayIn(ZONES.WIB, until)}::date + 1)
      union
      select distinct s.nik::text from voter.source s
       where s.kind = 4 and ((s.known_at >= ${after} and s.known_at <= ${until}) or (s.withdrawn_at >= ${after} and s.withdrawn_at <= ${until}))`,
  );
  return new Set(rows.map(({ nik }) => BigInt(nik)));
}

export interface LifeRow extends Life {
  readonly nik: string;
  readonly cards: readonly { readonly card: string; readonly from: string; readonly until: string | null }[];
}

interface Raw {
  readonly nik: string;
  readonly acts: readonly (Omit<PastAct, 'recordedAt'> & { readonly recordedAt: string })[] | null;
  readonly sources:
    | readonly (Omit<PastSource, 'knownAt' | 'withdrawnAt'> & { knownAt: string; withdrawnAt: string | null })[]
    | null;
  readonly cards: LifeRow['cards'] | null;
}

/** Everything that was ever said of these people. */
export async function livesOf(tx: Tx, niks: readonly bigint[]): Promise<LifeRow[]> {
  const rows = await many(
    tx,
    sql<Raw>`
      select lpad(n.nik::text, 16, '0') as nik,
             (select json_agg(json_build_object('delta', a.delta, 'occurredOn', a.occurred_on, 'recordedAt', a.recorded_at) order by a.version)
                from resident_read.act a where a.nik = n.nik) as acts,
             (select json_agg(json_build_object('kind', (array['military', 'police', 'deprived', 'mission'])[s.kind], 'body', s.body, 'since', s.since,
                       'until', s.until, 'knownAt', s.known_at, 'withdrawnAt', s.withdrawn_at))
                from voter.source s where s.nik = n.nik) as sources,
             (select json_agg(json_build_object('card', lpad(m.family_card::text, 16, '0'), 'from', m.valid_from, 'until', m.valid_to))
                from family_read.membership m where m.nik = n.nik) as cards
        from unnest(${niks.map(String)}::bigint[]) n (nik)`,
  );
  return rows.map(({ nik, acts, sources, cards }) => ({
    nik,
    acts: (acts ?? []).map((act) => ({ ...act, recordedAt: new Date(act.recordedAt) })),
    sources: (sources ?? []).map((source) => ({
      ...source,
      knownAt: new Date(source.knownAt),
      withdrawnAt: source.withdrawnAt === null ? null : new Date(source.withdrawnAt),
    })),
    cards: cards ?? [],
  }));
}

/** The card of the family to which somebody belonged at an instant; days are all that is known of it. */
export function cardAt({ cards }: Pick<LifeRow, 'cards'>, at: Date): string | null {
  const day = dayIn(ZONES.WIB, at);
  const held = cards.filter(({ from, until }) => from <= day && (until === null || until > day));
  return held.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]?.card ?? null;
}
