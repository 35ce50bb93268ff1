/** Two reports of a find: for the public without officers' names or anybody's number, for the police with the chain of evidence. */
import { z } from 'zod';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { issueInPlace, issuer, openDocument, printed, type PaperKind } from '../../../core/document/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { NOBODY, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { getIssuer } from '../../../register/officer/index.ts';
import { uidText } from '../../blank/index.ts';
import { cardStateOf } from '../../card/index.ts';
import { officerNames } from '../destruction/sql.ts';
import { merkleRoot } from '../list-root.ts';
import { inWords } from '../number-words.ts';
import { refuse } from '../refusals.ts';
import { custodianText, getFound, summaryOf } from './found.ts';
import {
  holdFound,
  listCounts,
  listCustody,
  listFoundCards,
  noteReports,
  type FoundCardLine,
  type FoundRow,
} from './sql.ts';

const counted = z.object({ name: z.string(), n: z.int() });

const foundShape = z.object({
  number: printed(60),
  place: printed(200),
  foundOn: z.string(),
  policeReport: z.string(),
  description: z.string(),
  reconciled: z.object({ n: z.int(), words: z.string() }),
  explanation: z.array(z.string()),
  counts: z.array(z.object({ counter: printed(120), institution: printed(160), n: z.int(), parts: z.array(counted) })),
  listed: z.int(),
  known: z.int(),
  unknown: z.int(),
  states: z.array(counted),
  custodians: z.array(counted),
  contradictions: z.array(counted),
  root: z.string(),
  log: z.object({ size: z.int(), root: z.string() }),
  issuer,
  /** Null for the public. */
  evidence: z
    .object({
      finder: printed(120),
      chain: z.array(
        z.object({ holder: z.string(), institution: z.string(), at: z.string(), note: z.string(), by: z.string() }),
      ),
      cards: z.array(z.string()),
    })
    .nullable(),
});
type FoundPaper = z.output<typeof foundShape>;

const source = new URL('./found.typ', import.meta.url);
export const publicPaper: PaperKind<FoundPaper> = {
  code: 41,
  template: { name: 'found_public', source, shape: foundShape },
};
export const policePaper: PaperKind<FoundPaper> = {
  code: 42,
  template: { name: 'found_police', source, shape: foundShape },
};

/** Issues both reports, in place of the ones before. Refuses while the counts are not explained. */
export async function issueFoundReports(
  tx: Tx,
  actor: Actor,
  input: { id: string },
): Promise<{ publicDocument: string; policeDocument: string }> {
  await getFound(tx, actor, input.id);
  const { office, issuer: signs } = await getIssuer(tx, actor);
  return elevated(tx, async () => {
    const found = (await holdFound(tx, input.id))!;
    if (found.reconciled === null || found.listed === 0) throw refuse('disposal.found_unexplained');
    const cards = await listFoundCards(tx, found.id);
    const data = { ...(await paperOf(tx, found, cards)), issuer: signs };
    const shared = {
      nik: NOBODY,
      villageCode: found.regionCode.padEnd(10, '0'),
      issuedOn: today(tx.ground.clock, actor.zone),
      office,
    };
    const evidence = await evidenceOf(tx, found, cards);
    const open = { ...shared, kind: publicPaper, number: `${found.number}/U`, data: { ...data, evidence: null } };
    const closed = { ...shared, kind: policePaper, number: `${found.number}/P`, data: { ...data, evidence } };
    const { id: publicDocument } = await issueInPlace(tx, actor, open);
    const { id: policeDocument } = await issueInPlace(tx, actor, closed);
    await record(tx, actor, {
      label: 'found.report_issued',
      facts: { found: found.id, publicDocument, policeDocument },
    });
    await noteReports(tx, { id: found.id, publicDocument, policeDocument });
    return { publicDocument, policeDocument };
  });
}

async function paperOf(tx: Tx, found: FoundRow, cards: readonly FoundCardLine[]) {
  const inIndonesian = { language: 'id' as const };
  const say = (key: string) => tx.ground.speaker.say('id', key);
  const summary = summaryOf(tx, inIndonesian, cards);
  const named = (counts: Readonly<Record<string, number>>, prefix: string) =>
    Object.entries(counts).map(([key, n]) => ({ name: say(`${prefix}.${key}`), n }));
  const log = await tx.ground.papers.checkpoint(tx);
  const counts = await listCounts(tx, found.id);
  return {
    number: found.number,
    place: found.place,
    foundOn: found.foundOn,
    policeReport: found.policeReport ?? '-',
    description: found.description ?? '-',
    reconciled: { n: found.reconciled!, words: inWords(found.reconciled!) },
    explanation: found.explanation!.split('\n'),
    counts: counts.map(({ counter, institution, n, parts }) => ({
      counter,
      institution,
      n,
      parts: parts.map(({ kind, n: part }) => ({ name: kind, n: part })),
    })),
    listed: summary.listed,
    known: summary.known,
    unknown: summary.unknown,
    states: named(summary.byState, 'disposal.card_state'),
    custodians: summary.lastCustodians.map(({ custodian, n }) => ({ name: custodian, n })),
    contradictions: named(summary.contradictions, 'disposal.contradiction'),
    root: merkleRoot(cards.map((card) => JSON.stringify([card.line, card.nik, card.serial, card.uid]))).toString('hex'),
    log: { size: log.size, root: log.root.toString('hex') },
  };
}

/** What only the police get: names, and each card with its number and what the records say of it. */
async function evidenceOf(tx: Tx, found: FoundRow, cards: readonly FoundCardLine[]) {
  const custody = await listCustody(tx, found.id);
  const nameOf = await officerNames(
    tx,
    custody.map(({ recordedBy }) => recordedBy),
  );
  return {
    finder: found.finder,
    chain: custody.map(({ holder, institution, takenAt, note, recordedBy }) => ({
      holder,
      institution,
      at: `${takenAt.toLocaleString('id-ID', { timeZone: ZONES.WIB, dateStyle: 'medium', timeStyle: 'short' })} WIB`,
      note: note ?? '-',
      by: nameOf(recordedBy),
    })),
    cards: cards.map((card) => cardLine(tx, card)),
  };
}

function cardLine(tx: Tx, card: FoundCardLine): string {
  const say = (key: string) => tx.ground.speaker.say('id', key);
  return [
    `${card.line}.`,
    card.cardNik ?? card.nik ?? 'NIK tak terbaca',
    card.serial === null ? '' : `seri ${card.serial}`,
    card.uid === null ? '' : `UID ${uidText(BigInt(card.uid))}`,
    card.cardState === null
      ? say('disposal.card_state.unknown')
      : say(`disposal.card_state.${cardStateOf(card.cardState)}`),
    ...custodianText(tx, { language: 'id' }, card),
    card.bagNumber ?? '',
    ...card.contradictions.map((code) => `[${say(`disposal.contradiction.${code}`)}]`),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export const openPublicReport = (tx: Tx, actor: Actor, input: { id: string }) =>
  open(tx, actor, input.id, ({ publicDocument }) => publicDocument);
export const openPoliceReport = (tx: Tx, actor: Actor, input: { id: string }) =>
  open(tx, actor, input.id, ({ policeDocument }) => policeDocument);

async function open(tx: Tx, actor: Actor, id: string, which: (found: FoundRow) => string | null): Promise<FileAnswer> {
  const found = await getFound(tx, actor, id);
  const documentId = which(found);
  if (documentId === null) throw refuse('disposal.found_unexplained');
  const { pdf } = await elevated(tx, () => openDocument(tx, documentId as Uuid));
  await record(tx, actor, { label: 'found.report_opened', facts: { found: found.id, document: documentId } });
  return { mediaType: 'application/pdf', fileName: 'ktp-el-ditemukan.pdf', bytes: pdf };
}
