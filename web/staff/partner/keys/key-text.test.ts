import { expect, test } from 'vitest';
import { readKeyText } from './key-text.ts';

const JWK = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const pem = (what: string) => `-----BEGIN ${what}-----\nMCowBQ==\n-----END ${what}-----`;

test.each([
  ['a JWK', JSON.stringify(JWK), { kind: 'jwk', jwk: JWK }],
  ['a set of one', JSON.stringify({ keys: [JWK] }), { kind: 'jwk', jwk: JWK }],
  ['a set of two', JSON.stringify({ keys: [JWK, JWK] }), { kind: 'many' }],
  ['a private JWK', JSON.stringify({ ...JWK, d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' }), { kind: 'private' }],
  ['a set with a private one', JSON.stringify({ keys: [{ ...JWK, d: 'x' }] }), { kind: 'private' }],
  ['a public PEM', `\n ${pem('PUBLIC KEY')}\n`, { kind: 'pem', pem: pem('PUBLIC KEY') }],
  ['a certificate', pem('CERTIFICATE'), { kind: 'pem', pem: pem('CERTIFICATE') }],
  ['a private PEM', pem('EC PRIVATE KEY'), { kind: 'private' }],
  ['both in one', `${pem('PUBLIC KEY')}\n${pem('PRIVATE KEY')}`, { kind: 'private' }],
  ['something else', 'ssh-ed25519 AAAAC3', { kind: 'unreadable' }],
  ['a list', '[1]', { kind: 'unreadable' }],
])('%s is read as what it is', (_title, text, read) => {
  expect(readKeyText(text)).toEqual(read);
});
