/** The temporary letter to who was recorded and has no card yet, with the code by which anybody checks it. */
import { z } from 'zod';
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import {
  cancelPapersOf,
  day,
  issueDocument,
  issuer,
  openDocument,
  printed,
  sixteen,
  type PaperKind,
} from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { asCivilDate, today, type CivilDate } from '../../../core/time/index.ts';
import { findKnown, STATUSES, type Status } from '../../../recording/enrolment/index.ts';
import { getIssuer } from '../../../register/officer/index.ts';
import { getResident, isCardObligated, nikOf } from '../../../register/resident/index.ts';
import { listCardsOf } from '../advance.ts';
import { refuse } from '../refusals.ts';
import { CARD_STATES } from '../rules.ts';
import { LETTER_MONTHS, letterFor, letterUntil } from './rules.ts';

const letterShape = z.object({
  number: printed(60),
  nik: sixteen,
  name: printed(100),
  birthPlace: printed(60),
  birthDate: day,
  sex: printed(20),
  address: printed(200),
  /** `003/007`. */
  rtRw: printed(20),
  village: printed(100),
  district: printed(100),
  regency: printed(100),
  province: printed(100),
  recordedOn: day,
  /** In words, with the code that offices know: `Tunggal, siap cetak (PRR)`. */
  status: printed(100),
  validUntil: day,
  months: z.number(),
  issuer,
});

export const temporaryLetter: PaperKind<z.output<typeof letterShape>> = {
  code: 30,
  template: {
    name: 'temporary_letter',
    source: new URL('letter.typ', import.meta.url),
    shape: letterShape,
  },
};

export interface LetterDone {
  readonly documentId: string;
  readonly number: string;
  readonly validUntil: CivilDate;
  /** False where his letter is still in force: it is given again as it is. */
  readonly issued: boolean;
}

interface LetterRow {
  readonly id: Uuid;
  readonly number: string;
  readonly validUntil: CivilDate;
  readonly documentId: Uuid;
}

/** Issues a letter, or gives the one that is in force. Refuses after the last day, and whoever was not recorded or has a card. */
export async function issueLetter(tx: Tx, actor: Actor, input: { ref: string }): Promise<LetterDone> {
  const nik = nikOf(tx, input.ref);
  const on = today(tx.ground.clock, actor.zone);
  const last = asCivilDate(tx.ground.config.temporaryLetterUntil);
  if (on > last) throw refuse('card.letter_no_more', { values: { day: last.split('-').toReversed().join('-') } });
  const { office, issuer: signs } = await getIssuer(tx, actor);
  return elevated(tx, async () => {
    const { resident, packet } = await mustWait(tx, actor, nik, on);
    const current = await findInForce(tx, nik, on);
    if (current) {
      await record(tx, actor, {
        label: 'card.letter_issued',
        subjects: [{ nik, detail: 'card' }],
        facts: { document: current.documentId, issued: false },
      });
      return { ...current, issued: false };
    }
    const id = newId();
    const number = `470/SKT/${id.slice(-12).toUpperCase()}/${on.slice(0, 4)}`;
    const validUntil = letterUntil(on);
    const { id: documentId } = await issueDocument(tx, actor, {
      kind: temporaryLetter,
      data: {
        number,
        nik,
        name: resident.name,
        birthPlace: resident.birthPlace,
        birthDate: resident.birthDate,
        sex: resident.sex === 1 ? 'LAKI-LAKI' : 'PEREMPUAN',
        address: resident.address,
        rtRw: `${three(resident.rt)}/${three(resident.rw)}`,
        ...placesOf(tx, resident.villageCode),
        recordedOn: packet.recordedOn,
        status: `${statusWords(tx, packet.status)} (${STATUSES[packet.status].abbreviation})`,
        validUntil,
        months: LETTER_MONTHS,
        issuer: signs,
      },
      nik,
      villageCode: resident.villageCode,
      number,
      issuedOn: on,
      office,
    });
    const { entryId } = await record(tx, actor, {
      label: 'card.letter_issued',
      subjects: [{ nik, detail: 'card' }],
      facts: { document: documentId, issued: true },
    });
    await run(
      tx,
      sql`insert into card.letter (nik, id, number, status, issued_on, valid_until, office_id, officer_id, document_id, entry_id)
          values (${nik}::bigint, ${id}, ${number}, ${STATUSES[packet.status].code}, ${on}, ${validUntil}, ${actor.officeId}, ${actor.id},
            ${documentId}, ${entryId})`,
    );
    return { documentId, number, validUntil, issued: true };
  });
}

const three = (n: number | null): string => (n === null ? '000' : String(n).padStart(3, '0'));

function placesOf(tx: Tx, village: string) {
  const name = (digits: number) => tx.ground.regions.nameOf(village.slice(0, digits)) ?? '-';
  return { village: name(10), district: name(6), regency: name(4), province: name(2) };
}

const statusWords = (tx: Tx, status: Status): string => tx.ground.speaker.say('id', `enrolment.status.${status}`);

/** Recorded, obliged to have a card, and without one in force. The person's row is held: of two letters at once one is given twice. */
async function mustWait(tx: Tx, actor: Actor, nik: Nik, on: CivilDate) {
  const known = await findKnown(tx, nik, on);
  if (!known) throw refuse('card.person_not_found');
  const { resident } = known;
  mustCover(actor, resident.villageCode);
  if (resident.state !== 'HIDUP') throw refuse('card.request.not_living');
  if (!isCardObligated(resident, on)) throw refuse('card.request.not_obligated');
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`card.letter ${nik}`}, 0))`);
  const packet = letterFor(known.packets);
  const cards = await listCardsOf(tx, [nik]);
  if (cards.some(({ state }) => CARD_STATES[state].valid)) throw refuse('card.request.has_card');
  if (!packet) throw refuse(known.packets.length === 0 ? 'card.request.not_recorded' : 'card.letter_not_due');
  return { resident, packet };
}

function findInForce(tx: Tx, nik: Nik, on: CivilDate): Promise<LetterRow | undefined> {
  return maybeOne<LetterRow>(
    tx,
    sql`select l.id, l.number, l.valid_until as "validUntil", l.document_id as "documentId" from card.letter l
         where l.nik = ${nik}::bigint and l.valid_until >= ${on} order by l.issued_on desc, l.id desc limit 1`,
  );
}

/** His letter as it was printed. */
export async function openLetter(tx: Tx, actor: Actor, input: { ref: string }): Promise<FileAnswer> {
  const nik = nikOf(tx, input.ref);
  await getResident(tx, nik);
  const on = today(tx.ground.clock, actor.zone);
  const paper = await elevated(tx, async () => {
    const letter = await findInForce(tx, nik, on);
    return letter && openDocument(tx, letter.documentId);
  });
  if (!paper) throw refuse('card.letter_none');
  await record(tx, actor, { label: 'card.letter_opened', subjects: [{ nik, detail: 'card' }] });
  return { mediaType: 'application/pdf', fileName: 'surat-keterangan.pdf', bytes: paper.pdf };
}

/** The card is in its holder's hand: no letter speaks for him any longer. */
export async function endLetters(tx: Tx, nik: Nik): Promise<void> {
  const rows = await many(tx, sql<{ number: string }>`select number from card.letter where nik = ${nik}::bigint`);
  const numbers = rows.map(({ number }) => number);
  await cancelPapersOf(tx, { kind: temporaryLetter.template.name, numbers, reason: 'KTP-el diserahkan' });
}
