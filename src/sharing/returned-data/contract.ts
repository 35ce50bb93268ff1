/** The routes of data given back: for partners' systems, and for the offices where people live. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { hintDecision, hintLineShape, hintShape, returnedGiven } from './schema.ts';

const one = z.object({ id: z.uuid() });

export const giveBackContract = contract({
  method: 'POST',
  path: '/v1/returned-data',
  summary: {
    id: 'Kirim data balikan: yang diketahui lembaga tentang orang demi orang, sebatas yang disebut PKS; tidak dijawab benar atau salah',
    en: 'Give data back: what an institution has learned of each person, as far as its PKS names it; whether it was right is not told',
  },
  body: returnedGiven,
  output: z.object({ batch: z.string(), received: z.number(), entry: z.string() }),
  mostBytes: 4 * 1024 * 1024,
});

export const listHintsContract = contract({
  method: 'GET',
  path: '/v1/returned-data/hints',
  summary: {
    id: 'Petunjuk dari data balikan yang menunggu kantor ini',
    en: 'Hints from data given back that wait for this office',
  },
  output: z.object({ hints: z.array(hintLineShape), waiting: z.number() }),
});

export const openHintContract = contract({
  method: 'GET',
  path: '/v1/returned-data/hints/:id',
  summary: {
    id: 'Satu petunjuk: menurut register dan menurut lembaga',
    en: 'One hint: what the register says and what the partner says',
  },
  params: one,
  output: hintShape,
});

export const decideHintContract = contract({
  method: 'POST',
  path: '/v1/returned-data/hints/:id/decision',
  summary: {
    id: 'Tindak lanjuti petunjuk dengan permohonan yang sudah terisi, atau kesampingkan dengan alasan',
    en: 'Take a hint up as an application that is filled in, or dismiss it with a reason',
  },
  params: one,
  body: hintDecision,
  output: z.object({ applications: z.array(z.string()) }),
});
