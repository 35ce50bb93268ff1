/** Who looked at a person's data, page by page, in words: from the access rows and the log's own entries, within the second. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import { isUuid, type Nik } from '../../../core/id/index.ts';
import { findLook, whoLooked, type Look, type LooksPage } from '../../../core/ledger/index.ts';
import type { Language } from '../../../core/text/index.ts';
import { dayIn, today, ZONES } from '../../../core/time/index.ts';
import { readDetail } from '../../verification/index.ts';
import { listDisputesOf, type DisputeMark } from '../dispute/sql.ts';
import {
  CHUNK,
  handOf,
  institutionOf,
  isOthersCase,
  MOST_LOOKED_THROUGH,
  PAGE,
  patternsOf,
  sealOf,
  wayOf,
} from './rules.ts';
import type { LooksFilter, ShownLook } from './schema.ts';
import { listInstitutionNames, listOfficeNames, listSealedSearches } from './sql.ts';

type Cursor = NonNullable<LooksPage['before']>;

export interface Listed {
  readonly looks: readonly ShownLook[];
  /** The last row looked at, where there may be more. */
  readonly next: Cursor | null;
}

export interface Asked {
  readonly nik: Nik;
  readonly filter: LooksFilter;
  readonly language: Language;
  readonly before?: Cursor | undefined;
  readonly most?: number;
  readonly mostLookedThrough?: number;
  /** A representative looks: his own looks are as little news to him as a person's own are to himself. */
  readonly apart?: boolean;
}

/** One page, newest first. What is sealed is not there yet, and nothing says that it is missing. */
export async function listLooks(tx: Tx, asked: Asked): Promise<Listed> {
  const { filter, most = PAGE, mostLookedThrough = MOST_LOOKED_THROUGH, apart = false } = asked;
  const searching = filter.by !== null || filter.since !== null || most > PAGE;
  const limit = searching ? CHUNK : PAGE + 1;
  const kept: Look[] = [];
  let before = asked.before;
  let next: Cursor | null = null;
  scan: for (let looked = 0; ;) {
    const rows = await elevated(tx, () =>
      whoLooked(tx, asked.nik, { ...patternsOf(filter.kind, apart), limit, ...(before && { before }) }),
    );
    const open = await withoutSealed(tx, rows);
    for (const row of rows) {
      if (kept.length === most) {
        next = before!;
        break scan;
      }
      if (filter.since !== null && dayIn(ZONES.WIB, row.clock) < filter.since) break scan;
      before = { at: row.at, entry: row.entryId };
      if (open.has(row) && (filter.by === null || filter.by === partyOf(row))) kept.push(row);
    }
    looked += rows.length;
    if (rows.length < limit) break;
    if (looked >= mostLookedThrough) {
      next = before!;
      break;
    }
  }
  return { looks: await inWords(tx, asked.nik, kept, asked.language), next };
}

/** One entry, as often as it concerns the person; empty where it does not, or is sealed yet. */
export async function openLook(tx: Tx, nik: Nik, id: string, language: Language): Promise<ShownLook[]> {
  const found = isUuid(id) ? await elevated(tx, () => findLook(tx, nik, id)) : [];
  const open = await withoutSealed(tx, found);
  return inWords(tx, nik, [...open], language);
}

/** Who is named for a look, so that all of the same can be asked for. */
const partyOf = (look: Look): string | null => (isOthersCase(look) ? null : (institutionOf(look) ?? look.office));

async function withoutSealed(tx: Tx, looks: readonly Look[]): Promise<Set<Look>> {
  const seals = looks.flatMap((look) => sealOf(look) ?? []);
  const day = today(tx.ground.clock, ZONES.WIB);
  const sealed = await (seals.length === 0
    ? new Set<string>()
    : elevated(tx, () => listSealedSearches(tx, seals, day)));
  return new Set(looks.filter((look) => !sealed.has(sealOf(look) ?? '')));
}

async function inWords(tx: Tx, nik: Nik, looks: readonly Look[], language: Language): Promise<ShownLook[]> {
  const of = (pick: (look: Look) => string | null) => [...new Set(looks.flatMap((look) => pick(look) ?? []))];
  const [institutions, offices, disputes] = await elevated(tx, async () => [
    await listInstitutionNames(tx, of(institutionOf)),
    await listOfficeNames(
      tx,
      of(({ office }) => office),
    ),
    await listDisputesOf(
      tx,
      nik,
      of(({ entryId }) => entryId),
    ),
  ]);
  return looks.map((look) => shown(tx, look, { institutions, offices, disputes, language }));
}

interface Names {
  readonly institutions: ReadonlyMap<string, string>;
  readonly offices: ReadonlyMap<string, string>;
  readonly disputes: ReadonlyMap<string, DisputeMark>;
  readonly language: Language;
}

function shown(tx: Tx, look: Look, names: Names): ShownLook {
  const say = (key: string) => tx.ground.speaker.say(names.language, key);
  const nothing = {
    entryId: look.entryId,
    at: look.clock.toISOString(),
    label: null,
    unit: null,
    purpose: null,
    basis: null,
    fields: [],
    state: null,
    reference: null,
    dispute: null,
    hand: null,
  } as const;
  if (isOthersCase(look)) {
    const who = { is: 'system', id: null, name: null } as const;
    return { ...nothing, closed: true, who, what: say('citizen.others_case'), way: 'system' };
  }
  const institution = institutionOf(look);
  const own = { ...nothing, closed: false, way: wayOf(look), hand: handOf(look) };
  if (institution === null) {
    const room = `citizen.did.${look.label.split('.')[0]}`;
    const what = say(tx.ground.speaker.has(room) ? room : 'citizen.did.other');
    const purpose = look.purpose === null ? null : say(`purpose.${look.purpose}`);
    return { ...own, who: whoOf(look, names), what, label: look.label, purpose };
  }
  const detail = look.detail === null ? null : readDetail(look.detail);
  const { basis, unit } = look.facts;
  return {
    ...own,
    who: { is: 'institution', id: institution, name: names.institutions.get(institution) ?? null },
    what: say('citizen.asked'),
    unit: typeof unit === 'string' ? unit : null,
    purpose: look.purpose === null ? null : say(`partner.purpose.${look.purpose}`),
    basis: typeof basis === 'string' ? say(`citizen.basis.${basis}`) : null,
    fields: Object.entries(detail?.results ?? {}).map(([name, result]) => ({
      name: say(`partner.element.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`),
      result: result.result,
      score: result.result === 'score' ? result.score : null,
    })),
    state: detail?.locked ? 'locked' : (detail?.state ?? null),
    reference: detail?.reference ?? null,
    dispute: names.disputes.get(look.entryId) ?? null,
  };
}

function whoOf(look: Look, { offices }: Names): ShownLook['who'] {
  const way = wayOf(look);
  const hand = handOf(look);
  if (hand !== null && hand !== 'assisted') return { is: hand, id: null, name: null };
  if (way === 'self' || way === 'public') return { is: way, id: null, name: null };
  if (look.office === null) return { is: 'system', id: null, name: null };
  return { is: 'office', id: look.office, name: offices.get(look.office) ?? null };
}
