import { z } from 'zod';
import { proposal } from '../../core/approval/contract.ts';
import { contract } from '../../core/http/contract.ts';
import {
  civilDate,
  delegation,
  employeeNumber,
  officer,
  officerAct,
  officerState,
  personName,
  postChange,
  role,
  username,
} from './schema.ts';

const officerId = z.object({ officerId: z.uuid() });
const reason = z.object({ reason: z.string().trim().min(5).max(500) });
const code = z.object({ code: z.string() });

export const listOfficersContract = contract({
  method: 'POST',
  path: '/v1/officers/search',
  summary: { id: 'Daftar petugas di wilayah saya', en: 'Officers in my region' },
  body: z.object({
    search: z.string().trim().min(1).max(80).optional(),
    officeId: z.uuid().optional(),
    state: officerState.optional(),
    cursor: z.string().max(1000).optional(),
  }),
  output: z.object({ officers: z.array(officer), next: z.string().nullable() }),
  repeatable: true,
});

export const getOfficerContract = contract({
  method: 'GET',
  path: '/v1/officers/:officerId',
  summary: { id: 'Satu petugas, penugasan, dan riwayatnya', en: 'One officer, his posts and his history' },
  params: officerId,
  output: officer.extend({ history: z.array(officerAct) }),
});

export const addOfficerContract = contract({
  method: 'POST',
  path: '/v1/officers',
  summary: { id: 'Mendaftarkan petugas; memberi kode sekali pakai', en: 'Register an officer; gives a one-time code' },
  body: z.object({ username, name: personName, employeeNumber: employeeNumber.nullable().default(null) }),
  output: code.extend({ officerId: z.uuid() }),
});

export const reissueCodeContract = contract({
  method: 'POST',
  path: '/v1/officers/:officerId/code',
  summary: { id: 'Memberi kode sekali pakai yang baru', en: 'Give a new one-time code' },
  params: officerId,
  output: code,
});

export const disableOfficerContract = contract({
  method: 'POST',
  path: '/v1/officers/:officerId/disable',
  summary: { id: 'Menonaktifkan petugas', en: 'Disable an officer' },
  params: officerId,
  body: reason,
  output: z.undefined(),
});

export const enableOfficerContract = contract({
  method: 'POST',
  path: '/v1/officers/:officerId/enable',
  summary: { id: 'Mengaktifkan kembali petugas', en: 'Enable an officer again' },
  params: officerId,
  body: reason,
  output: z.undefined(),
});

export const retireOfficerContract = contract({
  method: 'POST',
  path: '/v1/officers/:officerId/retire',
  summary: { id: 'Memberhentikan petugas', en: 'Retire an officer' },
  params: officerId,
  body: reason,
  output: z.undefined(),
});

export const changePostContract = contract({
  method: 'POST',
  path: '/v1/officers/posts',
  summary: { id: 'Mengusulkan pemberian, pengakhiran, atau perpindahan peran', en: 'Propose a change of roles' },
  body: z.object({ change: postChange }),
  output: proposal.omit({ summary: true, details: true }),
});

export const listDelegationsContract = contract({
  method: 'GET',
  path: '/v1/delegations',
  summary: { id: 'Pelimpahan tugas', en: 'Delegations' },
  output: z.object({ delegations: z.array(delegation) }),
});

export const delegateContract = contract({
  method: 'POST',
  path: '/v1/delegations',
  summary: { id: 'Melimpahkan peran selama berhalangan', en: 'Lend a role during absence' },
  body: z.object({
    toOfficerId: z.uuid(),
    role,
    from: civilDate,
    until: civilDate,
    reason: z.string().trim().min(3).max(300),
  }),
  output: delegation,
});

export const revokeDelegationContract = contract({
  method: 'DELETE',
  path: '/v1/delegations/:delegationId',
  summary: { id: 'Mencabut pelimpahan', en: 'Revoke a delegation' },
  params: z.object({ delegationId: z.uuid() }),
  output: z.undefined(),
});
