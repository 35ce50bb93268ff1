/** Routes of assisted access: an officer does for who stands before him what others do on their telephone. */
import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { assistanceShape, assistShape, disputeGiven, lockGiven, rightGiven } from './schema.ts';

const params = z.object({ id: z.uuid() });
const done = z.object({ id: z.string() });

export const openAssistanceContract = contract({
  method: 'POST',
  path: '/v1/citizen/assistances',
  summary: {
    id: 'Mulai layanan warga berbantuan: orangnya hadir dengan kartunya, atau dikenali dengan cara yang disebutkan',
    en: 'Begin assisted access: the person is present with his card, or known in a way that is stated',
  },
  body: assistShape,
  output: done.extend({ endsAt: z.string() }),
});

export const openAssistedContract = contract({
  method: 'GET',
  path: '/v1/citizen/assistances/:id',
  summary: {
    id: 'Siapa melihat data orang yang hadir, kuncinya, dan permintaannya',
    en: 'Who looked at the data of who is present, his locks, his requests',
  },
  params,
  output: assistanceShape,
});

export const printAssistedContract = contract({
  method: 'POST',
  path: '/v1/citizen/assistances/:id/papers',
  summary: {
    id: 'Cetak daftar pelihat atau data orang yang hadir',
    en: 'Print who looked, or the data, for who is present',
  },
  kind: 'file',
  params,
  body: z.object({ paper: z.enum(['looks', 'data']) }),
  output: z.unknown(),
});

export const disputeAssistedContract = contract({
  method: 'POST',
  path: '/v1/citizen/assistances/:id/disputes',
  summary: {
    id: 'Nyatakan "bukan saya" atas permintaan orang yang hadir',
    en: 'Say "not me" on the word of who is present',
  },
  params,
  body: disputeGiven,
  output: done,
});

export const lockAssistedContract = contract({
  method: 'POST',
  path: '/v1/citizen/assistances/:id/locks',
  summary: {
    id: 'Pasang atau buka kunci data atas permintaan orang yang hadir',
    en: 'Set or lift a lock on the word of who is present',
  },
  params,
  body: lockGiven,
  output: z.object({ lock: z.string() }),
});

export const rightAssistedContract = contract({
  method: 'POST',
  path: '/v1/citizen/assistances/:id/rights',
  summary: {
    id: 'Ajukan hak atas data sendiri untuk orang yang hadir',
    en: 'Ask for a right over his data for who is present',
  },
  params,
  body: rightGiven,
  output: z.object({ number: z.string() }),
});

export const closeAssistanceContract = contract({
  method: 'POST',
  path: '/v1/citizen/assistances/:id/end',
  summary: { id: 'Selesaikan layanan berbantuan', en: 'End assisted access' },
  params,
  output: done,
});
