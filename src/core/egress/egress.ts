import { lookup } from 'node:dns/promises';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Refusal } from '../refusal/index.ts';
import { isLoopback, isPublicAddress } from './address.ts';
import { refuse } from './refusals.ts';

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** A host that an operator or an agreement allows, for one purpose (`webhook`, `jwks`, `witness`, `message`). */
export interface AllowedHost {
  readonly host: string;
  readonly purpose: string;
  /** 443 unless said otherwise. */
  readonly port?: number;
}

export interface EgressOptions {
  /** Asked anew at each call, so that a suspended partner is cut off at once. */
  allowed(host: string, purpose: string): Promise<AllowedHost | undefined> | AllowedHost | undefined;
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
  /** Tests only: loopback counts as public, with this certificate authority, or without encryption at all. */
  readonly testOnly?: { readonly loopback: 'encrypted' | 'plain'; readonly ca?: string };
}

export interface EgressCall {
  readonly purpose: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** Other than the patience with everybody. */
  readonly timeoutMs?: number;
  /** Only what the answer says first counts; its body is not waited for. */
  readonly headOnly?: true;
}

export interface EgressAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

export interface Egress {
  /**
   * Calls a configured host and gives its whole answer, of whatever status but a redirect. The name is resolved once, every
   * address checked, and the connection made to the checked address.
   * @throws Refusal `egress.*`
   */
  fetch(url: string, call: EgressCall): Promise<EgressAnswer>;
}

declare module '../db/tx.ts' {
  interface Ground {
    readonly egress: Egress;
  }
}

export function openEgress(options: EgressOptions): Egress {
  const { timeoutMs = 10_000, mostBytes = 1024 * 1024, resolve = resolveAll, testOnly } = options;

  return {
    async fetch(url, call) {
      const target = parse(url, testOnly?.loopback === 'plain');
      const values = { host: target.hostname };
      const allowed = await options.allowed(target.hostname, call.purpose);
      if (!allowed) throw refuse('egress.host_not_configured', { values });
      if (portOf(target) !== (allowed.port ?? 443)) throw refuse('egress.address_malformed', { values });
      const signal = AbortSignal.timeout(call.timeoutMs ?? timeoutMs);
      try {
        const address = await beforeEnd(signal, checkedAddress(target.hostname));
        return await exchange(target, address, call, signal);
      } catch (fault) {
        if (fault instanceof Refusal) throw fault;
        if (signal.aborted) throw refuse('egress.too_slow', { values });
        throw refuse('egress.unreachable', { values, detail: (fault as NodeJS.ErrnoException).code ?? 'unknown' });
      }
    },
  };

  async function checkedAddress(host: string): Promise<Address> {
    const addresses = await resolve(host);
    const right = (one: Address) => isPublicAddress(one.address) || (testOnly !== undefined && isLoopback(one.address));
    // One wrong address among right ones is an attack or a mistake: neither is called.
    if (addresses.length === 0 || !addresses.every(right))
      throw refuse('egress.address_not_public', { values: { host } });
    return addresses[0]!;
  }

  async function exchange(target: URL, address: Address, call: EgressCall, signal: AbortSignal): Promise<EgressAnswer> {
    const response = await send(target, address, call, signal);
    const values = { host: target.hostname };
    const status = response.statusCode!;
    try {
      if (status >= 300 && status < 400) throw refuse('egress.redirected', { values });
      if (call.headOnly) return { status, headers: response.headers, bytes: Buffer.alloc(0) };
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of response as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > mostBytes) throw refuse('egress.answer_too_large', { values });
        chunks.push(chunk);
      }
      return { status, headers: response.headers, bytes: Buffer.concat(chunks) };
    } finally {
      response.destroy();
    }
  }

  function send(target: URL, address: Address, call: EgressCall, signal: AbortSignal): Promise<IncomingMessage> {
    return new Promise((answered, failed) => {
      const plain = target.protocol === 'http:';
      const outgoing = (plain ? plainRequest : request)(target, {
        method: call.method ?? 'GET',
        headers: { ...call.headers, 'accept-encoding': 'identity' },
        lookup: pinnedTo(address),
        // A connection kept from an earlier call would go round the check.
        agent: false,
        signal,
        ...(testOnly?.ca ? { ca: testOnly.ca } : {}),
      });
      outgoing.on('response', answered).on('error', failed);
      outgoing.end(call.body);
    });
  }
}

function parse(url: string, plainToo: boolean): URL {
  const target = URL.parse(url);
  const rightScheme = target?.protocol === 'https:' || (plainToo && target?.protocol === 'http:');
  if (!target || !rightScheme || target.username || target.password) {
    throw refuse('egress.address_malformed', { values: { host: target?.hostname ?? '' } });
  }
  return target;
}

function portOf(target: URL): number {
  return target.port === '' ? 443 : Number(target.port);
}

async function resolveAll(host: string): Promise<Address[]> {
  const bare = host.replace(/^\[|\]$/g, '');
  const family = isIP(bare);
  if (family !== 0) return [{ address: bare, family: family as 4 | 6 }];
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address, family: of }) => ({ address, family: of as 4 | 6 }));
}

function pinnedTo({ address, family }: Address): LookupFunction {
  return (_host, options, give) => {
    if (options.all) give(null, [{ address, family }]);
    else give(null, address, family);
  };
}

function beforeEnd<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
