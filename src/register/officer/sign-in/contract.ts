import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { newPassword, oneTimeCode, personName, session, username } from '../schema.ts';

export const firstRunContract = contract({
  method: 'GET',
  path: '/v1/first-run',
  summary: { id: 'Berapa administrator pertama yang belum terdaftar', en: 'How many first administrators are missing' },
  output: z.object({ missing: z.number() }),
});

export const firstAdministratorContract = contract({
  method: 'POST',
  path: '/v1/first-run/administrators',
  summary: { id: 'Mendaftarkan administrator pertama dengan kode sekali pakai', en: 'Register a first administrator' },
  body: z.object({ code: oneTimeCode, username, name: personName, password: newPassword }),
  output: z.object({ missing: z.number() }),
  repeatable: true,
});

export const signInContract = contract({
  method: 'POST',
  path: '/v1/session',
  summary: { id: 'Masuk dengan kata sandi', en: 'Sign in with a password' },
  body: z.object({ username: z.string().trim().toLowerCase().min(1).max(80), password: z.string().min(1).max(200) }),
  output: session,
  repeatable: true,
});

export const passkeyOptionsContract = contract({
  method: 'POST',
  path: '/v1/session/passkey/options',
  summary: { id: 'Tantangan untuk masuk dengan kunci sandi', en: 'Challenge for signing in with a passkey' },
  output: z.object({ challengeId: z.uuid(), options: z.unknown() }),
  repeatable: true,
});

export const passkeySignInContract = contract({
  method: 'POST',
  path: '/v1/session/passkey',
  summary: { id: 'Masuk dengan kunci sandi', en: 'Sign in with a passkey' },
  body: z.object({ challengeId: z.uuid(), response: z.unknown() }),
  output: session,
  repeatable: true,
});

export const linkSignInContract = contract({
  method: 'POST',
  path: '/v1/session/link',
  summary: {
    id: 'Masuk dengan tautan sekali pakai (hanya data demo)',
    en: 'Sign in with a single-use link (demo only)',
  },
  body: z.object({ token: oneTimeCode }),
  output: session,
  repeatable: true,
});

export const enrolContract = contract({
  method: 'POST',
  path: '/v1/enrolment',
  summary: { id: 'Petugas baru menentukan kata sandi dengan kode', en: 'A new officer sets a password by code' },
  body: z.object({ code: oneTimeCode, password: newPassword }),
  output: session,
  repeatable: true,
});

export const getSessionContract = contract({
  method: 'GET',
  path: '/v1/session',
  summary: { id: 'Siapa yang masuk dan apa yang boleh ia lakukan', en: 'Who is signed in and what he may do' },
  output: session,
});

export const changeOfficeContract = contract({
  method: 'POST',
  path: '/v1/session/office',
  summary: { id: 'Pindah ke kantor lain tempat bertugas', en: 'Change to another office of service' },
  body: z.object({ officeId: z.uuid() }),
  output: z.object({ officeId: z.uuid() }),
  repeatable: true,
});

export const changeLanguageContract = contract({
  method: 'PUT',
  path: '/v1/session/language',
  summary: { id: 'Mengganti bahasa', en: 'Change the language' },
  body: z.object({ language: z.enum(['id', 'en']) }),
  output: z.object({ language: z.enum(['id', 'en']) }),
  repeatable: true,
});

export const signOutContract = contract({
  method: 'DELETE',
  path: '/v1/session',
  summary: { id: 'Keluar', en: 'Sign out' },
  output: z.undefined(),
  repeatable: true,
});

export const listSessionsContract = contract({
  method: 'GET',
  path: '/v1/sessions',
  summary: { id: 'Perangkat tempat saya masuk', en: 'Where I am signed in' },
  output: z.object({
    sessions: z.array(
      z.object({
        id: z.uuid(),
        officeName: z.string(),
        method: session.shape.method,
        createdAt: z.string(),
        seenAt: z.string(),
        expiresAt: z.string(),
        ip: z.string(),
        userAgent: z.string(),
        current: z.boolean(),
      }),
    ),
  }),
});

export const endSessionContract = contract({
  method: 'DELETE',
  path: '/v1/sessions/:sessionId',
  summary: { id: 'Mengakhiri sesi di perangkat lain', en: 'End a session on another device' },
  params: z.object({ sessionId: z.uuid() }),
  output: z.undefined(),
  repeatable: true,
});

export const endOtherSessionsContract = contract({
  method: 'DELETE',
  path: '/v1/sessions',
  summary: { id: 'Mengakhiri semua sesi lain', en: 'End all other sessions' },
  output: z.object({ ended: z.number() }),
  repeatable: true,
});

export const changePasswordContract = contract({
  method: 'PUT',
  path: '/v1/me/password',
  summary: { id: 'Mengganti kata sandi', en: 'Change the password' },
  body: z.object({ password: z.string().min(1).max(200), newPassword }),
  output: z.undefined(),
  repeatable: true,
});

export const listPasskeysContract = contract({
  method: 'GET',
  path: '/v1/me/passkeys',
  summary: { id: 'Kunci sandi saya', en: 'My passkeys' },
  output: z.object({
    passkeys: z.array(
      z.object({ id: z.string(), label: z.string(), createdAt: z.string(), lastUsedAt: z.string().nullable() }),
    ),
  }),
});

export const beginPasskeyContract = contract({
  method: 'POST',
  path: '/v1/me/passkeys/options',
  summary: { id: 'Tantangan untuk kunci sandi baru', en: 'Challenge for a new passkey' },
  output: z.object({ challengeId: z.uuid(), options: z.unknown() }),
  repeatable: true,
});

export const keepPasskeyContract = contract({
  method: 'POST',
  path: '/v1/me/passkeys',
  summary: { id: 'Menambah kunci sandi', en: 'Add a passkey' },
  body: z.object({ challengeId: z.uuid(), response: z.unknown(), label: z.string().trim().min(1).max(60) }),
  output: z.object({ id: z.string() }),
});

export const dropPasskeyContract = contract({
  method: 'DELETE',
  path: '/v1/me/passkeys/:passkeyId',
  summary: { id: 'Menghapus kunci sandi', en: 'Remove a passkey' },
  params: z.object({ passkeyId: z.string().max(400) }),
  output: z.undefined(),
});
