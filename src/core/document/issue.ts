import { randomBytes } from 'node:crypto';
import type { Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { openFile, storeFiles } from '../file/index.ts';
import { newId, type Nik, type Uuid } from '../id/index.ts';
import type { CivilDate } from '../time/index.ts';
import { contentHash } from './content.ts';
import type { Press, Template } from './press.ts';
import { encodeQr, type QrIssuer } from './qr.ts';
import { refuse } from './refusals.ts';
import { endPaper, endPapersOf, findCurrentPaper, findPaper, insertPaper } from './sql.ts';

/** What the ground lends to this room. */
export interface PaperDesk {
  readonly press: Press;
  /** The name under which the public can check papers: `HOST` of `https://HOST/periksa/...`, or `localhost:PORT`. */
  readonly host: string;
  readonly issuer: QrIssuer;
  /** Ed25519, by a key that the database never holds. */
  readonly sign: (message: Buffer) => Buffer;
  /** Keys that signed papers before the present one. */
  readonly formerIssuers: readonly QrIssuer[];
  /** The log's last signed checkpoint. */
  readonly checkpoint: (tx: Tx) => Promise<{ readonly size: number; readonly root: Buffer }>;
  /** The kinds of paper by the number in their code, brought by the rooms; see `paperKinds`. */
  readonly kinds: ReadonlyMap<number, string>;
}

declare module '../db/tx.ts' {
  interface Ground {
    readonly papers: PaperDesk;
  }
}

/** One kind of paper: its template and the number that stands for it in the code, 1..255, for ever. */
export interface PaperKind<Data = unknown> {
  readonly code: number;
  readonly template: Template<Data>;
}

/** The kinds of all rooms by number. Throws when two share one. */
export function paperKinds(
  kinds: readonly { readonly code: number; readonly template: { readonly name: string } }[],
): ReadonlyMap<number, string> {
  const byCode = new Map<number, string>();
  for (const { code, template } of kinds) {
    if (byCode.has(code)) throw new Error(`papers ${byCode.get(code)} and ${template.name} share the number ${code}`);
    byCode.set(code, template.name);
  }
  return byCode;
}

export interface PaperToIssue<Data> {
  readonly kind: PaperKind<Data>;
  readonly data: Data;
  /** Whose paper; for a family card the head of family, `NOBODY` for one about things. */
  readonly nik: Nik;
  readonly villageCode: string;
  /** As printed: family card number, deed number, letter number. */
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly office: { readonly id: Uuid; readonly name: string };
}

export interface IssuedNow {
  readonly id: Uuid;
  readonly sha256: Buffer;
  readonly qrText: string;
  readonly pdf: Buffer;
}

/** Minutes of 100,000 pieces weigh 12 MB. */
const LONGEST_PAPER = 64 * 2 ** 20;

/**
 * Sets a paper, keeps it sealed with its subject and enters it in the register of papers. The look and the act are for
 * the asking room to record.
 * @throws Refusal `document.data_malformed`, `document.press_busy`.
 */
export async function issueDocument<Data>(tx: Tx, actor: Actor, paper: PaperToIssue<Data>): Promise<IssuedNow> {
  const desk = tx.ground.papers;
  const { template, code } = paper.kind;
  if (desk.kinds.get(code) !== template.name) throw new Error(`nobody declared paper ${template.name} as ${code}`);
  const id = newId();
  const salt = randomBytes(16);
  const hash = contentHash(salt, template.name, id, paper.data);
  const checkpoint = await desk.checkpoint(tx);
  const content = { documentId: id, kindCode: code, issuedOn: paper.issuedOn, contentHash: hash, checkpoint };
  const qrText = encodeQr(desk.host, desk.issuer, content, desk.sign);
  const { pdf, sha256 } = await desk.press.compile(template, paper.data, {
    issuedOn: paper.issuedOn,
    documentId: id,
    qrText,
  });
  const { nik, villageCode, number, issuedOn, office } = paper;
  const file = {
    nik,
    villageCode,
    kind: `document.${template.name}`,
    name: 'paper.pdf',
    bytes: pdf,
    mostBytes: LONGEST_PAPER,
  };
  const [fileId] = await storeFiles(tx, actor, [file]);
  await insertPaper(tx, {
    id,
    nik,
    villageCode,
    fileId: fileId!,
    kind: template.name,
    number,
    issuedOn,
    recordedAt: tx.ground.clock.now(),
    officeId: office.id,
    officeName: office.name,
    officerId: actor.id,
    salt,
    contentHash: hash,
    sha256,
    checkpoint,
  });
  return { id, sha256, qrText, pdf };
}

/** Issues a paper in place of the valid paper `id`, which from then on says what replaced it. */
export async function replaceDocument<Data>(
  tx: Tx,
  actor: Actor,
  id: Uuid,
  paper: PaperToIssue<Data>,
): Promise<IssuedNow> {
  const issued = await issueDocument(tx, actor, paper);
  await end(tx, id, { state: 'replaced', replacedBy: issued.id, reason: null });
  return issued;
}

/**
 * The valid paper of this kind and number where exactly `paper.data` stands on it; else a new one, in the place of the
 * valid one. Whoever calls holds a lock on what the paper is about, or two at once would both issue.
 */
export async function issueIfChanged<Data>(
  tx: Tx,
  actor: Actor,
  paper: PaperToIssue<Data>,
): Promise<{ id: Uuid; issued: boolean }> {
  const { name } = paper.kind.template;
  const current = await findCurrentPaper(tx, name, paper.number);
  const hash = current && contentHash(current.salt, name, current.id, paper.data);
  if (hash && current.nik === paper.nik && current.contentHash.equals(hash)) return { id: current.id, issued: false };
  return issueInPlace(tx, actor, paper);
}

/** A new paper in the place of the valid one of this kind and number, if there is one: the old one was lost. Locks as above. */
export async function issueInPlace<Data>(
  tx: Tx,
  actor: Actor,
  paper: PaperToIssue<Data>,
): Promise<{ id: Uuid; issued: boolean }> {
  const current = await findCurrentPaper(tx, paper.kind.template.name, paper.number);
  const { id } = current ? await replaceDocument(tx, actor, current.id, paper) : await issueDocument(tx, actor, paper);
  return { id, issued: true };
}

/** The PDF of the valid paper of a kind and number, if there is one. */
export async function openCurrentDocument(
  tx: Tx,
  kind: string,
  number: string,
): Promise<{ id: Uuid; pdf: Buffer } | undefined> {
  const current = await findCurrentPaper(tx, kind, number);
  return current && { id: current.id, pdf: (await openFile(tx, current.fileId)).bytes };
}

/** Cancels the valid papers of a kind with these numbers, if any: what they are about has ended. */
export async function cancelPapersOf(
  tx: Tx,
  given: { kind: string; numbers: readonly string[]; reason: string },
): Promise<void> {
  if (given.numbers.length > 0) await endPapersOf(tx, { ...given, at: tx.ground.clock.now() });
}

/** Cancels a valid paper that should not have been issued or no longer speaks the truth; `reason` is for colleagues. */
export async function cancelDocument(tx: Tx, id: Uuid, reason: string): Promise<void> {
  await end(tx, id, { state: 'cancelled', replacedBy: null, reason });
}

async function end(
  tx: Tx,
  id: Uuid,
  how: { state: 'replaced' | 'cancelled'; replacedBy: Uuid | null; reason: string | null },
) {
  if ((await endPaper(tx, id, { ...how, at: tx.ground.clock.now() })) === 1) return;
  throw refuse((await findPaper(tx, id)) ? 'document.not_valid' : 'document.not_found');
}

/** The PDF of an issued paper, byte for byte as it was issued. */
export async function openDocument(tx: Tx, id: Uuid): Promise<{ pdf: Buffer; kind: string; number: string; nik: Nik }> {
  const paper = await findPaper(tx, id);
  if (!paper) throw refuse('document.not_found');
  const { bytes } = await openFile(tx, paper.fileId);
  return { pdf: bytes, kind: paper.kind, number: paper.number, nik: paper.nik };
}
