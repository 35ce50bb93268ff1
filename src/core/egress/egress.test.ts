import { createServer, type RequestListener } from 'node:http';
import { createServer as createEncryptedServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { isPublicAddress } from './address.ts';
import { type Address, type EgressOptions, openEgress } from './egress.ts';
import { givenCertificate } from './given-certificate.ts';

const closing: (() => void)[] = [];
afterAll(() => closing.forEach((close) => close()));

async function givenServer(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const HOST = 'partner.example';
const loopback: Address[] = [{ address: '127.0.0.1', family: 4 }];

function egressTo(port: number, also: Partial<EgressOptions> = {}) {
  return openEgress({
    allowed: (host, purpose) => (host === HOST && purpose === 'webhook' ? { host, purpose, port } : undefined),
    resolve: async () => loopback,
    testOnly: { loopback: 'plain' },
    ...also,
  });
}

const call = { purpose: 'webhook' };

describe('egress', () => {
  it('calls a configured host at the checked address, with its own name', async () => {
    const port = await givenServer((incoming, answer) => {
      let body = '';
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
      incoming.on('end', () =>
        answer.writeHead(201).end(JSON.stringify({ host: incoming.headers.host, method: incoming.method, body })),
      );
    });
    const answer = await egressTo(port).fetch(`http://${HOST}:${port}/a`, { ...call, method: 'POST', body: 'hello' });
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.bytes.toString())).toEqual({ host: `${HOST}:${port}`, method: 'POST', body: 'hello' });
  });

  it('refuses a host that nobody configured, or configured for another purpose', async () => {
    await expect(egressTo(1).fetch('http://other.example:1/', call)).rejects.toMatchObject({
      code: 'egress.host_not_configured',
    });
    await expect(egressTo(1).fetch(`http://${HOST}:1/`, { purpose: 'jwks' })).rejects.toMatchObject({
      code: 'egress.host_not_configured',
    });
  });

  it('refuses loopback where no test allows it', async () => {
    const egress = egressTo(443, { testOnly: undefined });
    await expect(egress.fetch(`https://${HOST}/`, call)).rejects.toMatchObject({ code: 'egress.address_not_public' });
  });

  it('refuses a name of which one address of two is internal', async () => {
    const resolve = async (): Promise<Address[]> => [...loopback, { address: '10.1.2.3', family: 4 }];
    await expect(egressTo(1, { resolve }).fetch(`http://${HOST}:1/`, call)).rejects.toMatchObject({
      code: 'egress.address_not_public',
    });
  });

  it('resolves a name once, so that a second answer of the name server changes nothing', async () => {
    const port = await givenServer((_, answer) => answer.end('ok'));
    let asked = 0;
    const resolve = async () => (asked++ === 0 ? loopback : [{ address: '10.0.0.1', family: 4 as const }]);
    await egressTo(port, { resolve }).fetch(`http://${HOST}:${port}/`, call);
    expect(asked).toBe(1);
  });

  it('checks an address written as the host, in any spelling', async () => {
    const egress = openEgress({ allowed: (host, purpose) => ({ host, purpose }) });
    for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:10.0.0.1]', '169.254.169.254']) {
      await expect(egress.fetch(`https://${host}/`, call), host).rejects.toMatchObject({
        code: 'egress.address_not_public',
      });
    }
  });

  it('refuses anything but https, user names and unconfigured ports', async () => {
    const egress = openEgress({ allowed: (host, purpose) => ({ host, purpose }), resolve: async () => loopback });
    for (const url of [
      'http://a.example/',
      'ftp://a.example/',
      'file:///etc/passwd',
      'https://u:p@a.example/',
      'https://a.example:8443/',
      'nonsense',
    ]) {
      await expect(egress.fetch(url, call), url).rejects.toMatchObject({ code: 'egress.address_malformed' });
    }
  });

  it('does not follow a redirect', async () => {
    let calls = 0;
    const port = await givenServer((_, answer) => {
      calls++;
      answer.writeHead(302, { location: '/elsewhere' }).end();
    });
    await expect(egressTo(port).fetch(`http://${HOST}:${port}/`, call)).rejects.toMatchObject({
      code: 'egress.redirected',
    });
    expect(calls).toBe(1);
  });

  it('stops reading an answer that is too large', async () => {
    const port = await givenServer((_, answer) => {
      const pour = () => {
        while (answer.write(Buffer.alloc(16_384))) if (answer.destroyed) return;
        answer.once('drain', pour);
      };
      pour();
    });
    const egress = egressTo(port, { mostBytes: 100_000 });
    await expect(egress.fetch(`http://${HOST}:${port}/`, call)).rejects.toMatchObject({
      code: 'egress.answer_too_large',
    });
  });

  it('takes the head of an answer alone where nothing else counts, and has a patience for each call', async () => {
    const port = await givenServer((incoming, answer) => {
      if (incoming.url === '/head') answer.writeHead(202).write('the rest never comes');
    });
    const given = await egressTo(port).fetch(`http://${HOST}:${port}/head`, { ...call, headOnly: true });
    expect([given.status, given.bytes.length]).toEqual([202, 0]);
    await expect(egressTo(port).fetch(`http://${HOST}:${port}/`, { ...call, timeoutMs: 50 })).rejects.toMatchObject({
      code: 'egress.too_slow',
    });
  });

  it('gives up on a host that trickles, and on a name server that is silent', async () => {
    const port = await givenServer((_, answer) => {
      const drip = setInterval(() => answer.write('.'), 20);
      answer.on('close', () => clearInterval(drip));
    });
    const short = { timeoutMs: 150 };
    await expect(egressTo(port, short).fetch(`http://${HOST}:${port}/`, call)).rejects.toMatchObject({
      code: 'egress.too_slow',
    });
    const silent = { ...short, resolve: () => new Promise<Address[]>(() => undefined) };
    await expect(egressTo(port, silent).fetch(`http://${HOST}:${port}/`, call)).rejects.toMatchObject({
      code: 'egress.too_slow',
    });
  });

  it('says that a host cannot be reached without saying the path', async () => {
    const fault = await egressTo(1)
      .fetch(`http://${HOST}:1/secret-path`, call)
      .catch((error: Error) => error);
    expect(fault).toMatchObject({ code: 'egress.unreachable' });
    expect(JSON.stringify(fault) + (fault as Error).message).not.toContain('secret-path');
  });
});

describe('egress over TLS', () => {
  const DAY = 86_400_000;
  const now = Date.now();
  const right = givenCertificate(HOST, { from: new Date(now - DAY), to: new Date(now + DAY) });

  async function answerFrom({ certificate, key }: typeof right, ca: string) {
    const server = createEncryptedServer({ cert: certificate, key }, (_, answer) => answer.end('sealed'));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    closing.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    return egressTo(port, { testOnly: { loopback: 'encrypted', ca } }).fetch(`https://${HOST}:${port}/`, call);
  }

  it('checks the certificate against the name, though it connects to the pinned address', async () => {
    expect((await answerFrom(right, right.certificate)).bytes.toString()).toBe('sealed');
  });

  it("refuses another host's certificate, one that has expired and one of an unknown authority", async () => {
    const other = givenCertificate('other.example', { from: new Date(now - DAY), to: new Date(now + DAY) });
    const expired = givenCertificate(HOST, { from: new Date(now - 2 * DAY), to: new Date(now - DAY) });
    for (const [shown, trusted] of [
      [other, other],
      [expired, expired],
      [right, other],
    ] as const) {
      await expect(answerFrom(shown, trusted.certificate)).rejects.toMatchObject({ code: 'egress.unreachable' });
    }
  });
});

describe('a public address', () => {
  it.each(['8.8.8.8', '103.10.0.1', '2404:8000::1', '2606:4700::1111'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
  ])('%s is none', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each([
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2002:a00:1::',
    '2001:db8::1',
    'x',
  ])('%s is none', (address) => expect(isPublicAddress(address)).toBe(false));
});
