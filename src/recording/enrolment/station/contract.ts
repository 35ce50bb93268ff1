import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { idParams, keyShape, nothing, reasonShape, STATION_KINDS, stationShape, textShape } from '../schema.ts';

export const issueStationCodeContract = contract({
  method: 'POST',
  path: '/v1/stations/codes',
  summary: { id: 'Terbitkan kode pendaftaran alat perekaman', en: 'Issue a code to enrol a station' },
  body: z.object({ officeId: z.uuid(), name: textShape(80), kind: z.enum(STATION_KINDS) }),
  output: z.object({ code: z.string(), expiresAt: z.string() }),
});

export const enrolStationContract = contract({
  method: 'POST',
  path: '/v1/stations',
  summary: { id: 'Daftarkan alat perekaman', en: 'Enrol a station' },
  body: z.object({
    code: z.string().min(20).max(60),
    publicKey: keyShape,
    proof: z.string().regex(/^[A-Za-z0-9_-]{86}$/, { message: 'enrolment.field.signature' }),
  }),
  output: z.object({
    id: z.string(),
    name: z.string(),
    officeId: z.string(),
    centreKey: z.string(),
    now: z.string(),
  }),
});

export const listStationsContract = contract({
  method: 'GET',
  path: '/v1/stations',
  summary: { id: 'Daftar alat perekaman', en: 'List stations' },
  output: z.object({ stations: z.array(stationShape) }),
});

export const revokeStationContract = contract({
  method: 'POST',
  path: '/v1/stations/:id/revocation',
  summary: { id: 'Cabut alat perekaman', en: 'Revoke a station' },
  params: idParams,
  body: z.object({ reason: reasonShape }),
  output: nothing,
});

export const centreKeyContract = contract({
  method: 'GET',
  path: '/v1/stations/centre-key',
  summary: { id: 'Kunci publik pusat dan jam server', en: "The centre's public key and the server's clock" },
  output: z.object({ centreKey: z.string(), now: z.string() }),
});
