import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { refuseOfficer } from '../refusals.ts';

const argon2id = promisify((parameters: Argon2Parameters, done: (error: Error | null, tag: Buffer) => void) =>
  argon2('argon2id', parameters, done),
);

// OWASP's cheapest recommended setting for argon2id: 19 MiB, two passes; about 30 ms here.
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

// What everybody tries in Indonesia, of twelve characters and more.
const COMMON = [
  'passwordpassword',
  'indonesia1945',
  'indonesia123',
  'dukcapil1234',
  'administrator',
  'katasandi123',
  'bismillah123',
  '123456789012',
];

/** The password in PHC form, with its own parameters, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive(password, nonce, MEMORY_KIB, PASSES, LANES);
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/** Takes as long when there is no hash to compare with, so that time does not tell which accounts exist. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const parts = hash === null ? null : PHC.exec(hash);
  if (!parts) {
    await derive(password, Buffer.alloc(16), MEMORY_KIB, PASSES, LANES);
    return false;
  }
  const [, memory, passes, lanes, nonce, tag] = parts;
  const expected = Buffer.from(tag!, 'base64');
  const found = await derive(password, Buffer.from(nonce!, 'base64'), Number(memory), Number(passes), Number(lanes));
  return timingSafeEqual(found, expected);
}

/** Refuses a password that holds the user name, is one sign repeated, or that everybody tries. */
export function mustBeStrong(password: string, username: string): void {
  const plain = password.toLowerCase();
  const few = new Set(plain).size < 5;
  if (few || plain.includes(username) || COMMON.includes(plain)) throw refuseOfficer('officer.password_weak');
}

function derive(password: string, nonce: Buffer, memory: number, passes: number, parallelism: number): Promise<Buffer> {
  // NFKC: the same word typed on two keyboards is the same password.
  return argon2id({ message: password.normalize('NFKC'), nonce, parallelism, tagLength: 32, memory, passes });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
