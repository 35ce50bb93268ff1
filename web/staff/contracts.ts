import { z } from 'zod';
import { contract } from '../../src/core/http/contract.ts';

// PLACEHOLDERS until the officer room's contracts are on main.
export const currentSession = contract({
  method: 'GET',
  path: '/v1/session',
  summary: { id: 'Sesi saya', en: 'My session' },
  output: z.object({
    officer: z.object({ id: z.string(), name: z.string() }),
    office: z.object({ id: z.string(), name: z.string(), zone: z.string() }).nullable(),
    roles: z.array(z.string()),
    scopes: z.array(z.string()),
  }),
});
export const signOutContract = contract({
  method: 'DELETE',
  path: '/v1/session',
  summary: { id: 'Keluar', en: 'Sign out' },
  output: z.void(),
});
export const signInByPassword = contract({
  method: 'POST',
  path: '/v1/session',
  summary: { id: 'Masuk', en: 'Sign in' },
  body: z.object({ account: z.string(), password: z.string() }),
  output: z.object({}),
});
export const signInByLink = contract({
  method: 'POST',
  path: '/v1/session/link',
  summary: { id: 'Masuk dengan tautan', en: 'Sign in by link' },
  body: z.object({ secret: z.string() }),
  output: z.object({}),
});
