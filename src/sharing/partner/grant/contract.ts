import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { endGrantShape, grantsGiven } from './schema.ts';

export const proposeGrantsContract = contract({
  method: 'POST',
  path: '/v1/partners/grants',
  summary: { id: 'Usulkan hak akses', en: 'Propose grants' },
  body: grantsGiven,
  output: z.object({ proposalId: z.string() }),
});

export const endGrantContract = contract({
  method: 'POST',
  path: '/v1/partners/grants/:id/ending',
  summary: { id: 'Akhiri hak akses', en: 'End a grant' },
  params: z.object({ id: z.uuid() }),
  body: endGrantShape,
  output: z.void(),
});
