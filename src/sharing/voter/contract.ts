/** Routes of voters: elections, sources, one person's verdict. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { textShape } from '../../register/resident/schema.ts';
import {
  acceptanceGiven,
  commissionKeyGiven,
  countdownShape,
  electionGiven,
  electionShape,
  extractsShape,
  importReport,
  letterShape,
  OFFLINE_AT_ONCE,
  offlineCheck,
  offlineReport,
  openedVerdict,
  pollingAsked,
  pollingFile,
  pollingStanding,
  pollingVerdict,
  sourceList,
} from './schema.ts';

const params = z.object({ id: z.uuid() });
const planned = z.object({ id: z.string(), proposalId: z.string() });

export const listElectionsContract = contract({
  method: 'GET',
  path: '/v1/voters/elections',
  summary: { id: 'Pemilihan', en: 'Elections' },
  output: z.object({ elections: z.array(electionShape) }),
});

export const viewElectionContract = contract({
  method: 'GET',
  path: '/v1/voters/elections/:id',
  summary: { id: 'Satu pemilihan', en: 'One election' },
  params,
  output: electionShape,
});

export const planElectionContract = contract({
  method: 'POST',
  path: '/v1/voters/elections',
  summary: { id: 'Rencanakan pemilihan; petugas kedua membukanya', en: 'Plan an election; a second officer opens it' },
  body: electionGiven,
  output: planned,
});

export const changeElectionContract = contract({
  method: 'PUT',
  path: '/v1/voters/elections/:id',
  summary: { id: 'Ubah pemilihan yang masih direncanakan', en: 'Change an election that is only planned' },
  params,
  body: electionGiven,
  output: planned,
});

export const closeElectionContract = contract({
  method: 'POST',
  path: '/v1/voters/elections/:id/held',
  summary: { id: 'Catat bahwa pemungutan suara telah berlangsung', en: 'Note that the vote has taken place' },
  params,
  output: z.void(),
});

export const countdownContract = contract({
  method: 'GET',
  path: '/v1/voters/elections/:id/countdown',
  summary: {
    id: 'Hitung mundur: akankah setiap pemilih memegang KTP-el?',
    en: 'Countdown: will every voter hold a card?',
  },
  params,
  output: countdownShape,
});

export const listExtractsContract = contract({
  method: 'GET',
  path: '/v1/voters/elections/:id/extracts',
  summary: { id: 'Daftar pemilih yang dibuat dan diserahkan', en: 'Lists of voters, made and handed over' },
  params,
  output: extractsShape,
});

export const orderExtractContract = contract({
  method: 'POST',
  path: '/v1/voters/elections/:id/extracts',
  summary: { id: 'Buat daftar pemilih, tersegel', en: 'Make the list of voters, sealed' },
  params,
  output: z.object({ id: z.string() }),
});

export const registerKeyContract = contract({
  method: 'POST',
  path: '/v1/voters/elections/:id/commission-key',
  summary: { id: 'Daftarkan kunci publik komisi pemilihan', en: 'Register the commission’s public key' },
  params,
  body: commissionKeyGiven,
  output: z.object({ thumbprint: z.string() }),
});

export const proposeReleaseContract = contract({
  method: 'POST',
  path: '/v1/voters/extracts/:id/proposal',
  summary: { id: 'Ajukan penyerahan; petugas kedua menyetujui', en: 'Propose the release; a second officer approves' },
  params,
  output: z.object({ proposalId: z.string() }),
});

export const abandonExtractContract = contract({
  method: 'POST',
  path: '/v1/voters/extracts/:id/abandonment',
  summary: { id: 'Batalkan daftar; kuncinya dimusnahkan', en: 'Withdraw a list; its keys are destroyed' },
  params,
  output: z.void(),
});

export const acceptExtractContract = contract({
  method: 'POST',
  path: '/v1/voters/extracts/:id/acceptance',
  summary: {
    id: 'Catat tanda terima komisi dengan hitungannya sendiri',
    en: 'Enter the commission’s acceptance with its own count',
  },
  params,
  body: acceptanceGiven,
  output: z.object({ differing: z.number() }),
  mostBytes: 8_000_000,
});

export const listSourcesContract = contract({
  method: 'GET',
  path: '/v1/voters/sources',
  summary: {
    id: 'Daftar TNI/Polri, putusan pengadilan, dan Perwakilan RI',
    en: 'Lists of services, courts and missions',
  },
  output: z.object({ lists: z.array(letterShape) }),
});

export const uploadSourcesContract = contract({
  method: 'POST',
  path: '/v1/voters/sources',
  summary: { id: 'Periksa atau masukkan sebuah daftar', en: 'Check or enter a list' },
  kind: 'upload',
  body: sourceList,
  output: importReport,
  mostBytes: 20_000_000,
});

export const takeBackSourceContract = contract({
  method: 'POST',
  path: '/v1/voters/people/:ref/sources/:id/withdrawal',
  summary: { id: 'Cabut catatan yang keliru', en: 'Take back a record that was wrong' },
  params: z.object({ ref: z.string(), id: z.uuid() }),
  body: z.object({ why: textShape(500).refine((text) => text.length >= 10, { message: 'voter.field.why' }) }),
  output: z.void(),
});

export const openVerdictContract = contract({
  method: 'GET',
  path: '/v1/voters/people/:ref',
  summary: { id: 'Mengapa seseorang (tidak) menjadi pemilih', en: 'Why somebody votes, or does not' },
  params: z.object({ ref: z.string() }),
  query: z.object({ election: z.uuid().optional() }),
  output: openedVerdict,
});

export const pollingStandingContract = contract({
  method: 'GET',
  path: '/v1/voters/polling',
  summary: {
    id: 'Pemilihan yang diperiksa pada hari pemungutan suara',
    en: 'The election checked for on the voting day',
  },
  output: pollingStanding,
});

export const checkAtPollContract = contract({
  method: 'POST',
  path: '/v1/voters/elections/:id/polling',
  summary: {
    id: 'Periksa KTP-el atau surat keterangan orang yang tidak ada dalam daftar pemilih',
    en: 'Check the card or letter of somebody who stands in no list of voters',
  },
  params,
  body: pollingAsked,
  output: pollingVerdict,
  repeatable: true,
});

export const pollingFileContract = contract({
  method: 'GET',
  path: '/v1/voters/elections/:id/polling/:village',
  summary: {
    id: 'Berkas satu desa untuk pemeriksaan luring',
    en: 'The file of a village for checks without a network',
  },
  params: z.object({ id: z.uuid(), village: z.string().regex(/^\d{10}$/) }),
  output: pollingFile,
});

export const sendPollingChecksContract = contract({
  method: 'POST',
  path: '/v1/voters/elections/:id/polling/checks',
  summary: { id: 'Kirim pemeriksaan yang dilakukan luring', en: 'Send checks that were made without a network' },
  params,
  body: z.object({ checks: z.array(offlineCheck).min(1).max(OFFLINE_AT_ONCE) }),
  output: offlineReport,
  repeatable: true,
});
