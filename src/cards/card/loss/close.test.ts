import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../../core/access/index.ts';
import { one, sql } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import type { Workers } from '../../../core/jobs/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { changeResidents } from '../../../register/resident/index.ts';
import { givenCards } from '../given-card.ts';
import { closeLosses } from './close.ts';

const given = await givenCards();
const { printer } = given;
const post = (path: string, body: object = {}) => printer.call('POST', path, body);
const HOUR = 3_600_000;
const HERE = { 'jatidiri-purpose': 'service' };
let workers: Workers;
beforeAll(async () => {
  workers = await given.house.startWorkers();
});
afterAll(() => workers.stop());

/** A holder with a telephone whose card is reported lost; gives the number too, which no other has. */
async function lost(phone: string | null): Promise<{ nik: Nik; id: string; until: Date }> {
  const nik = await given.recorded();
  const id = await given.held(nik, phone ? { contact: phone } : {});
  const { liftUntil } = (await post(`/v1/cards/${id}/loss`)).body;
  return { nik, id, until: new Date(liftUntil) };
}
const close = () => given.system((tx) => closeLosses(tx));
const at = (instant: Date, ms: number) => given.clock.moveTo(new Date(instant.getTime() + ms));
const stateOf = async (nik: Nik, id: string) => (await given.cardsOf(nik)).find((card) => card.id === id)?.state;
const lift = (id: string, shown: boolean) => post(`/v1/cards/${id}/loss/lifting`, { shown });
const lossOf = (id: string) =>
  given.system((tx) =>
    one(
      tx,
      sql<{ closed: Date | null; final: Date | null; lifted: Date | null }>`
        select closed_at as closed, final_at as final, lifted_at as lifted from card.loss where card_id = ${id}`,
    ),
  );

/** What went out to a number, the oldest first. */
function textsTo(phone: string): string[] {
  const to = `+62${phone.slice(1)}`;
  return readdirSync(given.folders.messages)
    .toSorted()
    .map((name) => readFileSync(join(given.folders.messages, name), 'utf8'))
    .filter((text) => text.startsWith(to))
    .map((text) => text.slice(to.length).trim());
}

describe('the end of the 72 hours', () => {
  test('to their last moment the holder lifts the report from afar, and a moment later no more', async () => {
    const [first, second] = [await lost(null), await lost(null)];
    expect(first.until.getTime() - given.clock.now().getTime()).toBe(72 * HOUR);
    at(first.until, 0);
    expect(await close()).toEqual({ closed: 0, told: 0 });
    expect((await lift(first.id, false)).status).toBe(204);
    expect(await stateOf(first.nik, first.id)).toBe('VALID');
    at(first.until, 1);
    expect((await lift(second.id, false)).body.code).toBe('card.lift_late');
    expect(await close()).toEqual({ closed: 1, told: 0 });
    expect((await lift(second.id, false)).body.code).toBe('card.lift_late');
  });

  test('leaves the card suspended: final it is at the counter alone, and there it is lifted with the card in hand', async () => {
    const [found, gone] = [await lost(null), await lost(null)];
    at(found.until, 1);
    await close();
    for (const { nik, id } of [found, gone]) {
      expect(await stateOf(nik, id)).toBe('SUSPENDED');
      expect(await lossOf(id)).toMatchObject({ closed: given.clock.now(), final: null, lifted: null });
    }
    expect((await lift(found.id, true)).status).toBe(204);
    expect(await stateOf(found.nik, found.id)).toBe('VALID');
    await post(`/v1/cards/${gone.id}/loss/declaration`, { policeLetter: 'LP/7/CONTOH' });
    expect(await stateOf(gone.nik, gone.id)).toBe('LOST');
    expect(await lossOf(gone.id)).toMatchObject({ final: given.clock.now(), lifted: null });
  });

  test('is told to the holder once, however often the job runs, at once or twice at the same moment', async () => {
    const phone = '081200000001';
    const { until } = await lost(phone);
    at(until, 1);
    const both = await Promise.all([close(), close()]);
    expect(both.reduce((n, { closed }) => n + closed, 0)).toBe(1);
    expect(await close()).toEqual({ closed: 0, told: 0 });
    await expect.poll(() => textsTo(phone)).toHaveLength(2);
    const [suspended, over] = textsTo(phone);
    expect(suspended).toContain('dibekukan');
    expect(suspended).toContain('/batalkan-laporan-kehilangan');
    expect(over).toContain('tidak dapat lagi dibatalkan dari jauh');
  });

  test('passes in silence over a card that was replaced meanwhile, and over one whose holder died', async () => {
    const [replaced, dead] = [await lost('081200000002'), await lost('081200000003')];
    await given.held(replaced.nik, { kind: 'damage' }, false);
    const day = asCivilDate('2018-12-11');
    await given.system((tx) =>
      changeResidents(
        tx,
        systemActor('test'),
        { kind: 'correction', label: 'resident.corrected', occurredOn: day, legalBasis: 'percobaan' },
        [{ nik: dead.nik, delta: { state: 'MENINGGAL', stateSince: day } }],
      ),
    );
    at(dead.until, 1);
    expect(await close()).toEqual({ closed: 2, told: 0 });
    expect(await stateOf(replaced.nik, replaced.id)).toBe('INVALID');
  });

  test('of a report that was lifted never comes, and a second report has hours of its own', async () => {
    const { nik, id, until } = await lost(null);
    await lift(id, false);
    at(until, -HOUR);
    const again = (await post(`/v1/cards/${id}/loss`)).body;
    at(until, 1);
    expect(await close()).toEqual({ closed: 0, told: 0 });
    expect((await lift(id, false)).status).toBe(204);
    expect(new Date(again.liftUntil).getTime()).toBe(until.getTime() + 71 * HOUR);
    expect(await stateOf(nik, id)).toBe('VALID');
  });
});

test('who gives a new contact is told at the old one, and an officer sees neither in full', async () => {
  const nik = await given.recorded();
  const phone = '081200000004';
  const path = `/v1/residents/${given.ref(nik)}/card-contact`;
  expect((await printer.call('PUT', path, { contact: 'telepon istri' })).body).toMatchObject({
    code: 'card.contact_malformed',
    errors: [{ path: 'contact' }],
  });
  await printer.call('PUT', path, { contact: phone });
  const kept = await printer.call('PUT', path, { contact: 'siti@contoh.id', language: 'en' });
  expect(kept.body).toEqual({ masked: 's•••@contoh.id' });
  await expect.poll(() => textsTo(phone)).toHaveLength(1);
  expect(textsTo(phone)[0]).toContain('s•••@contoh.id');
  const seen = await printer.call('GET', `/v1/residents/${given.ref(nik)}/cards`, undefined, HERE);
  expect(seen.body.contact).toBe('s•••@contoh.id');
  const stranger = await given.officer({ role: 'operator', officeId: await given.office('3273') });
  expect((await stranger.call('PUT', path, { contact: phone })).status).toBeGreaterThanOrEqual(403);
  const { sealed } = await given.system((tx) =>
    one(tx, sql<{ sealed: Buffer }>`select sealed from card.contact where nik = ${nik}::bigint`),
  );
  expect(sealed.includes('contoh.id')).toBe(false);
});
