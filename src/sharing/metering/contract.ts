/** Routes of metering: what was used, what was paid, and the statements of the months. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { accountShape, LOOKS, monthShape, orderGiven, paymentGiven, reversalGiven, usageShape } from './schema.ts';

const params = z.object({ id: z.uuid() });

export const viewUsageContract = contract({
  method: 'GET',
  path: '/v1/partners/usage',
  summary: { id: 'Pemakaian per lembaga dan bulan', en: 'Usage by institution and month' },
  query: z.object({
    month: monthShape.optional(),
    search: z.string().trim().max(80).optional(),
    look: z.enum(LOOKS).optional(),
    page: z.coerce.number().int().min(1).max(10_000).optional(),
  }),
  output: usageShape,
});

export const viewAccountContract = contract({
  method: 'GET',
  path: '/v1/partners/institutions/:id/account',
  summary: {
    id: 'Saldo, pesanan, pembayaran, dan tagihan bulanan satu lembaga',
    en: 'Balance, orders, payments and monthly statements of one institution',
  },
  params,
  output: accountShape,
});

export const orderContract = contract({
  method: 'POST',
  path: '/v1/partners/institutions/:id/orders',
  summary: { id: 'Catat pesanan saldo dengan kode billing', en: 'Enter an order of balance with its billing code' },
  params,
  body: orderGiven,
  output: z.object({ id: z.string() }),
});

export const payContract = contract({
  method: 'POST',
  path: '/v1/partners/orders/:id/payments',
  summary: {
    id: 'Catat pembayaran menurut bukti penerimaan negara (NTPN)',
    en: "Enter a payment by the treasury's receipt (NTPN)",
  },
  params,
  body: paymentGiven,
  output: z.object({ id: z.string(), balance: z.number() }),
});

export const proposeReversalContract = contract({
  method: 'POST',
  path: '/v1/partners/payments/:id/reversal',
  summary: {
    id: 'Usulkan pembalikan pembayaran yang salah catat; petugas kedua memutuskan',
    en: 'Propose to reverse a payment that was entered by mistake; a second officer decides',
  },
  params,
  body: reversalGiven,
  output: z.object({ proposalId: z.string() }),
});

export const statementLinesContract = contract({
  method: 'GET',
  path: '/v1/partners/statements/:id/lines',
  summary: {
    id: 'Rincian tagihan bulanan sebagai CSV atau XLSX, per bagian',
    en: 'The lines of a monthly statement as CSV or XLSX, part by part',
  },
  kind: 'file',
  params,
  query: z.object({
    format: z.enum(['csv', 'xlsx']).optional(),
    part: z.coerce.number().int().min(1).max(100_000).optional(),
  }),
  output: z.void(),
});

export const statementPaperContract = contract({
  method: 'GET',
  path: '/v1/partners/statements/:id/paper',
  summary: { id: 'Tagihan bulanan selembar sebagai PDF', en: 'The monthly statement on one page as PDF' },
  kind: 'file',
  params,
  output: z.void(),
});
