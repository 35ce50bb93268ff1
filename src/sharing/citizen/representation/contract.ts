/** Routes of who represents whom, for officers at the counter. */
import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { personRefShape } from '../../../register/resident/schema.ts';
import { authorityShape, endShape, exclusionShape, representationShape } from './schema.ts';

const byId = z.object({ id: z.uuid() });

export const openRepresentationContract = contract({
  method: 'GET',
  path: '/v1/citizen/representation/:ref',
  summary: {
    id: 'Siapa mewakili orang ini di layanan warga, dan siapa yang diwakilinya: menurut register dan menurut surat',
    en: 'Who represents this person in the citizen services, and whom he represents: by the register and by papers',
  },
  params: z.object({ ref: personRefShape }),
  output: representationShape,
});

export const enterAuthorityContract = contract({
  method: 'POST',
  path: '/v1/citizen/authorities',
  summary: {
    id: 'Catat orang tua, wali, atau pengampu menurut suratnya; berlaku setelah petugas kedua menyetujui',
    en: 'Enter a parent, guardian or curator by the paper; it begins when a second officer has confirmed it',
  },
  kind: 'upload',
  body: authorityShape,
  output: z.object({ id: z.string(), proposalId: z.string() }),
});

export const openAuthorityPaperContract = contract({
  method: 'GET',
  path: '/v1/citizen/authorities/:id/file',
  summary: { id: 'Buka berkas surat perwakilan', en: 'Open the scan of the paper' },
  kind: 'file',
  params: byId,
  output: z.unknown(),
});

export const endAuthorityContract = contract({
  method: 'POST',
  path: '/v1/citizen/authorities/:id/end',
  summary: { id: 'Akhiri perwakilan yang dicatat, dengan alasan', en: 'End what was entered, with a reason' },
  params: byId,
  body: endShape,
  output: z.object({ id: z.string() }),
});

export const excludeContract = contract({
  method: 'POST',
  path: '/v1/citizen/exclusions',
  summary: {
    id: 'Tutup akses orang tua atau wali atas putusan pengadilan atau perintah perlindungan',
    en: 'Shut out a parent or guardian by a court’s decision or a protection order',
  },
  body: exclusionShape,
  output: z.object({ id: z.string() }),
});
