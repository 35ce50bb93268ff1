/** The public pages on which a paper is checked: by the code on it (also the address that the code opens), or by its id. */
import type { Tx } from '../db/index.ts';
import { publicPage, type PublicRequest } from '../http/web.ts';
import { isUuid } from '../id/index.ts';
import { holdsHistory } from '../ledger/index.ts';
import { Refusal } from '../refusal/index.ts';
import { checkDocument, type CheckedPaper, type PaperInHand } from './check.ts';

export interface CheckDocumentPage {
  /** Who checked by the code's own address needs no form first. */
  readonly byCode: boolean;
  /** What was typed or scanned; a code in the address that cannot be read is not shown again. */
  readonly typed: { readonly code: string; readonly number: string };
  /** Why the code could not be looked up. */
  readonly fault: string | null;
  readonly paper:
    | (Pick<CheckedPaper, 'genuine' | 'state' | 'kind' | 'office' | 'issuedOn' | 'endedOn' | 'numberAgrees'> & {
        readonly documentId: string;
        /** The kind of the paper that took its place, and whether that one is still valid. */
        readonly successor: { readonly kind: string | null; readonly state: CheckedPaper['state'] } | null;
        /** The log as the paper witnesses it; `holds`: the log of now still begins with it. */
        readonly witness: {
          readonly size: number;
          readonly root: string;
          readonly holds: boolean;
          readonly now: { readonly size: number; readonly root: string } | null;
        } | null;
      })
    | null;
}

const LONGEST = 400;
const RATE = { perMinute: 60 };

export const documentPages = [
  publicPage<CheckDocumentPage>({
    path: '/periksa-dokumen',
    component: 'check-document',
    takesForm: true,
    rate: RATE,
    status: ({ fault }) => (fault === null ? 200 : 422),
    load: (tx, request) =>
      look(tx, request, {
        byCode: false,
        code: request.form?.['kode'] ?? '',
        number: request.form?.['nomor'] ?? '',
        asked: request.form !== null,
      }),
  }),
  publicPage<CheckDocumentPage>({
    path: '/periksa/:code',
    component: 'check-document',
    rate: RATE,
    status: ({ fault }) => (fault === null ? 200 : 422),
    load: (tx, request) => look(tx, request, { byCode: true, code: request.params['code']!, number: '', asked: true }),
  }),
];

interface Look {
  readonly byCode: boolean;
  readonly code: string;
  readonly number: string;
  readonly asked: boolean;
}

async function look(tx: Tx, { language }: PublicRequest, given: Look): Promise<CheckDocumentPage> {
  const typed = { code: given.code.trim().slice(0, LONGEST), number: given.number.trim().slice(0, 60) };
  const page = { byCode: given.byCode, typed };
  if (!given.asked) return { ...page, fault: null, paper: null };
  try {
    return { ...page, fault: null, paper: await checked(tx, inHand(typed)) };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const shown = given.byCode ? { code: '', number: '' } : typed;
    const said = tx.ground.speaker.say(language, fault.code, fault.values);
    return { ...page, typed: shown, fault: said, paper: null };
  }
}

function inHand({ code, number }: { code: string; number: string }): PaperInHand {
  const id = code.toLowerCase();
  if (isUuid(id)) return { id };
  return number === '' ? { qr: code } : { qr: code, number };
}

async function checked(tx: Tx, paper: PaperInHand): Promise<CheckDocumentPage['paper']> {
  const { checkpoint, replacedBy, ...found } = await checkDocument(tx, paper);
  const next = replacedBy === null ? null : await checkDocument(tx, { id: replacedBy });
  const history = checkpoint && (await holdsHistory(tx, checkpoint));
  return {
    ...found,
    successor: next && { kind: next.kind, state: next.state },
    witness: checkpoint &&
      history && {
        size: checkpoint.size,
        root: checkpoint.root.toString('base64'),
        holds: history.holds,
        now: history.now && { size: history.now.size, root: history.now.root.toString('base64') },
      },
  };
}
