/** Papers of a cooperation: filed with their hash and never edited; what comes later is a new version. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { openDocument } from '../../../core/document/index.ts';
import { openFile, storeFiles } from '../../../core/file/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { newId, NOBODY, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { mustBeCentre } from '../institution/institution.ts';
import { sayChanged } from '../notice.ts';
import { refuse } from '../refusals.ts';
import { findDocument, insertDocuments, type NewDocument } from './document-sql.ts';
import { ENDED, LIVE, TERMED } from './rules.ts';
import type { Paper } from './schema.ts';
import { holdCooperations, type CooperationRow } from './sql.ts';

/** The file itself, or only its hash where the paper lies in an archive; or a paper that the system has printed. */
export type Copy =
  | { readonly file: { readonly name: string; readonly bytes: Buffer } }
  | { readonly sha256: string; readonly paperId?: string };

export type Filing = Paper & { readonly cooperationId: string; readonly copy: Copy };

/** Files papers, many at once; gives their ids in order. */
export async function fileDocuments(tx: Tx, actor: Actor, given: readonly Filing[]): Promise<Uuid[]> {
  mustBeCentre(actor);
  const held = await holdAll(tx, given);
  if (given.some(({ cooperationId }) => ENDED.includes(held.get(cooperationId)!.stage))) throw refuse('partner.ended');
  const ids = await keepDocuments(tx, actor, given);
  const termed = given.filter(({ kind }) => TERMED.includes(kind)).map(({ cooperationId }) => cooperationId);
  await sayChanged(
    tx,
    actor,
    termed.filter((id) => LIVE.includes(held.get(id)!.stage)),
  );
  return ids;
}

async function holdAll(tx: Tx, given: readonly Filing[]): Promise<Map<string, CooperationRow>> {
  const ids = [...new Set(given.map(({ cooperationId }) => cooperationId))];
  const held = new Map((await holdCooperations(tx, ids)).map((row) => [row.id, row]));
  if (held.size < ids.length) throw refuse('partner.cooperation_not_found');
  return held;
}

/** The same for cooperations that the caller holds, or has just made. */
export async function keepDocuments(tx: Tx, actor: Actor, given: readonly Filing[]): Promise<Uuid[]> {
  const now = today(tx.ground.clock, ZONES.WIB);
  if (given.some(({ signedOn }) => signedOn > now)) {
    throw refuse('partner.document_ahead', { faults: [{ path: 'signedOn', code: 'partner.document_ahead' }] });
  }
  const files = await storeFiles(
    tx,
    actor,
    given.flatMap(({ copy, kind }) =>
      'file' in copy
        ? [{ nik: NOBODY, villageCode: '0', kind: `partner.${kind}`, allowed: ['application/pdf'], ...copy.file }]
        : [],
    ),
  );
  const rows = given.map((paper): NewDocument & { id: Uuid } => ({
    ...paper,
    id: newId(),
    sha256: 'file' in paper.copy ? createHash('sha256').update(paper.copy.file.bytes).digest('hex') : paper.copy.sha256,
    fileId: 'file' in paper.copy ? files.shift()! : null,
    paperId: 'paperId' in paper.copy ? (paper.copy.paperId ?? null) : null,
  }));
  const one = rows.length === 1 ? rows[0]! : null;
  const { entryId } = await record(tx, actor, {
    label: 'partner.document_filed',
    facts: {
      n: rows.length,
      ...(one
        ? { document: one.id, cooperation: one.cooperationId, kind: one.kind, sha256: one.sha256 }
        : { list: listHash(rows) }),
    },
  });
  await insertDocuments(tx, rows, { at: tx.ground.clock.now(), id: actor.id, entryId });
  return rows.map(({ id }) => id);
}

/** What one entry says of a list: the hash over each paper's. */
function listHash(rows: readonly NewDocument[]): string {
  const lines = rows.map(({ cooperationId, kind, sha256 }) => `${cooperationId} ${kind} ${sha256}\n`);
  return createHash('sha256').update(lines.toSorted().join('')).digest('hex');
}

/** The stored file, or the paper as it was printed. */
export async function openPartnerDocument(tx: Tx, actor: Actor, input: { id: string }): Promise<FileAnswer> {
  const found = await findDocument(tx, input.id);
  if (!found || (found.fileId === null && found.paperId === null)) throw refuse('partner.document_not_found');
  const { id, kind, version, fileId, paperId } = found;
  await record(tx, actor, { label: 'partner.document_opened', facts: { document: id } });
  const bytes = await elevated(tx, async () =>
    fileId ? (await openFile(tx, fileId as Uuid)).bytes : (await openDocument(tx, paperId as Uuid)).pdf,
  );
  return { mediaType: 'application/pdf', fileName: `${kind}-v${version}-${id.slice(-6)}.pdf`, bytes };
}
