/** The routes of the web service of before, and those by which officers look after its credentials. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import {
  askedShape,
  callParams,
  credentialGiven,
  credentialsShape,
  madeCredentialShape,
  regionalCallParams,
  repliedShape,
} from './schema.ts';

const call = {
  method: 'POST',
  summary: {
    id: 'Untuk sistem lama lembaga pengguna: mencocokkan NIK dan data lain (CALL_VERIFY_BY_ELEMEN); dijawab seperti /v1/verifications, dengan kata-kata layanan sebelumnya',
    en: "For partners' existing clients: compare a NIK and more (CALL_VERIFY_BY_ELEMEN); answered as /v1/verifications is, in the words of the service of before",
  },
  body: askedShape,
  output: repliedShape,
  form: 'or_json',
  repeatable: true,
  mostBytes: 32 * 1024,
} as const;

export const callContract = contract({ ...call, path: '/dukcapil/get_json/:customer/:callName', params: callParams });

export const regionalCallContract = contract({
  ...call,
  path: '/dukcapil/get_json/:area/:customer/:callName',
  params: regionalCallParams,
});

export const viewCredentialsContract = contract({
  method: 'GET',
  path: '/v1/partners/institutions/:id/old-credentials',
  summary: { id: 'Kredensial sistem lama lembaga pengguna', en: "Credentials of a partner's existing clients" },
  params: z.object({ id: z.uuid() }),
  output: credentialsShape,
});

export const makeCredentialContract = contract({
  method: 'POST',
  path: '/v1/partners/grants/:id/old-credentials',
  summary: {
    id: 'Buat user id dan kata sandi untuk sistem lama di bawah satu hak akses; kata sandinya ditampilkan sekali',
    en: 'Make a user id and password for an existing client under one grant; the password is shown once',
  },
  params: z.object({ id: z.uuid() }),
  body: credentialGiven,
  output: madeCredentialShape,
});

export const endCredentialContract = contract({
  method: 'POST',
  path: '/v1/partners/old-credentials/:id/ending',
  summary: { id: 'Akhiri kredensial sistem lama', en: 'End a credential of an existing client' },
  params: z.object({ id: z.uuid() }),
  output: z.object({}),
});
