import { describe, expect, test } from 'vitest';
import { givenActor } from '../../../../test/given/people.ts';
import { many, sql } from '../../../core/db/index.ts';
import { STATUSES } from '../../../recording/enrolment/index.ts';
import { STATES } from '../../blank/index.ts';
import { givenCards, uidOfSerial } from '../given-card.ts';
import { printCard } from './printer.ts';
import { beginPrinting } from './print.ts';
import { simulatedPrinter } from './simulator.ts';

const given = await givenCards();
const { printer, checker } = given;
const codeOf = (status: keyof typeof STATUSES) => String(STATUSES[status].code);
const actor = givenActor({ officeId: given.officeId, role: 'operator' });
const attempt = (id: string, what: string) => given.transact(actor, (tx) => beginPrinting(tx, actor, { id, what }));

describe('printing a card', () => {
  test('takes one blank from the stock of the office, by its serial or by its chip', async () => {
    const nik = await given.recorded();
    const { serial, uid } = given.blank();
    const id = await given.requested(nik);
    const answer = await printer.call('POST', `/v1/cards/requests/${id}/printing`, { what: serial });
    expect(answer.body).toMatchObject({ serial, uid });
    expect(await given.cardsOf(nik)).toMatchObject([{ state: 'PRINTED', serial: BigInt(serial) }]);
    expect(await given.states(serial)).toBe(STATES.PERSONALISED);
    expect(await given.packetOf(nik)).toBe(codeOf('CARD_PRINTED'));

    const other = given.blank();
    const cardId = await given.printed(await given.requested(await given.recorded()), { what: other.uid });
    expect(cardId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await given.states(other.serial)).toBe(STATES.PERSONALISED);
  });

  test('refuses a blank that was used, one that is unknown, and one of another office, and changes nothing', async () => {
    const used = given.blank();
    await given.printed(await given.requested(await given.recorded()), { what: used.serial });
    const nik = await given.recorded();
    const id = await given.requested(nik);
    const path = `/v1/cards/requests/${id}/printing`;
    expect((await printer.call('POST', path, { what: used.serial })).body.code).toBe('blank.not_here');
    expect((await printer.call('POST', path, { what: '999999999999' })).body.code).toBe('card.blank_elsewhere');
    const stranger = await given.officer({ role: 'operator', officeId: await given.office('3273') });
    expect((await stranger.call('POST', path, { what: given.blank().serial })).body.code).toBe(
      'card.request_elsewhere',
    );
    expect(await given.cardsOf(nik)).toEqual([]);
    expect(await given.packetOf(nik)).toBe(codeOf('PRINT_READY_RECORD'));
  });

  test('that failed spoils the blank with the reason, and the request waits again for another', async () => {
    const nik = await given.recorded();
    const id = await given.requested(nik);
    const { serial } = given.blank();
    const cardId = await given.printed(id, { what: serial });
    const failed = await printer.call('POST', `/v1/cards/${cardId}/failure`, { fault: 'jam', note: 'pita kusut' });
    expect(failed.status).toBe(204);
    expect(await given.states(serial)).toBe(STATES.SPOILED);
    expect(await given.packetOf(nik)).toBe(codeOf('PRINT_READY_RECORD'));
    expect((await printer.call('POST', `/v1/cards/${cardId}/failure`, { fault: 'jam' })).body.code).toBe(
      'card.wrong_state',
    );
    await given.printed(id);
    expect((await given.cardsOf(nik)).map(({ state }) => state).toSorted()).toEqual(['PRINTED', 'SPOILED']);
  });

  test('that is killed before its commit leaves nothing half done', async () => {
    const nik = await given.recorded();
    const id = await given.requested(nik);
    const { serial } = given.blank();
    const killed = given.transact(actor, async (tx) => {
      await beginPrinting(tx, actor, { id, what: serial });
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await given.cardsOf(nik)).toEqual([]);
    expect(await given.states(serial)).toBe(STATES.IN_STOCK);
    expect(await given.packetOf(nik)).toBe(codeOf('PRINT_READY_RECORD'));
    await given.printed(id, { what: serial });
  });

  test('by sixteen officers at once with one blank makes one card', async () => {
    const requests: string[] = [];
    for (let n = 0; n < 16; n++) requests.push(await given.requested(await given.recorded()));
    const { serial } = given.blank();
    const done = await Promise.allSettled(requests.map((id) => attempt(id, serial)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const cards = await given.system((tx) => many(tx, sql`select id from card.card where serial = ${serial}::bigint`));
    expect(cards).toHaveLength(1);
  });

  test('by sixteen officers at once for one person makes one card, whatever blanks they hold', async () => {
    const nik = await given.recorded();
    const id = await given.requested(nik);
    const blanks = Array.from({ length: 16 }, () => given.blank().serial);
    const done = await Promise.allSettled(blanks.map((serial) => attempt(id, serial)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await given.cardsOf(nik)).toHaveLength(1);
    const states = await Promise.all(blanks.map((serial) => given.states(serial)));
    expect(states.filter((state) => state === STATES.PERSONALISED)).toHaveLength(1);
  });
});

test('a printer that jams, misprints and loses power uses one blank an attempt, each with its reason', async () => {
  const machine = simulatedPrinter(7, { jam: 20, misprint: 20, power: 20 });
  const act = <Result>(work: Parameters<typeof given.transact<Result>>[1]) => given.transact(actor, work);
  const faults = new Map<string, number>();
  for (let n = 0; n < 12; n++) {
    const nik = await given.recorded();
    const id = await given.requested(nik);
    const used: string[] = [];
    for (let tries = 0; tries < 20; tries++) {
      const { serial } = given.blank();
      used.push(serial);
      const { fault } = await printCard(act, actor, machine, { id, what: serial });
      if (fault === null) break;
      faults.set(fault, (faults.get(fault) ?? 0) + 1);
    }
    const cards = await given.cardsOf(nik);
    expect(cards).toHaveLength(used.length);
    expect(cards.filter(({ state }) => state === 'PRINTED')).toHaveLength(1);
    const states = await Promise.all(used.map((serial) => given.states(serial)));
    expect(states).toEqual([...used.slice(1).map(() => STATES.SPOILED), STATES.PERSONALISED]);
  }
  expect([...faults.keys()].toSorted()).toEqual(['jam', 'misprint', 'power']);
});

test('whoever has nothing to do with printing is refused', async () => {
  const id = await given.requested(await given.recorded());
  const auditor = await given.officer({ role: 'auditor', officeId: given.officeId });
  const answer = await auditor.call('POST', `/v1/cards/requests/${id}/printing`, { what: uidOfSerial('700000001') });
  expect(answer.status).toBe(403);
  expect(checker.officerId).not.toBe(printer.officerId);
});
