/** The pages on which a person follows what he said was not his doing. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import { Elsewhere, type PublicRequest } from '../../../core/http/index.ts';
import { isUuid } from '../../../core/id/index.ts';
import { noteLook, personPage, type Whose } from '../representation/whose.ts';
import { mayStep, WORDS } from './rules.ts';
import type { CasePage, CasesPage, OwnCase } from './schema.ts';
import { findDispute, listOwnCases, type DisputeRow } from './sql.ts';
import { lineOf, shownSteps, takeStep } from './step.ts';

const ACTS = ['accepted', 'objected', 'withdrawn'] as const;
const WORD = { terima: 'accepted', keberatan: 'objected', cabut: 'withdrawn' } as const;

export const disputePages = [
  personPage<CasesPage>({ path: '/warga/bukan-saya', component: 'citizen-cases', load: loadCases }),
  personPage<CasePage>({
    path: '/warga/bukan-saya/:id',
    component: 'citizen-case',
    takesForm: true,
    rate: { perMinute: 60 },
    status: ({ faults }) => (faults.length > 0 ? 422 : 200),
    load: loadCase,
  }),
];

export function ownCase(tx: Tx, row: DisputeRow): OwnCase {
  const { institutionId: _id, ...line } = lineOf(tx, row);
  return { ...line, unit: row.unit, entryId: row.look, askedAt: row.lookedAt.toISOString() };
}

async function loadCases(tx: Tx, { actor }: PublicRequest, whose: Whose): Promise<CasesPage> {
  await noteLook(tx, actor, whose, 'cases');
  const rows = await elevated(tx, () => listOwnCases(tx, whose.nik));
  return { cases: rows.map((row) => ownCase(tx, row)) };
}

async function loadCase(
  tx: Tx,
  { actor, form, params }: PublicRequest,
  whose: Whose,
): Promise<CasePage | Elsewhere | null> {
  const { nik, hand } = whose;
  const id = params['id'] ?? '';
  const row = isUuid(id) ? await elevated(tx, () => findDispute(tx, id)) : undefined;
  if (!row || row.nik !== nik) return null;
  const now = tx.ground.clock.now();
  const wanted = WORD[(form?.['putusan'] ?? '') as keyof typeof WORD];
  const typed = (form?.['uraian'] ?? '').trim().slice(0, WORDS.most);
  const short = wanted === 'objected' && typed.length < WORDS.least;
  if (wanted && !short) {
    // Pressed twice, the first press has done it.
    if (mayStep(wanted, row, now))
      await takeStep(tx, actor, id, {
        kind: wanted,
        hand,
        ...(typed !== '' && { said: { words: typed, measures: null } }),
        mine: (held) => held.nik === nik,
      });
    return new Elsewhere(`/warga/bukan-saya/${id}`);
  }
  if (form === null) await noteLook(tx, actor, whose, 'case');
  return {
    ...ownCase(tx, row),
    steps: await elevated(tx, () => shownSteps(tx, row)),
    may: ACTS.filter((kind) => mayStep(kind, row, now)),
    faults: short ? ['words'] : [],
    typed,
  };
}
