/** A press text held against the register. Nothing of it is kept. */
import type { Tx } from '../../../core/db/index.ts';
import type { Language } from '../../../core/text/index.ts';
import { parseCivilDate, dayIn, ZONES } from '../../../core/time/index.ts';
import { refuse } from '../refusals.ts';
import { gatherEvidence, type Evidence } from './evidence.ts';
import { findClaims, type Claim } from './find-claims.ts';
import { judge, type Judged } from './judge.ts';
import { LONGEST_TEXT, type CheckedClaim, type CheckedText } from './schema.ts';
import { sayWhy } from './words.ts';

export interface TextGiven {
  readonly text: string;
  readonly language: Language;
  /** The day of the text, where its words do not say it. */
  readonly asOf?: string | undefined;
}

/**
 * Finds what a text claims and judges each piece by what was known on its day and is known now.
 * @throws Refusal `statement.text_empty`, `statement.text_too_long`, `statement.no_such_day`, `statement.in_future`.
 */
export async function checkText(tx: Tx, { text, language, asOf }: TextGiven): Promise<CheckedText> {
  if (text.trim() === '') throw refuse('statement.text_empty');
  if (text.length > LONGEST_TEXT)
    throw refuse('statement.text_too_long', { values: { most: LONGEST_TEXT, has: text.length } });
  const today = dayIn(ZONES.WIB, tx.ground.clock.now());
  const textOf = asOf === undefined ? undefined : parseCivilDate(asOf);
  if (textOf === null) throw refuse('statement.no_such_day');
  if (textOf !== undefined && textOf > today) throw refuse('statement.in_future');
  const read = findClaims(text.normalize('NFC'), { today, textOf });
  const evidence = await gatherEvidence(tx, read);
  const claims = read.claims.map((claim) => shown(tx, language, { claim, judged: judge(claim, evidence), evidence }));
  return { asOf: read.textOf, knownAt: evidence.knownAt, claims };
}

interface Told {
  readonly claim: Claim;
  readonly judged: Judged;
  readonly evidence: Evidence;
}

function shown(tx: Tx, language: Language, { claim, judged, evidence }: Told): CheckedClaim {
  const { indicator, asOf, verdict, value, why } = judged;
  const exists = indicator !== null && tx.ground.indicators.some(({ code }) => code === indicator);
  const query = new URLSearchParams({ tanggal: asOf ?? evidence.textOf });
  if (evidence.textOf < evidence.today) query.set('diketahui', evidence.textOf);
  return {
    text: claim.text,
    kind: claim.kind,
    value,
    indicator,
    asOf,
    verdict,
    why: sayWhy(tx.ground.speaker, language, why),
    opens: exists ? `/angka/${indicator}?${query.toString()}` : null,
    start: claim.start,
    end: claim.end,
  };
}
