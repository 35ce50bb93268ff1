/** The answers of the cards: how many there are, whose custody it was, and what contradicts the records. */
import { traceBlank } from '../../../cards/blank/index.ts';
import { CARD_STATES } from '../../../cards/card/index.ts';
import { viewFound } from '../../../cards/disposal/index.ts';
import { maybeOne, one, sql } from '../../../core/db/index.ts';
import type { Stage } from '../journey.ts';
import { FOR_SALE } from './blanks.ts';
import { self } from './crew.ts';
import { destructionLines } from './destroyed.ts';
import { SACK_DISTRICT } from './earlier.ts';

/** The find in Duren Sawit, if it has come to that. */
export function findSack(stage: Stage, language: 'id' | 'en' = 'id') {
  return stage.database.transact('system', self, async (tx) => {
    const row = await maybeOne(
      tx,
      sql<{
        id: string;
      }>`select id from disposal_read.found where region_code = ${SACK_DISTRICT} order by opened_at limit 1`,
    );
    return row ? viewFound(tx, { ...self, language }, row) : null;
  });
}

export async function sentences(stage: Stage): Promise<string[]> {
  const { valid, invalid, replace } = await stage.database.transact('system', self, (tx) =>
    one(
      tx,
      sql<{ valid: number; invalid: number; replace: number }>`
        select count(*) filter (where state = ${CARD_STATES.VALID.code})::int as valid,
               count(*) filter (where state = ${CARD_STATES.INVALID.code})::int as invalid,
               count(*) filter (where replace_since is not null)::int as replace from card_read.card`,
    ),
  );
  return [
    line(
      `Kartu berlaku ${valid}, tidak berlaku dan belum ditarik ${invalid}, wajib ganti ${replace}`,
      `cards in force ${valid}, invalid and not taken in ${invalid}, to be replaced ${replace}`,
    ),
    ...(await destructionLines(stage)),
    ...(await saleLines(stage)),
    ...(await sackLines(stage)),
  ];
}

async function saleLines(stage: Stage): Promise<string[]> {
  const n = Number(FOR_SALE.last - FOR_SALE.first) + 1;
  const { now } = await stage.database.transact('system', self, (tx) =>
    traceBlank(tx, self, { what: String(FOR_SALE.first) }),
  );
  const where = `${now.store}, ${now.office}${now.keeper ? ` (${now.keeper})` : ''}`;
  return [
    line(
      `Blangko dijual daring ${n}, mulai ${FOR_SALE.first}: penguasanya ${where}${now.frozen ? ', dibekukan' : ''}`,
      `blanks for sale online ${n}, from ${FOR_SALE.first}: in the custody of ${where}${now.frozen ? ', frozen' : ''}`,
    ),
  ];
}

async function sackLines(stage: Stage): Promise<string[]> {
  const sack = await findSack(stage);
  if (!sack) return [];
  const { counts, summary } = sack;
  const counted = counts.map(({ counter, n }) => `${counter} ${n}`).join(', ');
  const { listed, known } = summary;
  const english = (await findSack(stage, 'en'))!.summary;
  const { speaker } = stage.ground;
  const against = (language: 'id' | 'en') =>
    Object.entries(summary.contradictions)
      .map(([why, n]) => `${speaker.say(language, `disposal.contradiction.${why}`)} ${n}`)
      .join('; ');
  return [
    line(
      `Karung di Duren Sawit: ${listed} keping, dikenal ${known} (${counted})`,
      `the sack in Duren Sawit: ${listed} pieces, known ${known} (${counted})`,
    ),
    line(`Penguasa terakhir: ${custodians(summary)}`, `last custodians: ${custodians(english)}`),
    line(`Bertentangan dengan catatan: ${against('id')}`, `contradictions: ${against('en')}`),
  ];
}

const custodians = ({ lastCustodians }: { lastCustodians: readonly { custodian: string; n: number }[] }): string =>
  lastCustodians
    .slice(0, 4)
    .map(({ custodian, n }) => `${custodian} ${n}`)
    .join('; ');

const line = (id: string, en: string) => `${id} / ${en}`;
