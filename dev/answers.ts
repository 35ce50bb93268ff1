/**
 * Promise 4: no answer without a record. A partner asks 10,000 questions over 32 connections, each until it is answered, with the same
 * reference; meanwhile PostgreSQL, a process that answers and the whole server are killed in turn. In the end every answer that came has its entry in
 * the log, its access row and one line of the bill, and a question that was asked again was answered as before. Outside `npm test`, as
 * it takes minutes.
 *
 *     node dev/answers.ts [--calls 10000] [--kills 30]      ends with 0 only if nothing was found missing
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { filledRegister, postgresPid, type Filled } from '../bench/load/filled.ts';
import { connectPartners, tokenFor } from '../bench/load/partner.ts';
import { startServer } from '../bench/load/server.ts';
import { systemActor } from '../src/core/access/index.ts';
import { many, sql } from '../src/core/db/index.ts';
import { verifyLedger } from '../src/core/ledger/index.ts';
import { parseEntry } from '../src/core/ledger/entry.ts';
import { decodeBundle } from '../src/core/ledger/log/index.ts';

const { values } = parseArgs({
  options: { calls: { type: 'string', default: '10000' }, kills: { type: 'string', default: '30' } },
});
const [CALLS, KILLS, CONNECTIONS] = [Number(values.calls), Number(values.kills), 32];
/** At least so long between two kills: the one before is over. */
const REST_MS = 400;

interface Answer {
  readonly reference: string;
  readonly nik: string;
  readonly entry: string;
  readonly text: string;
  /** Whether it had to be asked more than once. */
  readonly again: boolean;
}

const filled = await filledRegister(2_000);
let server = await startServer(filled);
try {
  process.exitCode = (await round()) ? 0 : 1;
} finally {
  await server.stop();
  await filled.remove();
}

async function round(): Promise<boolean> {
  const [partner] = await connectPartners(filled, server.origin, [{ signed: false }]);
  const people = await peopleOf(filled);
  const answers: Answer[] = [];
  const changed: string[] = [];
  let next = 0;
  let token = { text: '', origin: '', at: -Infinity };

  async function ask(n: number): Promise<{ entry: string; text: string } | null> {
    const { origin } = server;
    if (performance.now() - token.at > 120_000 || token.origin !== origin)
      token = { text: await tokenFor(partner!, origin), origin, at: performance.now() };
    const { nik, name, birthDate } = people[n % people.length]!;
    const answer = await fetch(`${origin}/v1/verifications`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token.text}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        nik,
        attributes: { name, birthDate },
        purpose: 'public_service',
        basis: 'contract',
        unit: 'KC Contoh',
        endUser: 'teller-1',
        reference: `TRX-${n}`,
      }),
      signal: AbortSignal.timeout(20_000),
    });
    if (answer.status !== 200) {
      const { code } = (await answer.json()) as { code: string };
      if (answer.status < 500 && answer.status !== 409) throw new Error(`refused: ${code}`);
      return null;
    }
    const body = (await answer.json()) as { answer: { entry: string } };
    return { entry: body.answer.entry, text: JSON.stringify(body.answer) };
  }

  async function client(): Promise<void> {
    for (let n = next++; n < CALLS; n = next++) {
      for (let attempt = 1; ; attempt++) {
        const got = await ask(n).catch(unlessRefused);
        if (!got) {
          await sleep(20 * Math.min(attempt, 25));
          continue;
        }
        answers.push({ reference: `TRX-${n}`, nik: people[n % people.length]!.nik, ...got, again: attempt > 1 });
        // Now and then asked once more, as by a client that lost the answer on its way.
        if (n % 20 === 0) {
          const second = await ask(n).catch(unlessRefused);
          if (second && second.text !== got.text) changed.push(`TRX-${n}`);
        }
        break;
      }
    }
  }

  const killed = { postgres: 0, answering: 0, server: 0 };
  const kills = async () => {
    for (let n = 0; n < KILLS && next < CALLS; n++) {
      const due = ((n + 1) * CALLS) / (KILLS + 1);
      while (answers.length < due) await sleep(5);
      const what = (['postgres', 'answering', 'server'] as const)[n % 3]!;
      if (what === 'postgres') process.kill(postgresPid(filled), 'SIGKILL');
      else if (what === 'answering') server.killOne();
      else {
        await server.kill();
        server = await startServer(filled);
      }
      killed[what]++;
      process.stderr.write(`\r${n + 1} of ${KILLS} kills, ${answers.length} answers `);
      await sleep(REST_MS);
    }
  };
  const began = performance.now();
  await Promise.all([kills(), ...Array.from({ length: CONNECTIONS }, client)]);
  process.stderr.write('\n');
  await server.stop();
  const seconds = Math.round((performance.now() - began) / 1000);
  const found = await look(filled, answers);
  const told = {
    kills: killed,
    answers: answers.length,
    askedAgain: answers.filter(({ again }) => again).length,
    changed: changed.length,
  };
  const ok = answers.length === CALLS && changed.length === 0 && found.ledgerSound && found.missing === 0;
  console.log(JSON.stringify({ ok, ...told, ...found, seconds }));
  return ok;
}

/** What is refused is a fault of this command; everything else passes. */
function unlessRefused(fault: unknown): null {
  if (fault instanceof Error && fault.message.startsWith('refused')) throw fault;
  return null;
}

/** What the log, the access rows and the bill know of these answers. */
async function look({ register: { house } }: Filled, answers: readonly Answer[]) {
  const sequencer = house.startSequencer(() => {});
  await sequencer.ready;
  await sequencer.stop();
  const { ledger } = house.ground;
  const verdict = await verifyLedger(ledger);
  const logged = new Set<string>();
  for (let index = 0; index * 256 < verdict.size; index++) {
    const width = Math.min(256, verdict.size - index * 256);
    const bundle = decodeBundle(await ledger.place.folder.tile({ level: 'entries', index, width }));
    for (const bytes of bundle.slice(0, width)) {
      const entry = parseEntry(bytes.toString());
      if (entry.label === 'verification.answered') logged.add(entry.id);
    }
  }
  const rows = await house.database.transact('system', systemActor('answers'), (tx) =>
    many(
      tx,
      sql<{ entry: string; reference: string; seen: string[] }>`
        select c.entry, c.refs[1] as reference,
               array(select lpad(a.nik::text, 16, '0') from ledger.access a where a.entry = c.entry) as seen
          from verification.call c`,
    ),
  );
  const bills = Map.groupBy(rows, ({ reference }) => reference);
  const unlogged = answers.filter(({ entry }) => !logged.has(entry)).length;
  const unseen = answers.filter(({ reference, entry, nik }) => {
    const bill = bills.get(reference)?.find((row) => row.entry === entry);
    return !bill || !bill.seen.includes(nik);
  }).length;
  const billedTwice = [...bills.values()].filter((each) => each.length > 1).length;
  return {
    entries: logged.size,
    unlogged,
    unseen,
    billedTwice,
    missing: unlogged + unseen + billedTwice,
    ledgerSound: verdict.ok,
  };
}

function peopleOf({ register: { house } }: Filled) {
  return house.database.transact('system', systemActor('answers'), (tx) =>
    many(
      tx,
      sql<{ nik: string; name: string; birthDate: string }>`
        select lpad(nik::text, 16, '0') as nik, name, birth_date as "birthDate" from resident_read.resident where state = 1 limit 1000`,
    ),
  );
}
