/** How invented persons are kept: sealed under a class key, found by a keyed hash of their number. */
import { hash } from 'node:crypto';
import type { Vault } from '../../../core/vault/index.ts';
import type { CanaryPerson } from './person.ts';

const CLASS = 'verification.canary';
const place = (id: string) => ({ table: 'verification.canary', row: id, column: 'sealed' });
const touchPlace = (id: string) => ({ table: 'verification.touch', row: id, column: 'sealed' });

/** Who touched which, as it waits for its alarm. */
export interface Touched {
  readonly canaryId: string;
  readonly askerId: string;
  readonly at: string;
  readonly unit: string;
  readonly endUser: string;
  readonly reference: string;
}

export interface CanarySeal {
  /** Of each number that is asked about, so it is quick: SHA-256 over a secret and the number, both of fixed length. Base64. */
  indexOf(nik: string): string;
  seal(id: string, person: CanaryPerson): Buffer;
  unseal(id: string, sealed: Buffer): CanaryPerson;
  sealTouch(id: string, touched: Touched): Buffer;
  unsealTouch(id: string, sealed: Buffer): Touched;
}

const KEY_BYTES = 32;
const NIK_DIGITS = 16;

export function canarySeal(vault: Vault): CanarySeal {
  const message = Buffer.alloc(KEY_BYTES + NIK_DIGITS);
  vault.serverKey('verification.canary').copy(message, 0, 0, KEY_BYTES);
  const read = (bytes: Buffer) => JSON.parse(bytes.toString()) as unknown;
  return {
    indexOf(nik) {
      message.write(nik, KEY_BYTES, NIK_DIGITS, 'latin1');
      return hash('sha256', message, 'base64');
    },
    seal: (id, person) => vault.seal(CLASS, place(id), JSON.stringify(person)),
    unseal: (id, sealed) => read(vault.unseal(CLASS, place(id), sealed)) as CanaryPerson,
    sealTouch: (id, touched) => vault.seal(CLASS, touchPlace(id), JSON.stringify(touched)),
    unsealTouch: (id, sealed) => read(vault.unseal(CLASS, touchPlace(id), sealed)) as Touched,
  };
}
