import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { STEPS } from '../citizen/dispute/rules.ts';
import { STATE_NAMES } from '../matching/rules.ts';
import { PURPOSES } from '../partner/rules.ts';
import { CAUSES } from '../partner/supervision/rules.ts';
import { SIGNALS } from '../verification/signal/rules.ts';
import { accessTold, disputeTold, matchingTold, paceTold, reportTold } from './event/hear.ts';
import { readAddress } from './endpoint/address.ts';
import { ALWAYS_TOLD, CHOICES, ownWords, reminderOf, type Kind } from './event/rules.ts';
import { bodyOf, exampleOf, EXAMPLES, SHAPES } from './event/schema.ts';
import { restAfter, retryAfterMs, verdictOf, waitAfter, WAITS_MS } from './send/rules.ts';
import { newSecret, secretText, signedHeaders } from './send/sign.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';

const ID = '0192f0c1-0000-7000-8000-00000000000a';
const AT = '2018-12-11T09:00:00.000Z';
const KINDS = Object.keys(SHAPES) as Kind[];
const DAY = 86_400_000;

describe('a signature', () => {
  const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');

  test('is that of the specification, over id, time and the very bytes', () => {
    // Made with openssl dgst -sha256 -mac HMAC over the same words.
    const headers = signedHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', seconds: 1614265330, body: '{"test": 2432232314}' },
      [secret],
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test('stands there once for every secret that is still good, with a blank between', () => {
    const [one, two] = [newSecret(), newSecret()];
    const signed = { id: 'a', seconds: 1, body: '{}' };
    const both = signedHeaders(signed, [one, two])['webhook-signature']!.split(' ');
    expect(both).toEqual([one, two].map((each) => signedHeaders(signed, [each])['webhook-signature']));
    expect(secretText(one)).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });
});

describe('the schedule', () => {
  test('begins at once, takes five days, and ends', () => {
    const all = WAITS_MS.map((_, n) => waitAfter(n, { random: 0, once: false })!);
    expect(all.slice(0, 4)).toEqual([0, 5_000, 300_000, 1_800_000]);
    expect(all.reduce((sum, wait) => sum + wait)).toBeGreaterThan(5 * DAY);
    expect(waitAfter(WAITS_MS.length, { random: 0, once: false })).toBeNull();
    expect(waitAfter(1, { random: 0, once: true })).toBeNull();
  });

  test('is a little longer by chance, never shorter, and as long as the receiver asks, within a day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: WAITS_MS.length - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, random) => {
          const wait = waitAfter(n, { random, once: false })!;
          expect(wait).toBeGreaterThanOrEqual(WAITS_MS[n]!);
          expect(wait).toBeLessThanOrEqual(Math.round(WAITS_MS[n]! * 1.1));
        },
      ),
    );
    expect(waitAfter(1, { random: 0, once: false, retryAfterMs: 60_000 })).toBe(60_000);
    expect(waitAfter(1, { random: 0, once: false, retryAfterMs: 90 * DAY })).toBe(DAY);
    const now = new Date('2018-12-11T09:00:00Z');
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Tue, 11 Dec 2018 09:01:00 GMT', now)).toBe(60_000);
    expect([retryAfterMs('soon', now), retryAfterMs(undefined, now)]).toEqual([null, null]);
  });

  test('of an endpoint that goes on failing grows to half an hour, whatever waits for it', () => {
    expect([1, 2, 3, 99].map(restAfter)).toEqual([5_000, 10_000, 20_000, 1_800_000]);
  });

  test('takes 2xx as success alone, and 410 as farewell', () => {
    expect([200, 204, 299].map(verdictOf)).toEqual(['delivered', 'delivered', 'delivered']);
    expect([null, 199, 301, 400, 429, 500].map(verdictOf)).toEqual(Array(6).fill('failed'));
    expect(verdictOf(410)).toBe('gone');
  });
});

describe('an event', () => {
  test('has a shape, an example and a name in both languages, and is chosen or is a trial', () => {
    expect(KINDS.toSorted()).toEqual([...CHOICES, 'ping'].toSorted());
    for (const kind of KINDS) {
      expect(JSON.parse(exampleOf(kind))).toEqual(
        JSON.parse(bodyOf({ kind, data: EXAMPLES[kind] } as never, new Date('2018-12-11T09:00:00Z'))),
      );
      expect([`webhook.kind.${kind}` in id, `webhook.kind.${kind}` in en]).toEqual([true, true]);
    }
  });

  // Whoever adds a field adds its name here, and thinks of whom it could name.
  const IDS = [
    'cooperation',
    'grant',
    'document',
    'key',
    'matching',
    'dispute',
    'entry',
    'payment',
    'statement',
    'report',
    'maintenance',
  ];
  const SAID = [
    'cause',
    'code',
    'purpose',
    'signal',
    'state',
    'why',
    'decision',
    'how',
    'number',
    'semester',
    'month',
    'kid',
    'reference',
  ];
  const COUNTED = ['quota', 'taken', 'days', 'daysLeft', 'balance', 'amount', 'charged', 'closing', 'level'];
  const WHEN = ['until', 'validUntil', 'from', 'day', 'dueOn', 'dueAt', 'deleteAt'];

  test('holds nothing of a person: ids, days, counts and codes, and no field that is not named', () => {
    for (const kind of KINDS) {
      const shape = z.toJSONSchema(SHAPES[kind]) as {
        properties: Record<string, object>;
        additionalProperties: boolean;
      };
      expect(shape.additionalProperties, kind).toBe(false);
      for (const name of Object.keys(shape.properties))
        expect([...IDS, ...SAID, ...COUNTED, ...WHEN], kind).toContain(name);
    }
    const more = { ...EXAMPLES['pace.lifted'], nik: '9901014508909001' };
    expect(() => bodyOf({ kind: 'pace.lifted', data: more as never }, new Date())).toThrow();
  });

  test('leaves out a reference or a name of a key that could be a number of a person', () => {
    expect(['TRX-1', 'kunci-2018', null].map(ownWords)).toEqual(['TRX-1', 'kunci-2018', null]);
    expect(['9901014508909001', 'nasabah 9901 0145 0890 9001', 'x-990101.4508909001'].map(ownWords)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('about somebody’s access is told to whoever may not ask; nothing else is', () => {
    expect(CHOICES.filter((kind) => ALWAYS_TOLD.includes(kind)).every((kind) => kind.startsWith('access.'))).toBe(true);
    expect(ALWAYS_TOLD).not.toContain('ping');
  });

  test('about an end is due at its first day, a month and a week before, and not when it is past', () => {
    expect([121, 120, 31, 30, 8, 7, 0, -1].map((days) => reminderOf(days, 120))).toEqual([
      null,
      120,
      120,
      30,
      30,
      7,
      7,
      null,
    ]);
    expect([31, 30, 7].map((days) => reminderOf(days, 30))).toEqual([null, 30, 7]);
  });

  test('is documented by the example that the page shows', () => {
    const docs = readFileSync(join(import.meta.dirname, '../../../docs/webhooks.md'), 'utf8');
    for (const kind of KINDS) {
      expect(docs, kind).toContain(JSON.stringify(JSON.parse(exampleOf(kind))));
      expect(docs, kind).toContain(`${id[`webhook.kind.${kind}`]} / ${en[`webhook.kind.${kind}`]}`);
    }
  });
});

describe('what lower rooms say', () => {
  const whose = { institutionId: ID, cooperationId: ID };
  const dispute = {
    institutionId: ID,
    disputeId: ID,
    number: 'BS/2018/00001',
    state: 'OPEN' as const,
    entryId: ID,
    dueAt: AT,
    reference: '9901014508909001',
  };
  const matching = { institutionId: ID, matchingId: ID, why: null, deleteAt: null };
  const report = { ...whose, reportId: ID, semester: '2018-1', dueOn: '2018-07-10' as never, level: null };
  const told = [
    ...CAUSES.map((cause) => accessTold({ ...whose, what: 'suspended', cause, until: null })),
    accessTold({ ...whose, what: 'suspended', cause: 'misuse', until: AT }),
    accessTold({ ...whose, what: 'restored' }),
    ...PURPOSES.map((purpose) => accessTold({ ...whose, what: 'granted', grantId: ID, purpose, validUntil: AT })),
    accessTold({ ...whose, what: 'grant_ended', grantId: ID }),
    accessTold({ ...whose, what: 'ended' }),
    reportTold({ ...report, what: 'opened' }),
    reportTold({ ...report, what: 'warned', level: 3 }),
    reportTold({ ...report, what: 'cut_due' }),
    ...SIGNALS.map((signal) => paceTold({ institutionId: ID, what: 'slowed', signal, until: AT })),
    paceTold({ institutionId: ID, what: 'held', signal: null, until: AT }),
    paceTold({ institutionId: ID, what: 'lifted', signal: null, until: null }),
    ...STATE_NAMES.map((state) => matchingTold({ ...matching, state, deleteAt: state === 'done' ? AT : null })),
    ...(Object.keys(STEPS) as (keyof typeof STEPS)[]).map((step) => disputeTold({ ...dispute, step })),
  ];

  test('becomes an event of the right shape, or none where an institution did it itself', () => {
    for (const each of told) if (each) expect(JSON.parse(bodyOf(each, new Date(AT))).type).toBe(each.kind);
    const kinds = new Set(told.flatMap((each) => (each ? [each.kind] : [])));
    const heard = CHOICES.filter((kind) => /^(access|report|matching|dispute)\.|^pace\./.test(kind));
    expect([...kinds].toSorted()).toEqual(heard.toSorted());
    expect(told.filter((each) => each === null)).toHaveLength(4 + 3);
  });

  test('carries nothing on that could be a number of a person', () => {
    expect(JSON.stringify(told)).not.toMatch(/\d{16}/);
  });
});

describe('an address', () => {
  test('is whole, https, on its own port, of the internet', () => {
    expect(readAddress(' https://Sistem.Bank.example/a?b=c ')).toEqual({
      url: 'https://sistem.bank.example/a?b=c',
      host: 'sistem.bank.example',
    });
    expect(readAddress('https://bank.example:443/').url).toBe('https://bank.example/');
  });

  test.each([
    'http://bank.example/',
    'bank.example',
    '',
    'https://u:p@bank.example/',
    'https://bank.example:8443/',
    'https://bank.example/#a',
    'ftp://bank.example',
    `https://bank.example/${'a'.repeat(500)}`,
  ])('is not %s', (text) => expect(() => readAddress(text)).toThrow('webhook.address_https'));

  test.each([
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://8.8.8.8/',
    'https://localhost/',
    'https://gateway/',
    'https://db.internal/',
    'https://a.localhost./',
  ])('does not lead within: %s', (text) => expect(() => readAddress(text)).toThrow('webhook.address_internal'));
});
