import type { Vault } from '../../../core/vault/index.ts';

type Column = 'secret' | 'old_secret';
const CLASS = 'webhook.secret';
const placeOf = (row: string, column: Column) => ({ table: 'webhook.endpoint', row, column });

export const sealSecret = (vault: Vault, endpointId: string, column: Column, secret: Buffer): Buffer =>
  vault.seal(CLASS, placeOf(endpointId, column), secret);

export const openSecret = (vault: Vault, endpointId: string, column: Column, sealed: Buffer): Buffer =>
  vault.unseal(CLASS, placeOf(endpointId, column), sealed);
