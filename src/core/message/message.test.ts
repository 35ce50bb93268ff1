import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { givenDatabase } from '../../../test/given/database.ts';
import { systemActor } from '../access/index.ts';
import { type Ground, openDatabase } from '../db/index.ts';
import { givenSealer } from '../file/given-sealer.ts';
import { startWorkers } from '../jobs/index.ts';
import { speaker } from '../text/index.ts';
import { storyClock } from '../time/index.ts';
import { dropFolder, leaveMessages, type Message, room } from './index.ts';

const given = await givenDatabase();
const { connection, superuser } = given;
const outbox = mkdtempSync(join(tmpdir(), 'outbox-'));
const texts = speaker([
  {
    id: { 'card.ready.subject': 'KTP-el Anda siap', 'card.ready.text': 'Halo {name}, silakan diambil.' },
    en: { 'card.ready.subject': 'Your card is ready', 'card.ready.text': 'Hello {name}, please collect it.' },
  },
]);
const clock = storyClock(new Date('2018-12-11T09:00:00Z'));
const messages = { sender: dropFolder(outbox, 'dinas@contoh.id'), speaker: texts, sealer: givenSealer() };
const database = openDatabase({ connection, ground: { clock, messages } as unknown as Ground });
const asSuperuser = openDatabase({ connection: superuser, ground: { clock } as unknown as Ground });
afterAll(async () => {
  await Promise.all([database.close(), asSuperuser.close()]);
  await given.drop();
});

const mail: Message = {
  channel: 'mail',
  to: 'warga@contoh.id',
  language: 'id',
  key: 'card.ready',
  values: { name: 'Budi Rahasia' },
};
const actor = systemActor('test');
const leave = (all: readonly Message[]) => database.transact('app', actor, (tx) => leaveMessages(tx, all));

it('a message leaves after its act has committed, in the reader’s language, and waits sealed', async () => {
  const [first, second] = await leave([mail, { ...mail, channel: 'sms', to: '+628120000000', language: 'en' }]);
  const failing = database.transact('app', actor, async (tx) => {
    await leaveMessages(tx, [mail]);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  const waiting = await asSuperuser.pool.query<{ payload: unknown }>(
    'select payload from graphile_worker._private_jobs',
  );
  expect(waiting.rows).toHaveLength(2);
  expect(JSON.stringify(waiting.rows)).not.toMatch(/Rahasia|warga|0000000/);

  const workers = await startWorkers({ connection, database, jobs: room.jobs! });
  try {
    await expect.poll(() => readdirSync(outbox).toSorted()).toEqual([`${first}.eml`, `${second}.sms`]);
  } finally {
    await workers.stop();
  }
  const eml = readFileSync(join(outbox, `${first}.eml`), 'utf8');
  expect(eml).toContain('\r\nSubject: KTP-el Anda siap\r\n');
  expect(Buffer.from(eml.split('\r\n\r\n')[1]!, 'base64').toString()).toBe('Halo Budi Rahasia, silakan diambil.');
  expect(readFileSync(join(outbox, `${second}.sms`), 'utf8')).toBe(
    '+628120000000\n\nHello Budi Rahasia, please collect it.\n',
  );
});

it('an address that cannot be one is refused before anything waits, naming which', async () => {
  const wrong = leave([mail, { ...mail, to: 'a@b.id\nBcc: c@d.id' }, { ...mail, channel: 'sms', to: '08120000000' }]);
  await expect(wrong).rejects.toMatchObject({
    code: 'message.address_malformed',
    faults: [{ path: '1.to' }, { path: '2.to' }],
  });
});
