import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { civilDateShape } from '../schema.ts';
import { closingShape, decidedHoldShape, securityHoldShape } from './schema.ts';

export const openClosingContract = contract({
  method: 'GET',
  path: '/v1/blanks/closings/:day',
  summary: { id: 'Saldo blangko setiap gudang pada akhir hari', en: "Every store's balance of blanks at a day's end" },
  params: z.object({ day: civilDateShape }),
  output: closingShape,
});

export const proposeHoldContract = contract({
  method: 'POST',
  path: '/v1/blanks/security-holds',
  summary: { id: 'Usulkan penahanan keamanan', en: 'Propose a security hold' },
  body: securityHoldShape.omit({ askedBy: true }),
  output: z.object({ proposalId: z.string() }),
});

export const listHoldsContract = contract({
  method: 'GET',
  path: '/v1/blanks/security-holds',
  summary: { id: 'Penahanan keamanan dan alasannya', en: 'Security holds and their reasons' },
  output: z.object({ mostDays: z.number(), holds: z.array(decidedHoldShape) }),
});
