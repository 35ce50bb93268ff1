import type { Tx } from '../db/index.ts';
import type { Uuid } from '../id/index.ts';
import type { CivilDate } from '../time/index.ts';
import { parseQr, type ReadQr, verifyQr } from './qr.ts';
import { refuse } from './refusals.ts';
import { findPublicPaper, type PaperState, type PublicPaper } from './sql.ts';

export interface CheckedPaper {
  readonly documentId: Uuid;
  /**
   * `true`: our signature, and the register agrees. `false`: forged, or signed by us but unknown to the register. `null`:
   * only an id was given, which anybody can copy.
   */
  readonly genuine: boolean | null;
  /** `unknown`: the register has no such paper. */
  readonly state: PaperState | 'unknown';
  readonly kind: string | null;
  readonly issuedOn: CivilDate | null;
  readonly office: string | null;
  readonly replacedBy: Uuid | null;
  /** Since when it is replaced or cancelled. */
  readonly endedOn: CivilDate | null;
  /** Whether the number on the paper in hand is the one that was issued; asked only with a genuine code. A copied code on
   * another person's paper is found by it. */
  readonly numberAgrees: boolean | null;
  /** The log as the paper witnesses it: compare with the log's consistency proof. */
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: Buffer } | null;
}

export type PaperInHand = { readonly id: Uuid } | { readonly qr: string; readonly number?: string };

/**
 * What anybody may know of a paper in his hand: no personal data.
 * @throws Refusal `document.code_unreadable` when the text is no code of ours.
 */
export async function checkDocument(tx: Tx, inHand: PaperInHand): Promise<CheckedPaper> {
  if ('id' in inHand) return describe(inHand.id, await findPublicPaper(tx, inHand.id), null, null);
  const read = parseQr(inHand.qr);
  if (!read) throw refuse('document.code_unreadable');
  const { issuer, formerIssuers, kinds } = tx.ground.papers;
  const signer = [issuer, ...formerIssuers].find((each) => verifyQr(read, each));
  if (!signer) return { ...describe(read.documentId, undefined, null, null), genuine: false };
  const row = await findPublicPaper(tx, read.documentId);
  const agrees = row !== undefined && sameAs(row, read, kinds);
  const numberAgrees = agrees && inHand.number !== undefined ? plain(row.number) === plain(inHand.number) : null;
  const checkpoint = { origin: signer.origin, ...read.checkpoint };
  return { ...describe(read.documentId, row, numberAgrees, checkpoint), genuine: agrees };
}

function sameAs(row: PublicPaper, read: ReadQr, kinds: ReadonlyMap<number, string>): boolean {
  return (
    row.contentHash.equals(read.contentHash) &&
    row.issuedOn === read.issuedOn &&
    row.kind === kinds.get(read.kindCode) &&
    row.logSize === read.checkpoint.size &&
    row.logRoot.equals(read.checkpoint.root)
  );
}

function describe(
  documentId: Uuid,
  row: PublicPaper | undefined,
  numberAgrees: boolean | null,
  checkpoint: CheckedPaper['checkpoint'],
): CheckedPaper {
  return {
    documentId,
    genuine: null,
    state: row?.state ?? 'unknown',
    kind: row?.kind ?? null,
    issuedOn: row?.issuedOn ?? null,
    office: row?.officeName ?? null,
    replacedBy: row?.replacedBy ?? null,
    endedOn: row?.endedOn ?? null,
    numberAgrees,
    checkpoint,
  };
}

function plain(number: string): string {
  return number.replaceAll(/[\s.]/g, '').toUpperCase();
}
