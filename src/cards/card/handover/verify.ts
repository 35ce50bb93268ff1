/** Before a card is handed over: whoever came is compared with its holder's recording, or a supervisor says why not. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { storeFiles } from '../../../core/file/index.ts';
import type { UploadedFile } from '../../../core/http/contract.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { findKnown, openTemplates } from '../../../recording/enrolment/index.ts';
import type { Modality, Template, TemplateFormat } from '../../../recording/biometric/index.ts';
import { today } from '../../../core/time/index.ts';
import { findCard, type CardRow } from '../advance.ts';
import { refuse } from '../refusals.ts';
import { matches, strengthOf, type Strength } from './rules.ts';

export interface Shown {
  readonly id: string;
  readonly modality: 'finger' | 'face';
  /** Of a finger: 1 right thumb to 10 left little; 0 for a face. */
  readonly position: number;
  /** The template, made at the station. */
  readonly bytes: Buffer;
  readonly quality: number;
}

const FORMATS: Readonly<Record<'finger' | 'face', TemplateFormat>> = {
  finger: 'iso-19794-2:2005',
  face: 'jatidiri-face-1',
};

/** Compares one finger or face with that of the card's holder; the strength is kept in words, also where it does not match. */
export async function verifyHolder(
  tx: Tx,
  actor: Actor,
  input: Shown,
): Promise<{ strength: Strength; matches: boolean }> {
  return elevated(tx, async () => {
    const card = await mustLieHere(tx, actor, input.id);
    const { modality, position, quality, bytes } = input;
    const kept = await templatesOf(tx, actor, card, modality);
    const same = kept.filter((template) => template.position === position);
    if (same.length === 0) throw refuse('card.nothing_to_compare');
    const probe: Template = { modality, position, format: FORMATS[modality], bytes, quality };
    const engine = tx.ground.gallery.engine();
    const strengths: number[] = [];
    for (const template of same) strengths.push((await engine.compare([probe], [template])).fused);
    const strength = strengthOf(Math.max(...strengths));
    const { entryId } = await record(tx, actor, {
      label: 'card.holder_verified',
      subjects: [{ nik: card.nik, detail: 'card' }],
      facts: { card: card.id, modality, strength },
    });
    await run(
      tx,
      sql`insert into card.verification (nik, card_id, id, at, officer_id, modality, strength, matches, entry_id)
          values (${card.nik}::bigint, ${card.id}, ${newId()}, ${tx.ground.clock.now()}, ${actor.id}, ${modality}, ${strength},
            ${matches(strength)}, ${entryId})`,
    );
    return { strength, matches: matches(strength) };
  });
}

async function templatesOf(tx: Tx, actor: Actor, { nik }: CardRow, modality: Modality): Promise<Template[]> {
  const known = await findKnown(tx, nik, today(tx.ground.clock, actor.zone));
  const packets = known?.packets ?? [];
  const templates = await openTemplates(
    tx,
    packets.map(({ id }) => ({ nik, packet: id })),
  );
  return templates
    .filter((template) => template.modality === modality)
    .map(({ position, format, quality, bytes }) => ({
      modality,
      position,
      format: format as TemplateFormat,
      bytes,
      quality: quality ?? 50,
    }));
}

export async function mustLieHere(tx: Tx, actor: Actor, id: string): Promise<CardRow> {
  const card = await findCard(tx, id, 'change');
  if (!card) throw refuse('card.not_found');
  if (card.officeId !== actor.officeId) throw refuse('card.elsewhere');
  if (card.state !== 'AT_COUNTER') throw refuse('card.wrong_state', { detail: card.state });
  return card;
}

/** A supervisor lets the card go without finger or face (worn fingers, an ill holder, a proxy); another officer hands it over. */
export async function releaseCard(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  await elevated(tx, async () => {
    const card = await mustLieHere(tx, actor, input.id);
    const { entryId } = await record(tx, actor, {
      label: 'card.released',
      subjects: [{ nik: card.nik, detail: 'card' }],
      facts: { card: card.id },
    });
    await run(
      tx,
      sql`insert into card.release (nik, card_id, id, at, officer_id, reason, entry_id)
          values (${card.nik}::bigint, ${card.id}, ${newId()}, ${tx.ground.clock.now()}, ${actor.id}, ${input.reason}, ${entryId})`,
    );
  });
}

export const PROXY_LETTER = 'card.proxy_letter';

/** The letter by which the holder sends somebody else: kept sealed under the holder's key. */
export async function keepProxyLetter(
  tx: Tx,
  actor: Actor,
  input: { id: string; file: UploadedFile },
): Promise<{ fileId: Uuid }> {
  const { card, fileId } = await elevated(tx, async () => {
    const held = await mustLieHere(tx, actor, input.id);
    const { nik, villageCode } = held;
    const { name, bytes } = input.file;
    const [id] = await storeFiles(tx, actor, [{ nik, villageCode, kind: PROXY_LETTER, name, bytes }]);
    return { card: held, fileId: id! };
  });
  await record(tx, actor, {
    label: 'card.proxy_letter_kept',
    subjects: [{ nik: card.nik, detail: 'card' }],
    facts: { card: card.id },
  });
  return { fileId };
}

export interface Verified {
  readonly id: string;
  readonly modality: 'finger' | 'face';
  readonly strength: Strength;
}

/** The comparison by which this officer may hand the card over now, if there is one. */
export function findVerified(tx: Tx, card: CardRow, officerId: string, since: Date): Promise<Verified | undefined> {
  return maybeOne<Verified>(
    tx,
    sql`select id, modality, strength from card.verification
         where nik = ${card.nik}::bigint and card_id = ${card.id} and officer_id = ${officerId} and matches and at >= ${since}
         order by at desc limit 1`,
  );
}

/** A supervisor's word for this card, by another than who hands it over. */
export function findReleased(
  tx: Tx,
  card: CardRow,
  officerId: string,
  since: Date,
): Promise<{ id: string } | undefined> {
  return maybeOne<{ id: string }>(
    tx,
    sql`select id from card.release
         where nik = ${card.nik}::bigint and card_id = ${card.id} and officer_id <> ${officerId} and at >= ${since} order by at desc limit 1`,
  );
}
