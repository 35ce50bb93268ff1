import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { civilDateShape, namedPersonShape, personRefShape, textShape, villageCodeShape } from '../resident/schema.ts';
import { ACTS, APPLICATION_STATES } from './rules.ts';
import { DOCUMENTS, SERVICE_KINDS } from './services.ts';

const idParams = z.object({ id: z.uuid() });
const documentParams = z.object({ id: z.uuid(), code: z.enum(DOCUMENTS) });
const reason = textShape(1000);
const details = z.record(z.string().max(60), z.unknown());
const carried = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(APPLICATION_STATES),
  version: z.number(),
});

export const applicationLineShape = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(SERVICE_KINDS),
  state: z.enum(APPLICATION_STATES),
  applicant: z.string(),
  applicantName: z.string(),
  place: z.string(),
  submittedAt: z.string().nullable(),
  dueOn: z.string().nullable(),
  assignedTo: z.string().nullable(),
  /** The name of who took it. */
  assignee: z.string().nullable(),
  /** Days until it is due by the office's calendar; below 0 it is overdue. */
  daysLeft: z.number().nullable(),
});

export const applicationViewShape = applicationLineShape.extend({
  applicantNik: z.string(),
  applicantBirthDate: z.string(),
  villageCode: z.string(),
  subject: z.string().nullable(),
  contact: z.string().nullable(),
  details,
  /** Everybody whom the details name; by initials where he lives in another region. */
  people: z.array(namedPersonShape),
  reason: z.string().nullable(),
  outcomeId: z.string().nullable(),
  version: z.number(),
  mayNext: z.array(z.enum(ACTS)),
  requirements: z.array(
    z.object({
      code: z.string(),
      needed: z.boolean(),
      fileId: z.string().nullable(),
      fileName: z.string().nullable(),
      uploadedAt: z.string().nullable(),
      verdict: z.enum(['met', 'not_met']).nullable(),
      checkedBy: z.string().nullable(),
      checker: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  steps: z.array(
    z.object({
      state: z.enum(APPLICATION_STATES),
      at: z.string(),
      officerId: z.string().nullable(),
      officer: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});

export const listWorkContract = contract({
  method: 'GET',
  path: '/v1/applications',
  summary: { id: 'Daftar permohonan', en: 'List applications' },
  query: z.object({
    states: z
      .string()
      .default('submitted,assigned')
      .transform((text) => text.split(','))
      .pipe(z.array(z.enum(APPLICATION_STATES))),
    mine: z
      .enum(['0', '1'])
      .default('0')
      .transform((flag) => flag === '1'),
    kind: z.enum(SERVICE_KINDS).optional(),
    cursor: z.string().max(300).optional(),
  }),
  output: z.object({
    /** The office's day, from which what is overdue is reckoned. */
    today: z.string(),
    applications: z.array(applicationLineShape),
    counts: z.array(z.object({ state: z.enum(APPLICATION_STATES), n: z.number(), overdue: z.number() })),
    next: z.string().nullable(),
  }),
});

export const draftApplicationContract = contract({
  method: 'POST',
  path: '/v1/applications',
  summary: { id: 'Buat permohonan', en: 'Open an application' },
  body: z.object({
    kind: z.enum(SERVICE_KINDS),
    applicant: personRefShape,
    subject: personRefShape.nullable().default(null),
    /** For those who come from elsewhere: the village to which they come. */
    villageCode: villageCodeShape.optional(),
    contact: textShape(120).nullable().default(null),
    details: details.default({}),
  }),
  output: carried,
});

export const openApplicationContract = contract({
  method: 'GET',
  path: '/v1/applications/:id',
  summary: { id: 'Buka permohonan', en: 'Open an application' },
  params: idParams,
  output: applicationViewShape,
});

export const changeDetailsContract = contract({
  method: 'PUT',
  path: '/v1/applications/:id',
  summary: { id: 'Ubah isi permohonan', en: 'Change an application' },
  params: idParams,
  body: z.object({ details, contact: textShape(120).nullable() }),
  output: carried,
});

export const handInDocumentContract = contract({
  method: 'POST',
  path: '/v1/applications/:id/documents/:code',
  summary: { id: 'Serahkan dokumen persyaratan', en: 'Hand in a document' },
  kind: 'upload',
  params: documentParams,
  output: z.object({ fileId: z.string() }),
});

export const openHandedInContract = contract({
  method: 'GET',
  path: '/v1/applications/:id/documents/:code',
  summary: { id: 'Buka dokumen persyaratan', en: 'Open a document that was handed in' },
  kind: 'file',
  params: documentParams,
  output: z.unknown(),
});

export const submitApplicationContract = contract({
  method: 'POST',
  path: '/v1/applications/:id/submission',
  summary: { id: 'Ajukan permohonan', en: 'Submit an application' },
  params: idParams,
  output: carried,
});

export const checkDocumentsContract = contract({
  method: 'POST',
  path: '/v1/applications/:id/check',
  summary: { id: 'Periksa persyaratan', en: 'Check the documents' },
  params: idParams,
  body: z.object({
    verdicts: z
      .array(
        z.object({
          code: z.enum(DOCUMENTS),
          verdict: z.enum(['met', 'not_met']),
          note: textShape(300).nullable().default(null),
        }),
      )
      .min(1),
  }),
  output: z.object({ unmet: z.array(z.string()) }),
});

export const assignApplicationContract = contract({
  method: 'POST',
  path: '/v1/applications/:id/assignment',
  summary: { id: 'Tugaskan permohonan', en: 'Assign an application' },
  params: idParams,
  body: z.object({ officerId: z.uuid().nullable().default(null) }),
  output: carried,
});

export const returnApplicationContract = contract({
  method: 'POST',
  path: '/v1/applications/:id/return',
  summary: { id: 'Kembalikan untuk dilengkapi', en: 'Return to be completed' },
  params: idParams,
  body: z.object({ reason }),
  output: carried,
});

export const acceptApplicationContract = contract({
  method: 'POST',
  path: '/v1/applications/:id/acceptance',
  summary: { id: 'Terima dan laksanakan permohonan', en: 'Accept and carry out' },
  params: idParams,
  output: carried,
});

export const refuseApplicationContract = contract({
  method: 'POST',
  path: '/v1/applications/:id/refusal',
  summary: { id: 'Tolak permohonan', en: 'Refuse an application' },
  params: idParams,
  body: z.object({ reason }),
  output: carried,
});

export const withdrawApplicationContract = contract({
  method: 'POST',
  path: '/v1/applications/:id/withdrawal',
  summary: { id: 'Batalkan permohonan', en: 'Withdraw an application' },
  params: idParams,
  body: z.object({ reason }),
  output: carried,
});

export const followApplicationContract = contract({
  method: 'POST',
  path: '/v1/applications/follow',
  summary: { id: 'Ikuti permohonan tanpa masuk', en: 'Follow an application without signing in' },
  repeatable: true,
  body: z.object({ number: z.string().min(6).max(40), birthDate: civilDateShape }),
  output: z.object({
    number: z.string(),
    kind: z.string(),
    state: z.enum(APPLICATION_STATES),
    submittedAt: z.string().nullable(),
    dueOn: z.string().nullable(),
    decidedAt: z.string().nullable(),
    reason: z.string().nullable(),
  }),
});
