import { afterAll, describe, expect, test } from 'vitest';
import { publicActor } from '../../../core/access/index.ts';
import { many, sql } from '../../../core/db/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { givenLine, span, uidOf } from '../given-line.ts';
import { incidentIndicators } from './indicators.ts';
import { tellIncident } from './report.ts';
import { listOpenIncidents } from './sql.ts';
import { decidedAt, freezeNeedsTwo, readTracking, trackingCode } from './rules.ts';

const line = await givenLine();
afterAll(() => line.sequencer.stop());
const { ok, keepers, ministry, second, provinceHead, regencyHead, elsewhere } = line;

const FIRST = 9_001_000;
const delivery = await line.deliver(FIRST, 200);
const csv = ['serial,uid', ...Array.from({ length: 200 }, (_, at) => `${FIRST + at},${uidOf(FIRST + at)}`)].join('\n');
const upload = line.form({}, { field: 'file', name: 'uid.csv', type: 'text/csv', bytes: Buffer.from(csv) });
const taken = await line.app.inject({
  method: 'POST',
  url: `/v1/blanks/deliveries/${delivery}/manifest`,
  headers: {
    host: 'localhost',
    ...line.clerk.headers,
    'content-type': upload.type,
    'idempotency-key': '0190a000-0000-7000-8000-000000000001',
  },
  payload: upload.payload,
});
if (taken.statusCode !== 200) throw new Error(taken.body);
await line.ship('centre', 'province', FIRST, FIRST + 199);
// UU 24/2013 art. 96; domain.md 4.4: the batch sent to Tulang Bawang on 13 March 2018.
line.clock.moveTo(new Date('2018-03-13T03:00:00Z'));
await line.ship('province', 'tulangBawang', FIRST, FIRST + 99);
line.clock.moveTo(new Date('2018-12-03T03:00:00Z'));

const told = (over: object = {}) => ({
  kind: 'for_sale',
  place: 'Toko daring contoh',
  seenOn: '2018-12-03',
  words: 'Sepuluh blangko ditawarkan di toko daring',
  seen: Array.from({ length: 10 }, (_, at) => uidOf(FIRST + 40 + at)),
  ...over,
});
const report = (over: object = {}, by = ministry) => by.call('POST', '/v1/blanks/incidents', told(over));
const act = (id: string, what: string, body: object, by = ministry) =>
  by.call('POST', `/v1/blanks/incidents/${id}/${what}`, body);
const opened = (id: string, by = ministry) => by.call('GET', `/v1/blanks/incidents/${id}`);

test('ten blanks sold online: one call leads from the chip’s UID to every custodian, and to what else is at risk', async () => {
  const traced = await ok(ministry.call('POST', '/v1/blanks/trace', { what: uidOf(FIRST + 40) }));
  expect(traced).toMatchObject({ serial: String(FIRST + 40), uid: uidOf(FIRST + 40), box: { code: `BOKS-${FIRST}` } });
  expect(traced.now).toMatchObject({ store: 'Gudang tulangBawang', state: 'IN_STOCK', frozen: false });
  const there = traced.custody.find(({ store }: { store: string }) => store === 'Gudang tulangBawang');
  expect(there.from).toBe('2018-03-13T03:00:00.000Z');
  expect(there.keepers).toHaveLength(1);

  const made = await ok(report({ seen: [...told().seen, '04FFFFFFFFFFFF'] }));
  expect(made).toMatchObject({ known: 10, unknown: ['04FFFFFFFFFFFF'] });
  expect(made.number).toMatch(/^470\/\d{4}\/INSIDEN-BLANGKO\/2018$/);
  const incident = await ok(opened(made.id));
  expect(incident).toMatchObject({ state: 'open', regionCode: '18', seen: 10, frozen: 0, mayDecide: true });
  expect(incident.spans).toEqual([span(FIRST + 40, FIRST + 49)]);
  expect(incident.traces).toHaveLength(10);
  expect(incident.traces[0].custody.map(({ store }: { store: string }) => store)).toEqual([
    'Gudang centre',
    'Gudang province',
    'Gudang tulangBawang',
  ]);
  expect(incident.atRisk.boxes).toEqual([
    expect.objectContaining({ code: `BOKS-${FIRST}`, n: 50, seen: 10, states: [{ state: 'IN_STOCK', n: 50 }] }),
  ]);
  expect(incident.atRisk.shipments.map(({ n, seen, to }: Record<string, unknown>) => ({ n, seen, to }))).toEqual([
    { n: 200, seen: 10, to: 'Gudang province' },
    { n: 100, seen: 10, to: 'Gudang tulangBawang' },
  ]);
});

describe('a freeze', () => {
  test('within a box stops every movement of it until it is lifted with a reason, and splits the lots at its edges', async () => {
    const { id } = await ok(report());
    const spans = [span(FIRST + 40, FIRST + 49)];
    const frozen = await ok(act(id, 'freeze', { way: 'freeze', spans, reason: 'dijual di toko daring' }));
    expect(frozen).toEqual({ n: 10, proposalId: null });
    const sent = await line.send('tulangBawang', 'province', [span(FIRST + 45, FIRST + 60)]);
    expect(sent.body.code).toBe('blank.frozen');
    expect((await line.send('tulangBawang', 'province', [span(FIRST + 60, FIRST + 60)])).status).toBe(200);
    const again = await act(id, 'freeze', { way: 'freeze', spans, reason: 'sekali lagi' });
    expect(again.body.code).toBe('blank.nothing_to_freeze');
    const closing = { outcome: 'theft', words: 'pencurian oleh orang dalam' };
    expect((await act(id, 'closing', closing)).body.code).toBe('blank.incident_freezes');
    expect((await ok(opened(id))).frozenSpans).toEqual(spans);
    await ok(act(id, 'freeze', { way: 'lift', spans, reason: 'barang bukti sudah diperiksa' }));
    await ok(act(id, 'closing', closing));
    const ended = await ok(opened(id));
    expect(ended).toMatchObject({ state: 'closed', outcome: 'theft', frozen: 0, mayDecide: false });
    expect(ended.events.map(({ kind }: { kind: string }) => kind)).toEqual(['opened', 'frozen', 'lifted', 'closed']);
    expect((await act(id, 'notes', { words: 'terlambat' })).body.code).toBe('blank.incident_closed');
  });

  test('of more than one box waits for a second person, and so does lifting it', async () => {
    const { id } = await ok(report());
    const spans = [span(FIRST, FIRST + 55), span(FIRST + 70, FIRST + 99)];
    const asked = await ok(act(id, 'freeze', { way: 'freeze', spans, reason: 'satu pengiriman terancam' }));
    expect(asked.n).toBe(0);
    expect((await ok(opened(id))).frozen).toBe(0);
    expect((await line.approve(ministry, asked.proposalId)).body.code).toBe('approval.own');
    await ok(line.approve(second, asked.proposalId));
    const frozen = await ok(opened(id));
    expect(frozen.frozen).toBe(86);
    const [event] = frozen.events.filter(({ kind }: { kind: string }) => kind === 'frozen');
    expect(event.by).not.toBe(event.askedBy);
    const lift = await ok(act(id, 'freeze', { way: 'lift', spans, reason: 'sudah dihitung ulang' }, second));
    expect(lift.n).toBe(0);
    await ok(line.approve(ministry, lift.proposalId));
    expect((await ok(opened(id))).frozen).toBe(0);
    const lots = await line.system((tx) =>
      many(
        tx,
        sql<{
          n: string;
        }>`select sum(upper(serials) - lower(serials))::text as n from blank.lot where batch_id = ${delivery}`,
      ),
    );
    expect(lots).toEqual([{ n: '200' }]);
  });
});

describe('an incident', () => {
  test('is decided a level above the store, by nobody who had its blanks in hand, and seen by no other region', async () => {
    expect([decidedAt('1805'), decidedAt('18'), decidedAt('')]).toEqual(['18', '', '']);
    const { id } = await ok(report());
    const police = { number: 'LP/CONTOH/1/XII/2018', office: 'Polres Contoh' };
    expect((await act(id, 'police', police, elsewhere)).body.code).toBe('blank.incident_not_found');
    expect((await opened(id, regencyHead)).body.code).toBe('blank.incident_not_found');
    expect((await opened(id, keepers.tulangBawang)).body.code).toBe('blank.incident_not_found');
    expect((await act(id, 'police', police, keepers.province)).status).toBe(403);
    await ok(act(id, 'police', police, provinceHead));
    const own = await ok(report({}, keepers.tulangBawang));
    expect((await ok(opened(own.id, keepers.tulangBawang))).mayDecide).toBe(false);
    const seen = await ok(provinceHead.call('GET', '/v1/blanks/incidents'));
    expect(seen.incidents.map((each: { id: string }) => each.id)).toContain(own.id);
    expect((await ok(elsewhere.call('GET', '/v1/blanks/incidents'))).incidents).toEqual([]);
    expect((await ok(opened(id))).police).toEqual(police);
  });

  test('has notes with the time at which something happened, never one that lies ahead', async () => {
    const { id } = await ok(report());
    await ok(act(id, 'notes', { words: 'Penjual dihubungi', at: '2018-12-02T10:00:00+07:00' }));
    expect((await act(id, 'notes', { words: 'besok', at: '2018-12-09T10:00:00Z' })).body.code).toBe(
      'blank.incident_future',
    );
    const { events } = await ok(opened(id));
    expect(events[0]).toMatchObject({ kind: 'noted', at: '2018-12-02T03:00:00.000Z', words: 'Penjual dihubungi' });
  });

  test('of stolen blanks names them, and none is said to be seen tomorrow', async () => {
    expect((await report({ kind: 'stolen', seen: [] })).body.code).toBe('blank.incident_nothing_seen');
    expect((await report({ seenOn: '2018-12-04' })).body.code).toBe('blank.incident_future');
  });

  test('is counted while it is open, the same by its record and by its acts', async () => {
    const at = { asOf: '2018-12-03' as never, knownAt: line.clock.now() };
    const [open] = incidentIndicators;
    const [measured, recounted] = await line.system(async (tx) => [
      await open!.measure(tx, at),
      await open!.recount(tx, at),
    ]);
    expect(measured).toEqual(recounted);
    expect(measured!.numerator).toBeGreaterThan(3);
  });

  test('prints its timeline, which is printed anew only when something has happened, and opens byte for byte', async () => {
    const { id } = await ok(report());
    expect((await ministry.call('GET', `/v1/blanks/incidents/${id}/timeline`)).body.code).toBe(
      'blank.timeline_not_printed',
    );
    const by = await line.officer({ role: 'office_head', officeId: line.offices.province });
    const print = () => act(id, 'timeline', {}, by);
    const first = await ok(print());
    expect(first.issued).toBe(true);
    expect(await ok(print())).toEqual({ ...first, issued: false });
    const look = () =>
      line.app.inject({
        method: 'GET',
        url: `/v1/blanks/incidents/${id}/timeline`,
        headers: { host: 'localhost', ...by.headers },
      });
    const [one, two] = [await look(), await look()];
    expect(one.headers['content-type']).toBe('application/pdf');
    expect(one.rawPayload.equals(two.rawPayload)).toBe(true);
    await ok(act(id, 'notes', { words: 'Ada temuan baru' }));
    expect((await ok(print())).issued).toBe(true);
    // Nobody heads the ministry's own office here: whoever is in charge signs.
    expect((await ok(act(id, 'timeline', {}))).issued).toBe(true);
  });
});

describe('a report of the public', () => {
  const tell = () =>
    line.system((tx) =>
      tellIncident(tx, publicActor('id'), {
        kind: 'for_sale',
        place: 'Lapak contoh',
        seenOn: asCivilDate('2018-12-03'),
        words: 'Blangko dipajang di lapak',
        seen: [],
        key: `laporan ${Math.random()}`,
        photo: null,
      }),
    );

  test('is taken up once, by whoever decides on it, and then no longer waits', async () => {
    const { id } = await tell();
    expect(await ok(opened(id))).toMatchObject({ state: 'reported', origin: 'public', openedBy: null });
    expect((await act(id, 'taking-up', {}, provinceHead)).body.code).toBe('blank.incident_not_found');
    await ok(act(id, 'taking-up', {}));
    expect((await act(id, 'taking-up', {}, second)).body.code).toBe('blank.incident_taken_up');
    const { state, events } = await ok(opened(id));
    expect(state).toBe('open');
    expect(events.map(({ kind, by }: { kind: string; by: string | null }) => [kind, by !== null])).toEqual([
      ['opened', false],
      ['taken_up', true],
    ]);
    expect(events.every(({ entryId }: { entryId: string }) => /^[0-9a-f-]{36}$/.test(entryId))).toBe(true);
  });

  test('gains the blanks that are read on its photo, and goes to who decides on them', async () => {
    const { id } = await tell();
    const identify = (seen: readonly string[], by = ministry) => act(id, 'blanks', { seen }, by);
    expect(await ok(identify([uidOf(FIRST + 90), '04EEEEEEEEEEEE']))).toEqual({
      known: 1,
      unknown: ['04EEEEEEEEEEEE'],
    });
    expect((await identify([String(FIRST + 90), '04EEEEEEEEEEEE'])).body.code).toBe('blank.incident_known');
    expect((await identify([])).status).toBe(422);
    expect(await ok(opened(id, provinceHead))).toMatchObject({
      regionCode: '18',
      seen: 1,
      spans: [span(FIRST + 90)],
      unknown: ['04EEEEEEEEEEEE'],
      mayDecide: true,
    });
    // One of them lies in the store of the province itself: now the ministry decides.
    await ok(identify([String(FIRST + 150)], provinceHead));
    expect((await opened(id, provinceHead)).body.code).toBe('blank.incident_not_found');
    expect(await ok(opened(id))).toMatchObject({ regionCode: '', seen: 2 });
    const { events } = await ok(opened(id));
    expect(events.filter(({ kind }: { kind: string }) => kind === 'identified')).toHaveLength(2);
  });

  test('is listed for the regions in which its blanks lie, and counted there while it is open', async () => {
    const numbers = async (region: string, by = ministry) =>
      (await ok(by.call('GET', `/v1/blanks/incidents?region=${region}`))).incidents as {
        id: string;
        state: string;
        mayDecide: boolean;
      }[];
    const open = (await numbers('1805')).filter(({ state }) => state !== 'closed');
    const places = (await line.system(listOpenIncidents)).filter(({ codes }) => codes.includes('1805'));
    expect(open.length).toBeGreaterThan(3);
    expect(places.map(({ id }) => id).toSorted()).toEqual(open.map(({ id }) => id).toSorted());
    expect(await numbers('1872')).toEqual([]);
    expect(open.every(({ mayDecide }) => mayDecide)).toBe(true);
    const own = await numbers('', keepers.tulangBawang);
    expect(own.every(({ mayDecide }) => !mayDecide)).toBe(true);
  });
});

test('two persons are needed past one box; a tracking code is read as people write it', () => {
  expect(freezeNeedsTwo({ boxes: 1, n: 500n })).toBe(false);
  expect(freezeNeedsTwo({ boxes: 2, n: 2n })).toBe(true);
  expect(freezeNeedsTwo({ boxes: 0, n: 501n })).toBe(true);
  const code = trackingCode(Buffer.from('01234567'));
  expect(code).toMatch(/^LB-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  expect(readTracking(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
  expect(readTracking('LB-O1LI0-00000')).toBe('LB-01110-00000');
  expect(readTracking('470/1')).toBeNull();
});
