/** The letter of a warning: printed, kept with the cooperation's papers, and sent to the institution's address where it has one. */
import { z } from 'zod';
import { systemActor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { day, issueDocument, printed, type PaperKind } from '../../../core/document/index.ts';
import { NOBODY, type Uuid } from '../../../core/id/index.ts';
import type { Job } from '../../../core/jobs/index.ts';
import { leaveMessages } from '../../../core/message/index.ts';
import { addDays } from '../../../core/time/index.ts';
import { DITJEN_ID } from '../../../register/office/index.ts';
import { keepDocuments } from '../ladder/document.ts';
import { holdCooperations } from '../ladder/sql.ts';
import { findWarning, setLetter, type WarningRow } from './report-sql.ts';
import { CUT_DAYS, semesterOf, WARNING_DAYS } from './rules.ts';

const letterShape = z.object({
  number: printed(60),
  institution: printed(200),
  level: z.number().int().min(1).max(WARNING_DAYS.length),
  semester: printed(60),
  dueOn: day,
  cutOn: day,
});
type Letter = z.output<typeof letterShape>;

export const warningPaper: PaperKind<Letter> = {
  code: 50,
  template: {
    name: 'partner_warning',
    source: new URL('warning.typ', import.meta.url),
    shape: letterShape,
  },
};

const payload = z.object({ warningId: z.uuid() });
const self = { ...systemActor('partner'), officeId: DITJEN_ID };

/** Run twice it finds its letter printed and does nothing. */
export const sendWarning = {
  name: 'partner.send_warning',
  payload,
  maxAttempts: 12,
  async run(tx: Tx, { warningId }: z.output<typeof payload>): Promise<void> {
    const before = await findWarning(tx, warningId);
    if (!before) return;
    await holdCooperations(tx, [before.cooperationId]);
    const warning = (await findWarning(tx, warningId))!;
    if (warning.documentId !== null) return;
    const { id: paperId, sha256 } = await print(tx, warning);
    const [documentId] = await keepDocuments(tx, self, [
      {
        cooperationId: warning.cooperationId,
        kind: 'warning',
        number: warning.number,
        signedOn: warning.madeOn,
        validFrom: null,
        validUntil: null,
        signatories: [],
        contents: null,
        copy: { sha256: sha256.toString('hex'), paperId },
      },
    ]);
    await setLetter(tx, warning.id, documentId!);
    if (warning.mail !== null) await leaveMessages(tx, [messageOf(warning, warning.mail)]);
  },
} satisfies Job<z.output<typeof payload>>;

function print(tx: Tx, { number, institution, level, semester, dueOn, madeOn }: WarningRow) {
  return issueDocument(tx, self, {
    kind: warningPaper,
    data: {
      number,
      institution: drawable(institution),
      level,
      semester: semesterWords(semester),
      dueOn,
      cutOn: addDays(dueOn, CUT_DAYS),
    },
    nik: NOBODY,
    villageCode: '0',
    number,
    issuedOn: madeOn,
    office: { id: DITJEN_ID as Uuid, name: 'Ditjen Dukcapil' },
  });
}

function messageOf({ number, level, semester, dueOn, institution }: WarningRow, to: string) {
  return {
    channel: 'mail' as const,
    to,
    language: 'id' as const,
    key: 'partner.warning_mail',
    values: { number, level, institution, semester: semesterWords(semester), dueOn, cutOn: addDays(dueOn, CUT_DAYS) },
  };
}

/** `Semester II 2020`. */
export function semesterWords(semester: string): string {
  const { name } = semesterOf(semester);
  return `Semester ${name.endsWith('1') ? 'I' : 'II'} ${name.slice(0, 4)}`;
}

/** A name of an institution as far as the fonts can draw it. */
const drawable = (name: string) => name.replace(/[^\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff]/gu, '?');
