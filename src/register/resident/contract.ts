/** Routes of the register of residents. A NIK or a name never stands in a URL: searches go by POST, people by reference. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { getEntryContract } from '../../core/ledger/contract.ts';
import {
  ERASURE_GROUNDS,
  biodataShape,
  claimShape,
  civilDateShape,
  foundPersonShape,
  nikShape,
  personRefShape,
  personViewShape,
  protectedChangesShape,
  protectedShape,
  standingShape,
  textShape,
} from './schema.ts';

const refParams = z.object({ ref: personRefShape });
const reasonShape = textShape(1000);

export const searchResidentsContract = contract({
  method: 'POST',
  path: '/v1/residents/search',
  summary: { id: 'Cari penduduk', en: 'Find residents' },
  repeatable: true,
  body: z.object({
    nik: nikShape.optional(),
    name: textShape(60).optional(),
    birthDate: civilDateShape.optional(),
    birthYear: z.number().int().min(1850).max(2200).optional(),
  }),
  output: z.object({ people: z.array(foundPersonShape), more: z.boolean() }),
});

export const checkDuplicatesContract = contract({
  method: 'POST',
  path: '/v1/residents/duplicates',
  summary: { id: 'Periksa kemungkinan data ganda', en: 'Check for likely duplicates' },
  repeatable: true,
  body: z.object({
    name: textShape(60),
    birthDate: civilDateShape,
    birthPlace: textShape(60),
    sex: z.number().int().min(1).max(2),
    motherName: textShape(60).nullable(),
  }),
  output: z.object({ people: z.array(foundPersonShape.extend({ score: z.number(), reasons: z.array(z.string()) })) }),
});

export const enterResidentContract = contract({
  method: 'POST',
  path: '/v1/residents',
  summary: { id: 'Daftarkan penduduk baru', en: 'Register a new resident' },
  body: z.object({
    biodata: biodataShape,
    protected: protectedShape,
    legalBasis: textShape(200),
    looked: z.array(personRefShape).max(20).default([]),
  }),
  output: z.object({ ref: z.string(), nik: z.string(), actId: z.string(), entryId: z.string() }),
});

export const openPersonContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref',
  summary: { id: 'Buka data penduduk', en: 'Open a resident' },
  params: refParams,
  output: personViewShape,
});

export const openProtectedContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/protected',
  summary: { id: 'Buka elemen yang dilindungi', en: 'Open protected elements' },
  params: refParams,
  output: protectedShape,
});

export const openHistoryContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/history',
  summary: { id: 'Riwayat penduduk', en: "A resident's history" },
  params: refParams,
  output: z.object({
    acts: z.array(
      z.object({
        actId: z.string(),
        version: z.number(),
        kind: z.string(),
        occurredOn: z.string(),
        recordedAt: z.string(),
        officerId: z.string(),
        officeId: z.string().nullable(),
        /** Names; `null` for whoever is no officer (an import, the system). */
        officer: z.string().nullable(),
        office: z.string().nullable(),
        legalBasis: z.string().nullable(),
        reason: z.string().nullable(),
        entryId: z.string(),
        undoes: z.string().nullable(),
        /** The values that `delta` replaced. */
        before: z.record(z.string(), z.unknown()).nullable(),
        delta: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
  }),
});

export const openLooksContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/looks',
  summary: { id: 'Siapa melihat dan mengapa', en: 'Who looked and why' },
  params: refParams,
  output: z.object({
    looks: z.array(
      z.object({
        entryId: z.string(),
        at: z.string(),
        trueAt: z.string(),
        label: z.string(),
        by: z.string(),
        office: z.string().nullable(),
        officer: z.string().nullable(),
        officeName: z.string().nullable(),
        purpose: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
  }),
});

export const openLookProofContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/looks/:entryId',
  summary: { id: 'Bukti satu catatan dalam log', en: 'The proof of one entry in the log' },
  params: refParams.extend({ entryId: z.uuid() }),
  output: getEntryContract.output,
});

export const openStandingContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/standing',
  summary: { id: 'Yang sedang berjalan atas data penduduk', en: "What is under way about a resident's record" },
  params: refParams,
  output: standingShape,
});

export const listAppealsContract = contract({
  method: 'GET',
  path: '/v1/residents/appeals',
  summary: { id: 'Keberatan atas penonaktifan yang menunggu', en: 'Appeals against deactivation that wait' },
  output: z.object({
    appeals: z.array(
      z.object({
        ref: z.string(),
        name: z.string(),
        place: z.string(),
        appealedOn: z.string(),
        effectiveOn: z.string(),
        /** Until the day announced; below 0 the deactivation is in force or waits for the answer. */
        daysLeft: z.number(),
      }),
    ),
  }),
});

/** Elements that an officer may correct; state, place and family change by events. */
export const correctableShape = biodataShape.omit({ villageCode: true, motherNik: true, fatherNik: true }).partial();

export const correctResidentContract = contract({
  method: 'POST',
  path: '/v1/residents/:ref/corrections',
  summary: { id: 'Perbaiki biodata', en: 'Correct biodata' },
  params: refParams,
  body: z.object({
    seenVersion: z.number().int().min(1),
    changes: z.record(z.string(), z.unknown()),
    protected: protectedChangesShape.optional(),
    legalBasis: textShape(200),
    reason: reasonShape,
  }),
  output: z.object({ actId: z.string(), entryId: z.string(), version: z.number() }),
});

export const proposeMergeContract = contract({
  method: 'POST',
  path: '/v1/residents/:ref/merge',
  summary: { id: 'Usulkan penggabungan dua data', en: 'Propose merging two records' },
  params: refParams,
  body: z.object({
    other: personRefShape,
    /** Which of the two stays; the other becomes GANDA. */
    keep: z.enum(['this', 'other']),
    legalBasis: textShape(200),
    reason: reasonShape.pipe(z.string().min(10, { message: 'field.reason_short' })),
  }),
  output: z.object({ proposalId: z.uuid(), hash: z.string() }),
});

export const weighErasureContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/erasure',
  summary: { id: 'Yang akan dihapus', en: 'What an erasure would touch' },
  params: refParams,
  output: z.object({ files: z.number(), earlierVersions: z.number() }),
});

export const proposeErasureContract = contract({
  method: 'POST',
  path: '/v1/residents/:ref/erasure',
  summary: { id: 'Usulkan penghapusan berkas', en: 'Propose an erasure' },
  params: refParams,
  body: z.object({
    ground: z.enum(ERASURE_GROUNDS),
    legalBasis: textShape(200).pipe(z.string().min(3, { message: 'field.basis_short' })),
    reason: reasonShape.pipe(z.string().min(10, { message: 'field.reason_short' })),
  }),
  output: z.object({ proposalId: z.uuid(), hash: z.string() }),
});

export const unmergeContract = contract({
  method: 'POST',
  path: '/v1/residents/:ref/unmerge',
  summary: { id: 'Batalkan penggabungan', en: 'Take a merge back' },
  params: refParams,
  body: z.object({ reason: reasonShape }),
  output: z.object({ actId: z.string() }),
});

export const announceDeactivationContract = contract({
  method: 'POST',
  path: '/v1/residents/:ref/deactivation',
  summary: { id: 'Umumkan penonaktifan', en: 'Announce a deactivation' },
  params: refParams,
  body: z.object({ reason: reasonShape, legalBasis: textShape(200), effectiveOn: civilDateShape }),
  output: z.object({ id: z.string() }),
});

export const appealDeactivationContract = contract({
  method: 'POST',
  path: '/v1/residents/:ref/deactivation/appeal',
  summary: { id: 'Catat keberatan', en: 'Record an appeal' },
  params: refParams,
  body: z.object({ appeal: reasonShape }),
  output: z.object({ id: z.string() }),
});

export const refuseAppealContract = contract({
  method: 'POST',
  path: '/v1/residents/:ref/deactivation/appeal/refusal',
  summary: { id: 'Tolak keberatan', en: 'Refuse an appeal' },
  params: refParams,
  body: z.object({ reason: reasonShape }),
  output: z.object({ id: z.string() }),
});

export const endDeactivationContract = contract({
  method: 'POST',
  path: '/v1/residents/:ref/deactivation/end',
  summary: { id: 'Aktifkan kembali', en: 'End a deactivation' },
  params: refParams,
  body: z.object({ reason: reasonShape }),
  output: z.object({ id: z.string() }),
});

export const listCasesContract = contract({
  method: 'GET',
  path: '/v1/residents/cases',
  summary: { id: 'Kasus identitas terbuka', en: 'Open identity cases' },
  output: z.object({
    cases: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        ref: z.string(),
        name: z.string(),
        otherName: z.string().nullable(),
        place: z.string(),
        openedAt: z.string(),
        state: z.string(),
      }),
    ),
  }),
});

export const openCaseContract = contract({
  method: 'GET',
  path: '/v1/residents/cases/:id',
  summary: { id: 'Buka kasus identitas', en: 'Open an identity case' },
  params: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.string(),
    kind: z.string(),
    nik: z.string(),
    ref: z.string(),
    openedAt: z.string(),
    /** Whose NIK it is in the register; `null` when he lives outside the officer's region. */
    registered: claimShape.nullable(),
    /** What a file says, or the second record of a likely duplicate; `null` when that lies outside the region. */
    claimed: claimShape.nullable(),
    /** The second record of a likely duplicate. */
    other: z.string().nullable(),
  }),
});

export const decideCaseContract = contract({
  method: 'POST',
  path: '/v1/residents/cases/:id/decision',
  summary: { id: 'Putuskan kasus identitas', en: 'Decide an identity case' },
  params: z.object({ id: z.uuid() }),
  body: z.object({ decision: z.enum(['same_person', 'different_person']), reason: reasonShape }),
  output: z.object({ id: z.string() }),
});
