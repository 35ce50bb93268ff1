/** For tests of this room: partners that hand in files, and the work on them step by step. */
import { createHash, randomUUID } from 'node:crypto';
import { givenResidents } from '../../../test/given/people.ts';
import { givenVerification, WHY } from '../verification/given-partner.ts';
import { matchingJob } from './run/job.ts';

/** NAMA of the person number n: no two sound the same. */
export const nameOf = (n: number) =>
  `WARGA ${'AEIOU'[n % 5]}B${'AEIOU'[Math.floor(n / 5) % 5]}${'DGKLMNPRST'[Math.floor(n / 25) % 10]}I CONTOH`;

export async function givenMatching(house?: Parameters<typeof givenVerification>[0]) {
  const given = await givenVerification(house);
  let made = 0;

  /** People of one birthday each, so that their numbers do not look tried. */
  async function people(n: number): Promise<{ nik: string; name: string; birthDate: string }[]> {
    const who = Array.from({ length: n }, (_, i) => ({
      name: nameOf(i),
      birthDate: new Date(Date.UTC(1960, 0, 1 + 31 * i)).toISOString().slice(0, 10),
    }));
    const niks = await givenResidents(given, who as never);
    return who.map((one, i) => ({ ...one, nik: niks[i]! }));
  }

  type Partner = Awaited<ReturnType<typeof given.partner>>;

  async function call(
    partner: Partner,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object | Buffer,
    more: Record<string, string> = {},
  ) {
    const answer = await given.app.inject({
      method,
      url: path,
      remoteAddress: '203.0.113.9',
      headers: {
        host: 'localhost',
        authorization: `Bearer ${await partner.bearer()}`,
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
        ...(Buffer.isBuffer(body) && { 'content-type': 'application/octet-stream' }),
        ...more,
      },
      ...(body !== undefined && { payload: body }),
    });
    const json = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of all shapes
      body: (json ? answer.json() : null) as any,
      text: answer.body,
      headers: answer.headers,
    };
  }

  const create = (partner: Partner, expectedRows: number, over: object = {}) =>
    call(partner, 'POST', '/v1/matchings', { ...WHY, reference: `BERKAS-${++made}`, expectedRows, ...over });

  const send = (partner: Partner, id: string, offset: number, bytes: Buffer, sha256 = digest(bytes)) =>
    call(partner, 'PUT', `/v1/matchings/${id}/parts?offset=${offset}&sha256=${sha256}`, bytes);

  /** Opened, sent in one part, handed in. */
  async function handedIn(partner: Partner, file: string, over: object = {}) {
    const rows = file.trimEnd().split('\n').length - 1;
    const { body: opened } = await create(partner, rows, over);
    await send(partner, opened.id, 0, Buffer.from(file));
    return call(partner, 'POST', `/v1/matchings/${opened.id}/handing-in`, {});
  }

  /** As a worker would: batch after batch until it has ended; `batches` stops it before. */
  async function work(id: string, { batchRows = 50_000, batches = Infinity } = {}): Promise<void> {
    const job = matchingJob(batchRows);
    for (let n = 0; n < batches; n++) {
      await given.system((tx) => job.run(tx, { matchingId: id as never }));
      const { rows } = await given.system((tx) =>
        tx.client.query<{ state: string }>('select state from matching.matching where id = $1', [id]),
      );
      if (rows[0]!.state !== 'running') return;
    }
  }

  const result = async (partner: Partner, id: string) => {
    const { text } = await call(partner, 'GET', `/v1/matchings/${id}/result`);
    const [head, ...lines] = text.trimEnd().split('\r\n');
    return { head, lines: new Map(lines.map((line) => [line.split(',')[0]!, line.split(',').slice(1)])) };
  };

  return { ...given, people, call, create, send, handedIn, work, result };
}

export const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
export type GivenMatching = Awaited<ReturnType<typeof givenMatching>>;
