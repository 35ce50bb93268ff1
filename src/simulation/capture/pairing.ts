import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

const MOST_MISSES = 5;
const WAIT_MS = 60_000;
const MOST_PAGES = 8;

export type Paired = { readonly token: string } | { readonly refused: 'code_wrong' | 'wait' };

/**
 * Who may ask: a page whose officer has read the code from this machine's own window. A code is good once; the token that it
 * buys is kept as a digest, and all are forgotten when the process ends.
 */
export class Pairing {
  #code = newCode();
  #misses = 0;
  #waitUntil = 0;
  #digests: Buffer[] = [];
  readonly #now: () => number;
  readonly #onCode: (code: string) => void;

  constructor(onCode: (code: string) => void = () => {}, now: () => number = Date.now) {
    this.#now = now;
    this.#onCode = onCode;
  }

  /** What the page must be told, for the own window alone. */
  get code(): string {
    return this.#code;
  }

  pair(code: string): Paired {
    if (this.#now() < this.#waitUntil) return { refused: 'wait' };
    if (!same(digest(code), digest(this.#code))) {
      this.#misses++;
      if (this.#misses < MOST_MISSES) return { refused: 'code_wrong' };
      this.#waitUntil = this.#now() + WAIT_MS;
      this.#renew();
      return { refused: 'wait' };
    }
    this.#renew();
    const token = randomBytes(32).toString('base64url');
    this.#digests = [...this.#digests, digest(token)].slice(-MOST_PAGES);
    return { token };
  }

  /** Whether an `Authorization` header carries a token of ours. */
  knows(authorization: string | undefined): boolean {
    const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization ?? '')?.[1];
    if (token === undefined) return false;
    const given = digest(token);
    return this.#digests.some((each) => same(each, given));
  }

  #renew(): void {
    this.#code = newCode();
    this.#misses = 0;
    this.#onCode(this.#code);
  }
}

const newCode = () => String(randomInt(100_000_000)).padStart(8, '0');
const digest = (text: string) => createHash('sha256').update(text).digest();
const same = (a: Buffer, b: Buffer) => timingSafeEqual(a, b);
