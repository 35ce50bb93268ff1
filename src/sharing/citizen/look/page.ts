/** "Siapa melihat data saya": the list, one look with its proof, and both as files. */
import type { Tx } from '../../../core/db/index.ts';
import { Download, Elsewhere, type PublicRequest } from '../../../core/http/index.ts';
import { isUuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { parseCivilDate } from '../../../core/time/index.ts';
import { WORDS } from '../dispute/rules.ts';
import { openDispute } from '../dispute/dispute.ts';
import { visible } from '../sign-in/rules.ts';
import { concerning } from '../hand.ts';
import { noteLook, personPage, type Whose } from '../representation/whose.ts';
import { looksAsCsv, looksAsPaper, proofAsFile } from './file.ts';
import { listLooks, openLook } from './list.ts';
import { KINDS, type LookKind } from './rules.ts';
import type { LooksFilter, LooksPageData, OneLookPage } from './schema.ts';

const KIND_WORDS: Readonly<Record<string, LookKind>> = {
  lembaga: 'institutions',
  petugas: 'officers',
  saya: 'self',
  wakil: 'representatives',
};

export const lookPages = [
  personPage<LooksPageData>({
    path: '/warga/siapa-melihat',
    component: 'citizen-looks',
    load: loadLooks,
  }),
  personPage<OneLookPage>({
    path: '/warga/siapa-melihat/:entry',
    component: 'citizen-look',
    takesForm: true,
    rate: { perMinute: 60 },
    status: ({ faults }) => (faults.length > 0 ? 422 : 200),
    load: loadLook,
  }),
];

const CURSOR = 'citizen.looks';

interface Position {
  readonly at: string;
  readonly entry: string;
}

async function loadLooks(
  tx: Tx,
  { actor, query, language }: PublicRequest,
  whose: Whose,
): Promise<LooksPageData | Download> {
  const { nik, hand, acting } = whose;
  const { filter, wrongSince } = filterOf(query);
  const asked = { nik, filter, language, apart: acting !== null };
  if (query['berkas'] === 'csv' || query['berkas'] === 'pdf') {
    await record(tx, actor, { label: 'citizen.looks_taken', subjects: concerning(nik, hand) });
    return new Download(await (query['berkas'] === 'csv' ? looksAsCsv(tx, asked) : looksAsPaper(tx, actor, asked)));
  }
  await noteLook(tx, actor, whose, 'looks');
  const from = query['lanjut'];
  const position = from ? tx.ground.cursors.open<Position>(CURSOR, from) : null;
  const before = position ? { at: new Date(position.at), entry: position.entry } : undefined;
  const { looks, next } = await listLooks(tx, { ...asked, before });
  const named = looks.find(({ who }) => who.id === filter.by);
  return {
    filter,
    byName: filter.by === null ? null : (named?.who.name ?? null),
    wrongSince,
    looks,
    next: next && tx.ground.cursors.seal(CURSOR, { at: next.at.toISOString(), entry: next.entry }),
    later: position !== null,
  };
}

function filterOf(query: PublicRequest['query']): { filter: LooksFilter; wrongSince: string | null } {
  const kind = KIND_WORDS[query['jenis'] ?? ''] ?? KINDS[0];
  const by = query['oleh'];
  const typed = visible(query['sejak'] ?? '').slice(0, 20);
  const since = typed === '' ? null : dayOf(typed);
  return {
    filter: { kind, by: by && isUuid(by) ? by : null, since },
    wrongSince: typed !== '' && since === null ? typed : null,
  };
}

/** 2018-12-05, as a browser's own field sends it, or 05-12-2018. */
function dayOf(text: string): string | null {
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  const iso = parts ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}` : text;
  return parseCivilDate(iso);
}

async function loadLook(
  tx: Tx,
  { actor, query, params, form, language }: PublicRequest,
  whose: Whose,
): Promise<OneLookPage | Download | Elsewhere | null> {
  const { nik, hand } = whose;
  const looks = await openLook(tx, nik, params['entry'] ?? '', language);
  const [first] = looks;
  if (!first) return null;
  if (query['berkas'] === 'bukti') {
    await record(tx, actor, { label: 'citizen.proof_taken', subjects: concerning(nik, hand) });
    return new Download(await proofAsFile(tx, nik, first));
  }
  const typed = (form?.['uraian'] ?? '').trim().slice(0, WORDS.most);
  const short = typed !== '' && typed.length < WORDS.least;
  if (form !== null && !short && first.who.is === 'institution') {
    const { id } = await openDispute(tx, actor, nik, {
      entry: first.entryId,
      words: typed === '' ? null : typed,
      hand,
    });
    return new Elsewhere(`/warga/bukan-saya/${id}`);
  }
  await noteLook(tx, actor, whose, 'look');
  return {
    looks,
    mayDispute: first.who.is === 'institution' && first.dispute === null,
    faults: short ? ['words'] : [],
    typed,
  };
}
