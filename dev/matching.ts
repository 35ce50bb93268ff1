/**
 * A partner's file under kills: sent in parts, handed in and compared while PostgreSQL and the whole server are killed in turn; once more
 * without a kill. In the end both results are the same letter for letter, there is one entry about everybody in the file, each of them has one
 * access row under it, and the package is counted once. Outside `npm test`, as it takes minutes.
 *
 *     node dev/matching.ts [--rows 200000] [--kills 10]      ends with 0 only if nothing was lost, doubled or different
 */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { filledRegister, postgresPid } from '../bench/load/filled.ts';
import { connectPartners, tokenFor } from '../bench/load/partner.ts';
import { startServer } from '../bench/load/server.ts';
import { systemActor } from '../src/core/access/index.ts';
import { many, sql } from '../src/core/db/index.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '200000' }, kills: { type: 'string', default: '10' } },
});
const [ROWS, KILLS] = [Number(values.rows), Number(values.kills)];
const PART_BYTES = 1_000_000;
const MOST_SECONDS = 1_200;

const filled = await filledRegister(ROWS);
let server = await startServer(filled);
try {
  process.exitCode = (await round()) ? 0 : 1;
} finally {
  await server.stop();
  await filled.remove();
}

async function round(): Promise<boolean> {
  const [partner] = await connectPartners(filled, server.origin, [{ signed: false }]);
  const file = await fileOf();
  const killed = { postgres: 0, server: 0 };

  /** Until it is answered, as a client does that wants its file matched. */
  async function call(method: string, path: string, body?: Buffer | object, key = randomUUID()): Promise<Response> {
    for (const began = performance.now(); ; await sleep(200)) {
      try {
        const bytes = Buffer.isBuffer(body);
        const headers = {
          authorization: `Bearer ${await tokenFor(partner!, server.origin)}`,
          ...(method === 'POST' && { 'idempotency-key': key }),
          ...(body && { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
        };
        const answer = await fetch(server.origin + path, {
          method,
          headers,
          ...(body && { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
          signal: AbortSignal.timeout(60_000),
        });
        if (answer.ok) return answer;
        const { code } = (await answer.json()) as { code: string };
        if (answer.status < 500 && answer.status !== 409) throw new Error(`refused: ${code}`);
      } catch (fault) {
        if (fault instanceof Error && fault.message.startsWith('refused')) throw fault;
      }
      if (performance.now() - began > MOST_SECONDS * 1000) throw new Error('refused: nobody answers');
    }
  }

  async function matched(
    reference: string,
    watch: (rows: number) => Promise<void>,
  ): Promise<{ id: string; text: string }> {
    const why = { purpose: 'public_service', basis: 'contract', unit: 'KC-017', endUser: 'petugas-1' };
    const opened = await call('POST', '/v1/matchings', { ...why, reference, expectedRows: ROWS, columns: {} });
    const { id } = (await opened.json()) as { id: string };
    for (let offset = 0; offset < file.length; offset += PART_BYTES) {
      const part = file.subarray(offset, offset + PART_BYTES);
      const sha256 = createHash('sha256').update(part).digest('hex');
      await call('PUT', `/v1/matchings/${id}/parts?offset=${offset}&sha256=${sha256}`, part);
    }
    await call('POST', `/v1/matchings/${id}/handing-in`, {});
    for (;;) {
      const { state, progress } = (await (await call('GET', `/v1/matchings/${id}`)).json()) as {
        state: string;
        progress: { rows: number };
      };
      if (state === 'done') break;
      if (state !== 'running') throw new Error(`the matching is ${state}`);
      await watch(progress.rows);
      await sleep(50);
    }
    return { id, text: await (await call('GET', `/v1/matchings/${id}/result`)).text() };
  }

  let kills = 0;
  const undisturbed = await matched('BERKAS-TENANG', async () => {});
  const began = performance.now();
  const disturbed = await matched('BERKAS-TERGANGGU', async (rows) => {
    // Spread over the file, and as many as come before it ends.
    if (kills >= KILLS || rows < (kills * ROWS) / (KILLS + 1)) return;
    if (kills++ % 2 === 0) {
      killed.postgres++;
      process.kill(postgresPid(filled), 'SIGKILL');
    } else {
      killed.server++;
      await server.kill();
      server = await startServer(filled);
    }
    await sleep(1000);
    process.stderr.write(`\r${kills} of ${KILLS} kills, ${rows} rows `);
  });
  process.stderr.write('\n');
  const seconds = Math.round((performance.now() - began) / 1000);
  const found = await look(disturbed.id);
  const same = disturbed.text === undisturbed.text;
  const lines = disturbed.text.trimEnd().split('\n').length - 1;
  const ok =
    same &&
    lines === ROWS &&
    kills === KILLS &&
    found.rows === ROWS &&
    found.packages === 1 &&
    found.entries === 1 &&
    found.unseen === 0 &&
    found.twice === 0;
  console.log(JSON.stringify({ ok, kills: killed, same, lines, ...found, seconds }));
  return ok;
}

function system<Row extends object>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return filled.register.house.database.transact('system', systemActor('matching'), (tx) => many(tx, query));
}

async function fileOf(): Promise<Buffer> {
  const people = await system(
    sql<{ nik: string; name: string; birthDate: string; n: number }>`
      select lpad(nik::text, 16, '0') as nik, name, birth_date as "birthDate", row_number() over ()::int as n
        from resident_read.resident order by hashint8(nik) limit ${ROWS}`,
  );
  if (people.length < ROWS) throw new Error(`only ${people.length} people`);
  const lines = people.map(
    ({ nik, name, birthDate, n }) => `R-${n},${nik},${n % 20 === 3 ? name.replaceAll('A', 'E') : name},${birthDate}\n`,
  );
  return Buffer.from(`REF,NIK,NAMA,TANGGAL_LAHIR\n${lines.join('')}`);
}

/** What log, access rows and bill know of the file. */
async function look(id: string) {
  const [counts] = await system(
    sql<{ rows: number; packages: number; entries: number; unseen: number; twice: number }>`
      with package as (select rows, entry from matching_read.package where matching_id = ${id}::uuid),
           seen as (select a.nik, count(*) as times from ledger.access a where a.entry in (select entry from package) group by a.nik)
      select (select coalesce(sum(rows), 0)::int from package) as rows, (select count(*)::int from package) as packages,
             (select count(distinct entry)::int from package) as entries,
             (${ROWS} - (select count(*) from seen))::int as unseen,
             (select count(*)::int from seen where times > 1) as twice`,
  );
  return counts!;
}
