/** The routes of matchings: for partners' systems, and for officers who decide. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { MOST_PART_BYTES } from './rules.ts';
import { decisionGiven, matchingGiven, matchingShape, partShape, staffMatchingShape } from './schema.ts';

const one = z.object({ id: z.uuid() });

export const createMatchingContract = contract({
  method: 'POST',
  path: '/v1/matchings',
  summary: {
    id: 'Buka pemadanan berkas: keperluan, dasar hukum, arti kolom, dan jumlah baris',
    en: 'Open a matching of a file: purpose, basis, what the columns mean and how many rows',
  },
  body: matchingGiven,
  output: matchingShape,
});

export const listMatchingsContract = contract({
  method: 'GET',
  path: '/v1/matchings',
  summary: { id: 'Pemadanan berkas milik sendiri, yang terbaru dahulu', en: "One's own matchings, the newest first" },
  output: z.object({ matchings: z.array(matchingShape) }),
});

export const sendPartContract = contract({
  method: 'PUT',
  path: '/v1/matchings/:id/parts',
  summary: {
    id: 'Kirim bagian berkas CSV mulai dari offset; bagian yang terputus dikirim ulang dari offset yang sama',
    en: 'Send a part of the CSV file from an offset on; a part that was cut is sent again from the same offset',
  },
  kind: 'stream',
  params: one,
  query: partShape,
  output: matchingShape,
  repeatable: true,
  mostBytes: MOST_PART_BYTES,
});

export const handInMatchingContract = contract({
  method: 'POST',
  path: '/v1/matchings/:id/handing-in',
  summary: {
    id: 'Serahkan berkas yang sudah lengkap: kolomnya dibaca, lalu pemadanan dimulai atau menunggu persetujuan',
    en: 'Hand in the whole file: its columns are read, then it is matched or waits for approval',
  },
  params: one,
  output: matchingShape,
});

export const viewMatchingContract = contract({
  method: 'GET',
  path: '/v1/matchings/:id',
  summary: { id: 'Keadaan pemadanan dan kemajuannya', en: 'How a matching stands and how far it is' },
  params: one,
  output: matchingShape,
});

export const takeResultContract = contract({
  method: 'GET',
  path: '/v1/matchings/:id/result',
  summary: {
    id: 'Hasil pemadanan (CSV): per baris dan per data cocok, tidak cocok, skor, atau tidak diberikan',
    en: 'The result of a matching (CSV): for each row and field match, no match, a score or not granted',
  },
  kind: 'download',
  params: one,
  output: z.unknown(),
});

export const takeReportContract = contract({
  method: 'GET',
  path: '/v1/matchings/:id/report',
  summary: { id: 'Laporan per sel tentang baris yang ditolak (CSV)', en: 'Report of refused rows, cell by cell (CSV)' },
  kind: 'download',
  params: one,
  output: z.unknown(),
});

export const cancelMatchingContract = contract({
  method: 'POST',
  path: '/v1/matchings/:id/cancellation',
  summary: { id: 'Batalkan pemadanan; berkasnya dihapus', en: 'Cancel a matching; its file is deleted' },
  params: one,
  output: matchingShape,
});

export const listStaffMatchingsContract = contract({
  method: 'GET',
  path: '/v1/partners/matchings',
  summary: { id: 'Pemadanan berkas lembaga pengguna', en: "Matchings of partners' files" },
  query: z.object({
    institution: z.uuid().optional(),
    /** Only those that wait for an officer. */
    waiting: z.enum(['yes']).optional(),
  }),
  output: z.object({ matchings: z.array(staffMatchingShape), more: z.boolean() }),
});

export const viewStaffMatchingContract = contract({
  method: 'GET',
  path: '/v1/partners/matchings/:id',
  summary: { id: 'Satu pemadanan berkas', en: 'One matching of a file' },
  params: one,
  output: staffMatchingShape,
});

export const decideMatchingContract = contract({
  method: 'POST',
  path: '/v1/partners/matchings/:id/decision',
  summary: {
    id: 'Setujui atau hentikan pemadanan yang melampaui paket atau tampak seperti tebakan',
    en: 'Approve or stop a matching that goes beyond its package or looks like guessing',
  },
  params: one,
  body: decisionGiven,
  output: staffMatchingShape,
});
