/** Routes of the citizen's room: for institutions' systems and for officers. Citizens have pages, not routes. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { openedRightShape, rightAnswerShape, rightLineShape } from './right/schema.ts';
import {
  answerShape,
  decisionShape,
  disputeLineShape,
  openedDisputeShape,
  ownDisputeShape,
  stateShape,
} from './dispute/schema.ts';

const byId = z.object({ id: z.uuid() });

export const giveCodeContract = contract({
  method: 'POST',
  path: '/v1/citizen/codes',
  summary: {
    id: 'Beri penduduk di loket kode untuk masuk ke layanan warga pertama kali; kode sebelumnya tidak berlaku lagi',
    en: 'Give somebody at the counter the code for the first sign-in to the citizen services; the code before is worthless',
  },
  body: z.object({ ref: z.string() }),
  output: z.object({ code: z.string(), endsOn: z.string(), address: z.string() }),
});

export const listOwnDisputesContract = contract({
  method: 'GET',
  path: '/v1/disputes',
  summary: {
    id: 'Kasus "bukan saya" yang harus dijawab lembaga ini dalam 3 x 24 jam, menurut referensinya sendiri',
    en: 'Cases of "not me" that this institution must answer within 3 x 24 hours, by its own references',
  },
  query: z.object({ state: z.enum(['open', 'all']).default('open') }),
  output: z.object({ disputes: z.array(ownDisputeShape) }),
});

export const answerDisputeContract = contract({
  method: 'POST',
  path: '/v1/disputes/:id/answer',
  summary: {
    id: 'Jawab sebuah kasus "bukan saya": penjelasan dengan dasar hukum, atau pengakuan kekeliruan dengan tindakannya',
    en: 'Answer a case of "not me": an explanation with its legal basis, or the admission of a mistake with what is done about it',
  },
  params: byId,
  body: answerShape,
  output: z.object({ id: z.string(), number: z.string(), state: stateShape }),
});

export const listDisputesContract = contract({
  method: 'GET',
  path: '/v1/citizen/disputes',
  summary: {
    id: 'Kasus "bukan saya" yang berjalan: yang harus diputuskan dan yang terlambat dijawab lebih dulu',
    en: 'Open cases of "not me": those to decide and those answered too late come first',
  },
  output: z.object({ disputes: z.array(disputeLineShape) }),
});

export const openDisputeContract = contract({
  method: 'GET',
  path: '/v1/citizen/disputes/:id',
  summary: { id: 'Sebuah kasus "bukan saya" dengan langkahnya', en: 'A case of "not me" with its steps' },
  params: byId,
  output: openedDisputeShape,
});

export const decideDisputeContract = contract({
  method: 'POST',
  path: '/v1/citizen/disputes/:id/decision',
  summary: {
    id: 'Putuskan sebuah kasus "bukan saya": warga benar, atau penjelasan lembaga diterima',
    en: 'Decide a case of "not me": the citizen is right, or the institution\'s explanation holds',
  },
  params: byId,
  body: decisionShape,
  output: z.object({ id: z.string(), state: stateShape }),
});

export const listRightsContract = contract({
  method: 'GET',
  path: '/v1/citizen/rights',
  summary: {
    id: 'Permintaan warga atas datanya sendiri yang menunggu jawaban di wilayah ini, yang paling mendesak lebih dulu',
    en: 'What people of this region ask about their own data and wait for, the most urgent first',
  },
  output: z.object({ requests: z.array(rightLineShape) }),
});

export const openRightContract = contract({
  method: 'GET',
  path: '/v1/citizen/rights/:id',
  summary: { id: 'Sebuah permintaan warga atas datanya sendiri', en: 'What somebody asks about his own data' },
  params: byId,
  output: openedRightShape,
});

export const answerRightContract = contract({
  method: 'POST',
  path: '/v1/citizen/rights/:id/answer',
  summary: {
    id: 'Jawab permintaan warga dengan alasan; yang tidak dikabulkan seluruhnya menyebut pasalnya',
    en: 'Answer what somebody asks, with reasons; what is not granted whole names its article',
  },
  params: byId,
  body: rightAnswerShape,
  output: z.object({ id: z.string() }),
});
