/** "Hak saya": what a person may ask about his data, and what came of it. */
import type { Tx } from '../../../core/db/index.ts';
import { Elsewhere, type PublicRequest } from '../../../core/http/index.ts';
import { WORDS } from '../dispute/rules.ts';
import { noteLook, personPage, type Whose } from '../representation/whose.ts';
import { askRight, listOwnRights } from './right.ts';
import { RIGHT_NAMES } from './rules.ts';
import type { RightsPage } from './schema.ts';

export const rightPage = personPage<RightsPage>({
  path: '/warga/hak',
  component: 'citizen-rights',
  takesForm: true,
  rate: { perMinute: 30 },
  status: ({ faults }) => (faults.length > 0 ? 422 : 200),
  load: loadRights,
});

const NUMBER = /^HP\/\d{4}\/\d{5,}$/;

async function loadRights(
  tx: Tx,
  { actor, form, query }: PublicRequest,
  whose: Whose,
): Promise<RightsPage | Elsewhere> {
  const { nik, hand } = whose;
  const right = RIGHT_NAMES.find((name) => name === (form?.['hak'] ?? query['hak'])) ?? null;
  const words = (form?.['uraian'] ?? '').trim().slice(0, WORDS.most);
  const short = words.length < WORDS.least;
  if (form !== null && right !== null && !short) {
    const { number } = await askRight(tx, actor, nik, { right, words, hand });
    return new Elsewhere(`/warga/hak?nomor=${encodeURIComponent(number)}`);
  }
  if (form === null) await noteLook(tx, actor, whose, 'rights');
  const made = query['nomor'] ?? '';
  return {
    requests: await listOwnRights(tx, nik),
    faults: form === null ? [] : [...(right ? [] : (['right'] as const)), ...(short ? (['words'] as const) : [])],
    typed: { right, words },
    made: NUMBER.test(made) ? made : null,
  };
}
