import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { civilDateShape, cursorShape, figureShape, regionShape, statusViewShape } from '../schema.ts';

const coverageQuery = z.object({
  region: regionShape.optional(),
  asOf: civilDateShape.optional(),
  knownAt: z.iso.datetime().optional(),
});

export const openCoverageContract = contract({
  method: 'GET',
  path: '/v1/coverage',
  summary: { id: 'Cakupan perekaman', en: 'Coverage of recording' },
  query: coverageQuery,
  output: figureShape.extend({
    region: z.string(),
    name: z.string().nullable(),
    /** What the region lies in, from the widest that the officer's own holds. */
    path: z.array(z.object({ code: z.string(), name: z.string().nullable() })),
    asOf: z.string(),
    knownAt: z.string(),
    regions: z.array(figureShape.extend({ code: z.string(), name: z.string() })),
    sexes: z.array(figureShape.extend({ sex: z.number() })),
    ages: z.array(figureShape.extend({ from: z.number(), to: z.number().nullable() })),
  }),
});

export const openCoverageTableContract = contract({
  method: 'GET',
  path: '/v1/coverage/table',
  summary: { id: 'Cakupan perekaman sebagai tabel CSV', en: 'Coverage of recording as a CSV table' },
  kind: 'file',
  query: coverageQuery,
  output: z.unknown(),
});

export const listPeopleContract = contract({
  method: 'POST',
  path: '/v1/coverage/people',
  summary: { id: 'Daftar penduduk di balik angka cakupan', en: 'The people behind a figure of coverage' },
  repeatable: true,
  body: z.object({
    region: regionShape.optional(),
    recorded: z.boolean().default(false),
    who: z.enum(['obligated', 'first_voter']).default('obligated'),
    sex: z.number().int().min(1).max(2).optional(),
    ageFrom: z.number().int().min(0).max(150).optional(),
    ageTo: z.number().int().min(0).max(150).optional(),
    cursor: cursorShape,
  }),
  output: z.object({
    people: z.array(
      z.object({
        ref: z.string(),
        nik: z.string(),
        name: z.string(),
        sex: z.number(),
        birthDate: z.string(),
        villageCode: z.string(),
        place: z.string(),
        address: z.string(),
        rt: z.number().nullable(),
        rw: z.number().nullable(),
        now: statusViewShape.nullable(),
        recordedOn: z.string().nullable(),
        appointment: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});
