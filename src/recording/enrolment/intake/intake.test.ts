import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { givenResident, givenResidents, BANDUNG, SITI } from '../../../../test/given/people.ts';
import { systemActor } from '../../../core/access/index.ts';
import { many, one, run, sql } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { inTransaction } from '../../../core/notice/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { openHouse } from '../../../house.ts';
import { givenEnrolment } from '../given-enrolment.ts';
import { packetsReceived } from '../notices.ts';
import { settlePackets } from '../settle.ts';
import { givenPicture, givenStation, givenTemplate } from '../given-station.ts';
import { announcePacket, completePacket, putPiece } from './index.ts';

const heard: unknown[] = [];
const given = await givenEnrolment([
  inTransaction(packetsReceived, 'test', async (_tx, _actor, items) => void heard.push(...items)),
]);
const { operator, station } = given;
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());

const resident = (over: Parameters<typeof givenResident>[1] = {}) => givenResident(given, over);
const purpose = { 'jatidiri-purpose': 'service' };

const packetsOf = (nik: Nik) =>
  given.system((tx) =>
    many(
      tx,
      sql<{ status: number; steps: number; items: number; recorded: boolean }>`
        select p.status, (select count(*)::int from enrolment.packet_step s where s.packet_id = p.id) as steps,
               (select count(*)::int from enrolment.item i where i.packet_id = p.id) as items,
               exists (select from enrolment.recording r where r.packet_id = p.id and r.ended_on is null) as recorded
          from enrolment.packet p where p.nik = ${nik}::bigint`,
    ),
  );
const RECEIVED = { status: 6, steps: 4, items: 12, recorded: true };

async function refused(packet: { id: string; bytes: Uint8Array }, over = {}): Promise<string> {
  const answer = await given.send(packet, over);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.body.detail ?? answer.body.title).toBeTruthy();
  return answer.body.code;
}

describe('a packet', () => {
  test('is taken: recording, steps, items, standing and entry', async () => {
    const nik = await resident();
    const packet = await given.packet(nik);
    const answer = await given.send(packet);
    expect(answer.body).toMatchObject({ state: 'taken', status: 'RECEIVED_AT_CENTRAL', why: [] });
    expect(await packetsOf(nik)).toEqual([RECEIVED]);
    const looks = await operator.call('GET', `/v1/residents/${given.ref(nik)}/looks`, undefined, purpose);
    expect(looks.body.looks.map((look: { label: string }) => look.label)).toContain('enrolment.packet_taken');
  });

  test('counts once, however often any of it is said again', async () => {
    const nik = await resident();
    const packet = await given.packet(nik);
    for (let n = 0; n < 3; n++) {
      expect((await given.announce(packet)).status).toBe(200);
      expect((await given.put(packet.id, 0, packet.bytes)).status).toBe(200);
      expect((await given.put(packet.id, 100, packet.bytes.subarray(100, 200))).status).toBe(200);
      expect((await given.complete(packet.id)).body.state).toBe('taken');
    }
    expect(await packetsOf(nik)).toEqual([RECEIVED]);
  });

  test('counts once though 64 say it at the same moment', async () => {
    const nik = await resident();
    const packet = await given.packet(nik);
    const answers = await Promise.all(Array.from({ length: 64 }, () => given.send(packet)));
    expect(answers.map(({ body }) => body.state ?? body.code)).toEqual(Array.from({ length: 64 }, () => 'taken'));
    expect(await packetsOf(nik)).toEqual([RECEIVED]);
  });

  test('many different ones at the same moment are all taken', async () => {
    const niks = await givenResidents(
      given,
      Array.from({ length: 24 }, (_, n) => ({ name: `CONTOH ${n}`, birthDate: asCivilDate('1991-02-03') })),
    );
    const packets = await Promise.all(niks.map((nik) => given.packet(nik)));
    const answers = await Promise.all(packets.map((packet) => given.send(packet)));
    expect(new Set(answers.map(({ body }) => body.state ?? body.code))).toEqual(new Set(['taken']));
    const { n } = await given.system((tx) =>
      one(
        tx,
        sql<{
          n: number;
        }>`select count(distinct nik)::int as n from enrolment.recording where nik = any(${niks}::bigint[])`,
      ),
    );
    expect(n).toBe(24);
  });

  test('is told to whoever searches the gallery, in its transaction', async () => {
    const nik = await resident();
    const packet = await given.packet(nik);
    await given.send(packet);
    expect(heard).toContainEqual({ nik, packet: packet.id, villageCode: SITI.villageCode });
  });

  test('of somebody who lives elsewhere is taken, and seen where he lives and where he was recorded', async () => {
    const nik = await resident({ villageCode: BANDUNG });
    const packet = await given.packet(nik);
    expect((await given.send(packet)).body.state).toBe('taken');
    const there = await given.officer({ role: 'verifier', officeId: await given.office('3273') });
    const view = await there.call('GET', `/v1/residents/${given.ref(nik)}/recording`, undefined, purpose);
    expect(view.body.packets[0]).toMatchObject({
      id: packet.id,
      now: { status: 'RECEIVED_AT_CENTRAL', acts: 'centre' },
    });
    const elsewhere = await given.officer({ role: 'verifier', officeId: await given.office('3374') });
    expect((await elsewhere.call('GET', `/v1/residents/${given.ref(nik)}/recording`, undefined, purpose)).status).toBe(
      404,
    );
    const image = `/v1/packets/${packet.id}/images/face/0`;
    expect((await elsewhere.call('GET', image, undefined, purpose)).body.code).toBe('enrolment.image_not_found');
    expect((await there.call('GET', image)).body.code).toBe('access.purpose_missing');
    expect((await there.call('GET', image, undefined, purpose)).headers['content-type']).toBe('image/png');
    const looks = await there.call('GET', `/v1/residents/${given.ref(nik)}/looks`, undefined, purpose);
    expect(looks.body.looks).toContainEqual(
      expect.objectContaining({ label: 'enrolment.image_opened', detail: 'recording.face', purpose: 'service' }),
    );
  });

  test('lies under its person’s key: nothing of it is readable in the database or in the store', async () => {
    const nik = await resident();
    await given.send(await given.packet(nik));
    const template = givenTemplate(`${nik} finger:3`, 3).subarray(28, 60);
    const rows = await given.system((tx) =>
      many(
        tx,
        sql<{
          template: Buffer;
        }>`select template from enrolment.item where nik = ${nik}::bigint and template is not null`,
      ),
    );
    expect(rows).toHaveLength(10);
    expect(rows.some((row) => row.template.includes(template))).toBe(false);
    const { openTemplates } = await import('../template.ts');
    const opened = await given.system(async (tx) => {
      const packet = await one(tx, sql<{ id: string }>`select id from enrolment.packet where nik = ${nik}::bigint`);
      return openTemplates(tx, [{ nik, packet: packet.id }]);
    });
    expect(
      opened
        .find(({ position }) => position === 3)!
        .bytes.subarray(28, 60)
        .equals(template),
    ).toBe(true);
    const { n } = await given.system((tx) =>
      one(tx, sql<{ n: number }>`select count(*)::int as n from enrolment.piece`),
    );
    expect(n).toBe(0);
  });
});

describe('the network', () => {
  const large = async () => given.packet(await resident(), { padding: 2_600_000 });

  test('is cut between any two pieces, and inside one: the station goes on where we are', async () => {
    const packet = await large();
    expect((await given.announce(packet)).body.received).toBe(0);
    let at = 0;
    // What came of a piece that was cut: any part of it, and nothing of the next.
    for (const size of [1_048_576, 7, 500_000, 1, 1_048_576, 1_048_576]) {
      const answer = await given.put(packet.id, at, packet.bytes.subarray(at, at + size));
      at = answer.body.received;
      expect((await given.complete(packet.id)).body.code ?? 'taken').toBe(
        at < packet.bytes.length ? 'enrolment.packet_incomplete' : 'taken',
      );
      // The answer was lost: it asks again.
      expect((await given.announce(packet)).body.received).toBe(at);
    }
    expect(at).toBe(packet.bytes.length);
  });

  test('brings pieces out of order or too large: nothing is lost and nothing is guessed', async () => {
    const packet = await large();
    await given.announce(packet);
    const gap = await given.put(packet.id, 10, packet.bytes.subarray(10, 20));
    expect(gap.body).toMatchObject({ code: 'enrolment.piece_gap' });
    expect((await given.put(packet.id, 0, packet.bytes.subarray(0, 1_048_577))).body.code).toBe('enrolment.piece_size');
    expect((await given.put(packet.id, 0, new Uint8Array(0))).body.code).toBe('enrolment.piece_size');
    const beyond = await given.put(packet.id, packet.bytes.length - 1, new Uint8Array(2));
    expect(beyond.body.code).toBe('enrolment.piece_beyond');
    expect((await given.send(packet)).body.state).toBe('taken');
  });

  test('damages a byte: the upload begins again, and the packet is not refused for it', async () => {
    const packet = await given.packet(await resident());
    const damaged = packet.bytes.slice();
    damaged[500]! ^= 4;
    await given.announce(packet);
    await given.put(packet.id, 0, damaged);
    expect((await given.complete(packet.id)).body.code).toBe('enrolment.packet_damaged');
    expect((await given.announce(packet)).body).toMatchObject({ state: 'receiving', received: 0 });
    expect((await given.send(packet)).body.state).toBe('taken');
  });

  test('the process is killed at any step: another takes up what was committed, and it is counted once', async () => {
    const nik = await resident();
    const packet = await given.packet(nik, { padding: 1_500_000 });
    const actor = { ...(await actorOf()), language: 'id' as const };
    const { id, bytes } = packet;
    const steps = [
      (tx: Tx) => announcePacket(tx, actor, announcement(packet)),
      (tx: Tx) => putPiece(tx, actor, { id, at: 0, file: { bytes: Buffer.from(bytes.subarray(0, 1_000_000)) } }),
      (tx: Tx) => putPiece(tx, actor, { id, at: 1_000_000, file: { bytes: Buffer.from(bytes.subarray(1_000_000)) } }),
      (tx: Tx) => completePacket(tx, actor, { id }),
    ];
    for (const step of steps) {
      // Killed before the commit.
      await expect(
        given.transact(actor, async (tx) => {
          await step(tx);
          throw new Error('killed');
        }),
      ).rejects.toThrow('killed');
      // A process of its own takes over, with its own vault, pool and caches.
      const other = await openHouse({
        connection: given.connection,
        clock: given.clock,
        folders: given.folders,
        maxConnections: 2,
      });
      await other.database.transact('app', actor, step);
      await other.close();
    }
    expect(await packetsOf(nik)).toEqual([RECEIVED]);
  });

  type Tx = Parameters<typeof announcePacket>[0];
  const announcement = ({ id, bytes }: { id: string; bytes: Uint8Array }) => ({
    id,
    station: station.id,
    centreKey: given.centreKey,
    capturedAt: '2018-12-11T08:30:00.000Z',
    size: bytes.length,
    digest: hash(bytes),
    clock: '2018-12-11T09:00:00.000Z',
  });
});

/** 300 minutiae, whose count does not fit its byte. */
function given300(): Buffer {
  const few = givenTemplate('x', 3, 44);
  const many_ = Buffer.concat([few.subarray(0, -2), Buffer.alloc(256 * 6, few.subarray(28, 34)), few.subarray(-2)]);
  many_.writeUInt32BE(many_.length, 8);
  return many_;
}

describe('what is wrong in itself is refused, with code and words, and stays refused', () => {
  test('altered, and signed by nobody', async () => {
    const packet = await given.packet(await resident());
    const altered = packet.bytes.slice();
    altered[altered.length - 100]! ^= 1;
    expect(await refused({ id: packet.id, bytes: altered })).toBe('enrolment.packet_unsigned');
    expect((await given.complete(packet.id)).body.code).toBe('enrolment.packet_unsigned');
    const receipt = await operator.call('GET', `/v1/packets/${packet.id}/receipt`);
    expect(receipt.body).toMatchObject({ state: 'refused', why: ['enrolment.packet_unsigned'] });
    expect(receipt.body.text).toMatch(/^Tanda tangan/);
    // The true one is not shut out by the false.
    expect((await given.send(packet)).body.state).toBe('taken');
  });

  test('cut', async () => {
    const packet = await given.packet(await resident());
    const cut = packet.bytes.subarray(0, packet.bytes.length - 10);
    expect(await refused({ id: packet.id, bytes: cut })).toBe('enrolment.packet_cut');
  });

  test('of a station that nobody enrolled, or in the name of another', async () => {
    const stranger = await givenStation();
    const nik = await resident();
    const packet = await given.packet(nik, {}, stranger);
    expect(await refused(packet, { station: stranger.id })).toBe('enrolment.station_unknown');
    const named = await given.packet(nik, {}, { ...stranger, id: station.id });
    expect(await refused(named)).toBe('enrolment.packet_unsigned');
  });

  test('that names another office than its station’s', async () => {
    const packet = await given.packet(await resident(), { office: await given.office('3273') });
    expect(await refused(packet)).toBe('enrolment.packet_content');
  });

  test('one packet from two stations', async () => {
    const nik = await resident();
    const other = await given.enrolled();
    const packet = await given.packet(nik);
    const same = await given.packet(nik, { id: packet.id }, other);
    expect((await given.send(packet)).body.state).toBe('taken');
    expect(await refused(same, { station: other.id })).toBe('enrolment.packet_two_stations');
    // The same capture under another name, from the same station and from the other.
    expect(await refused(await given.packet(nik))).toBe('enrolment.packet_replayed');
    expect(await refused(await given.packet(nik, {}, other), { station: other.id })).toBe('enrolment.packet_replayed');
    expect(await packetsOf(nik)).toEqual([RECEIVED]);
  });

  test('one capture from two stations at the same moment: one is taken', async () => {
    const nik = await resident();
    const other = await given.enrolled();
    const packets = await Promise.all([given.packet(nik), given.packet(nik, {}, other)]);
    const [first, second] = await Promise.all([given.send(packets[0]), given.send(packets[1], { station: other.id })]);
    expect(new Set([first, second].map(({ body }) => body.state ?? body.code))).toEqual(
      new Set(['taken', 'enrolment.packet_replayed']),
    );
    expect(await packetsOf(nik)).toEqual([RECEIVED]);
  });

  test('another packet under the name of one that is here', async () => {
    const packet = await given.packet(await resident());
    await given.send(packet);
    const other = await given.packet(await resident(), { id: packet.id });
    expect(await refused(other)).toBe('enrolment.packet_other_bytes');
  });

  test('sealed to another centre, and larger than is taken', async () => {
    const packet = await given.packet(await resident());
    const otherKey = `${'A'.repeat(42)}E`;
    expect(await refused(packet, { centreKey: otherKey })).toBe('enrolment.packet_other_centre');
    expect(await refused(packet, { size: 64 * 1024 * 1024 + 1 })).toBe('enrolment.packet_too_large');
  });

  test('a picture of 200 megapixels, one that is none; a template whose length lies, with no minutia or with 300', async () => {
    const lying = givenTemplate('x', 3);
    lying.writeUInt32BE(lying.length + 6, 8);
    const wrong: [string, Uint8Array, string][] = [
      ['face:0', givenPicture('x', 8, { width: 20_000, height: 10_000 }), 'file.picture_too_large'],
      ['face:0', Buffer.from('<svg onload="alert(1)"/>'), 'file.kind_not_accepted'],
      ['finger:3', lying, 'enrolment.template_unreadable'],
      ['finger:3', givenTemplate('x', 3, 0), 'enrolment.template_unreadable'],
      ['finger:3', given300(), 'enrolment.template_unreadable'],
      ['face:0', new Uint8Array(0), 'enrolment.packet_content'],
      ['finger:3', new Uint8Array(0), 'enrolment.packet_content'],
      ['finger:3', Buffer.from('FMR'), 'enrolment.template_unreadable'],
    ];
    const nik = await resident();
    for (const [key, bytes, code] of wrong) {
      const packet = await given.packet(nik, { bytes: { [key]: bytes } });
      expect(await refused(packet)).toBe(code);
      expect((await given.complete(packet.id)).body.code).toBe(code);
      const receipt = await operator.call('GET', `/v1/packets/${packet.id}/receipt`);
      expect(receipt.body).toMatchObject({ state: 'refused', why: [code] });
      expect(receipt.body.text).toMatch(/ .*\.$/);
    }
    expect(await packetsOf(nik)).toEqual([]);
  });

  test('by an officer of another region, who does not even learn that it exists', async () => {
    const packet = await given.packet(await resident());
    await given.announce(packet);
    const stranger = await given.officer({ role: 'operator', officeId: await given.office('3273') });
    expect((await given.put(packet.id, 0, packet.bytes, stranger)).status).toBe(403);
    expect((await given.announce(packet, { by: stranger })).status).toBe(403);
  });
});

describe('what is odd through no fault of the citizen waits for a head of section', () => {
  const waits = async (packet: { id: string; bytes: Uint8Array }, over = {}) => {
    const answer = await given.send(packet, over);
    expect(answer.body).toMatchObject({ state: 'quarantined' });
    expect(answer.body.text.length).toBeGreaterThan(10);
    return answer.body.why as string[];
  };
  const decide = (id: string, decision: 'take' | 'refuse') =>
    given.head.call('POST', `/v1/packets/${id}/decision`, { decision, reason: 'sudah diperiksa' });

  test('a clock that is off; taken, it counts from the day of the capture', async () => {
    const nik = await resident();
    const packet = await given.packet(nik);
    expect(await waits(packet, { clock: '2018-12-11T09:11:00.000Z' })).toEqual(['clock_off']);
    expect(await packetsOf(nik)).toEqual([]);
    const list = await given.head.call('GET', '/v1/packets/quarantine');
    expect(list.body.packets).toContainEqual(
      expect.objectContaining({ id: packet.id, name: SITI.name, clockOffMinutes: 11 }),
    );
    expect(
      (await operator.call('POST', `/v1/packets/${packet.id}/decision`, { decision: 'take', reason: 'x' })).status,
    ).toBe(403);
    expect((await decide(packet.id, 'take')).body).toMatchObject({ state: 'taken', status: 'RECEIVED_AT_CENTRAL' });
    expect(await packetsOf(nik)).toEqual([RECEIVED]);
    expect((await decide(packet.id, 'take')).body.code).toBe('enrolment.not_in_quarantine');
  });

  test('whose pieces are lost is asked of its station again', async () => {
    const packet = await given.packet(await resident());
    await waits(packet, { clock: '2018-12-11T07:00:00.000Z' });
    await given.system((tx) => run(tx, sql`delete from enrolment.piece where intake_id = ${packet.id}`));
    expect((await decide(packet.id, 'take')).body.code).toBe('enrolment.packet_lost');
    expect(await waits(packet)).toEqual(['clock_off']);
    expect((await decide(packet.id, 'take')).body.state).toBe('taken');
  });

  test('a clock that was put right in the middle of the upload was off nevertheless', async () => {
    const packet = await given.packet(await resident());
    await given.announce(packet, { clock: '2018-12-11T08:00:00.000Z' });
    expect(await waits(packet)).toEqual(['clock_off']);
  });

  test('a station revoked after the capture; before it, it is refused', async () => {
    const revoked = await given.enrolled();
    const nik = await resident();
    const packet = await given.packet(nik, {}, revoked);
    const reason = { reason: 'laptop dicuri' };
    expect((await given.admin.call('POST', `/v1/stations/${revoked.id}/revocation`, reason)).status).toBe(204);
    expect(await waits(packet, { station: revoked.id })).toEqual(['station_revoked']);
    const late = { capturedAt: '2018-12-11T09:30:00.000Z' };
    const after = await given.packet(nik, late, revoked);
    expect(await refused(after, { ...late, station: revoked.id })).toBe('enrolment.station_revoked');
    expect((await decide(packet.id, 'refuse')).body).toMatchObject({
      state: 'refused',
      reason: 'sudah diperiksa',
      why: ['enrolment.packet_turned_down'],
    });
    expect((await given.complete(packet.id)).body.code).toBe('enrolment.packet_turned_down');
  });

  test('an officer who left after the capture', async () => {
    const gone = await given.officer({ role: 'operator', officeId: given.officeId });
    const packet = await given.packet(await resident(), { officer: gone.officerId });
    await given.system((tx) =>
      run(tx, sql`update officer.officer set state = 'disabled' where id = ${gone.officerId}`),
    );
    expect(await waits(packet)).toEqual(['officer_revoked']);
  });

  test('somebody recorded before, unknown to the register, dead', async () => {
    const nik = await resident();
    await given.send(await given.packet(nik));
    const again = await given.packet(nik, { bytes: { 'finger:1': givenTemplate('again', 1) } });
    expect(await waits(again)).toEqual(['already_recorded']);
    const unknown = await given.packet('9999010190909999' as Nik);
    expect(await waits(unknown)).toEqual(['person_unknown']);
    expect((await decide(unknown.id, 'take')).body.code).toBe('enrolment.person_not_found');
  });
});

describe('exceptions', () => {
  const exceptions = { 'finger:2': 'missing', 'finger:7': 'injured' } as const;

  test('wait until another officer approves each', async () => {
    const nik = await resident();
    const packet = await given.packet(nik, { exceptions });
    expect((await given.send(packet)).body).toMatchObject({ state: 'taken', status: 'PROCESSING' });
    const list = await given.verifier.call('GET', '/v1/packets/exceptions');
    expect(list.body.packets.find(({ id }: { id: string }) => id === packet.id)).toMatchObject({
      name: SITI.name,
      own: false,
      exceptions: [
        { modality: 'finger', position: 2, reason: 'missing', approved: false },
        { modality: 'finger', position: 7, reason: 'injured', approved: false },
      ],
      pictures: [
        { modality: 'face', position: 0 },
        { modality: 'signature', position: 0 },
      ],
    });
    const approve = (position: number, by = given.verifier) =>
      by.call('POST', `/v1/packets/${packet.id}/approval`, { items: [{ modality: 'finger', position }] });
    expect((await approve(2)).body).toEqual({ left: 1 });
    expect((await approve(2)).body.code).toBe('enrolment.no_such_exception');
    expect((await approve(7)).body).toEqual({ left: 0 });
    expect(await packetsOf(nik)).toEqual([RECEIVED]);
    expect((await approve(7)).body.code).toBe('enrolment.nothing_to_approve');
  });

  test('are not approved by the officer who recorded', async () => {
    const both = await given.officer({ role: 'verifier', officeId: given.officeId });
    const packet = await given.packet(await resident(), { exceptions, officer: both.officerId });
    await given.send(packet);
    const own = await both.call('POST', `/v1/packets/${packet.id}/approval`, {
      items: [{ modality: 'finger', position: 2 }],
    });
    expect(own.body.code).toBe('enrolment.own_recording');
  });

  test('or the recording goes back: it ends, and the person may come again', async () => {
    const nik = await resident();
    const packet = await given.packet(nik, { exceptions });
    await given.send(packet);
    const back = await given.verifier.call('POST', `/v1/packets/${packet.id}/return`, { reason: 'jari ada' });
    expect(back.status).toBe(204);
    expect(await packetsOf(nik)).toEqual([{ status: 12, steps: 3, items: 12, recorded: false }]);
    const view = await operator.call('GET', `/v1/residents/${given.ref(nik)}/recording`, undefined, purpose);
    expect(view.body.standing).toMatchObject({ may: true });
    expect((await given.send(await given.packet(nik))).body.state).toBe('taken');
  });
});

describe('a refused packet', () => {
  const away = (id: string, by = operator, refused = 'enrolment.packet_unsigned') =>
    by.call('POST', `/v1/packets/${id}/putting-away`, {
      station: given.station.id,
      refused,
      because: 'recorded_again',
    });

  test('is put away by an officer of its office, who says what became of the citizen; no other is', async () => {
    const nik = await resident();
    const packet = await given.packet(nik);
    await given.announce(packet);
    expect((await away(packet.id)).body.code).toBe('enrolment.packet_not_refused');
    // Refused when it was announced, it is not here at all.
    expect((await away(crypto.randomUUID())).status).toBe(204);
    const bandung = await given.officer({ role: 'operator', officeId: await given.office('3273') });
    expect((await away(crypto.randomUUID(), bandung)).body.code).toBe('access.outside_jurisdiction');
    expect((await away(packet.id, bandung)).body.code).toBe('access.outside_jurisdiction');
  });
});

describe('a station', () => {
  const enrol = async (code: string, over: Record<string, string> = {}) => {
    const fresh = await givenStation();
    const { proofText } = await import('../station/rules.ts');
    const signature = await crypto.subtle.sign('Ed25519', fresh.signingKey, Buffer.from(proofText(code)));
    const proof = Buffer.from(signature).toString('base64url');
    return operator.call('POST', '/v1/stations', { code, publicKey: fresh.publicKey, proof, ...over });
  };
  const codeFor = (officeId: string, by = given.admin) =>
    by.call('POST', '/v1/stations/codes', { officeId, name: 'Keliling 1', kind: 'mobile' });

  test('enrols once with a code, with a key that it holds', async () => {
    const { code } = (await codeFor(given.officeId)).body;
    expect((await enrol(code, { publicKey: given.station.publicKey })).body.code).toBe('enrolment.station_proof_wrong');
    expect((await enrol(code.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await enrol(code)).body.code).toBe('enrolment.station_code_wrong');
    const list = await operator.call('GET', '/v1/stations');
    expect(list.body.stations).toContainEqual(expect.objectContaining({ name: 'Keliling 1', state: 'active' }));
    expect(list.body.stations).toContainEqual(
      expect.objectContaining({
        id: given.station.id,
        fingerprint: hash(Buffer.from(given.station.publicKey, 'base64url')).slice(0, 16),
      }),
    );
  });

  test('is an administrator’s matter, of his own region', async () => {
    expect((await codeFor(given.officeId, operator)).status).toBe(403);
    expect((await codeFor(await given.office('3273'))).body.code).toBe('access.outside_jurisdiction');
  });
});

async function actorOf() {
  const { givenActor } = await import('../../../../test/given/people.ts');
  return { ...givenActor({ officeId: given.officeId }), id: operator.officerId };
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

test('the board tells where packets wait and the critical times, and opens into the packets', async () => {
  const board = await operator.call('GET', '/v1/packets/board?days=30');
  const waiting = new Map(board.body.waiting.map((line: { status: string; n: number }) => [line.status, line.n]));
  expect(waiting.get('PROCESSING')).toBe(1);
  // From 15.30 to 16.00.
  expect(board.body.critical.toReceipt).toMatchObject({ medianHours: 0.5, p90Hours: 0.5 });
  expect(board.body.critical.toReceipt.n).toBe(waiting.get('RECEIVED_AT_CENTRAL'));
  expect(board.body.critical.toDecision).toEqual({ n: 0, medianHours: null, p90Hours: null });
  given.clock.moveTo(new Date('2018-12-11T11:00:00Z'));
  const search = (body: object) => operator.call('POST', '/v1/packets/search', body);
  // One of the board's own region: the one who lives in Bandung counts on another board.
  const { id: packet } = (await search({ statuses: ['RECEIVED_AT_CENTRAL'] })).body.packets[0];
  await given.system(async (tx) => {
    await settlePackets(tx, systemActor('test'), [{ packet, status: 'PRINT_READY_RECORD' }]);
    await settlePackets(tx, systemActor('test'), [{ packet, status: 'ADJUDICATE_RECORD', why: 'diperiksa lagi' }]);
  });
  const later = await operator.call('GET', '/v1/packets/board?days=30');
  expect(later.body.critical.toDecision).toEqual({ n: 1, medianHours: 2, p90Hours: 2 });
  expect(board.body.intake.quarantined).toBeGreaterThan(0);
  const first = await search({ statuses: ['RECEIVED_AT_CENTRAL'] });
  expect(first.body.packets).toHaveLength(Math.min(50, (waiting.get('RECEIVED_AT_CENTRAL') as number) - 1));
  // Also the one who lives in Bandung.
  const ours = await search({ statuses: ['RECEIVED_AT_CENTRAL'], office: given.officeId });
  expect(ours.body.packets).toHaveLength(first.body.packets.length + 1);
  expect(ours.body.packets.filter(({ name }: { name: string | null }) => name === null)).toHaveLength(1);
  // Of the region and the office: the number in the board's line of that office.
  const line = later.body.offices.find(({ officeId }: { officeId: string }) => officeId === given.officeId);
  const region = { region: '3175', office: given.officeId };
  const behind = await search({
    statuses: ['BIO_CAPTURED', 'PROCESSING', 'SENT_FOR_ENROLLMENT', 'PACKET_RETRY'],
    ...region,
  });
  expect(behind.body.packets).toHaveLength(line.n);
  expect((await search({ statuses: ['RECEIVED_AT_CENTRAL'], ...region })).body.packets).toHaveLength(
    first.body.packets.length,
  );
  const here = await search({ statuses: ['PROCESSING'], office: given.officeId });
  expect(here.body).toMatchObject({
    packets: [{ name: SITI.name, now: { abbreviation: 'PRO', acts: 'supervisor' } }],
    next: null,
  });
});

test('the photo of a person is of the latest recording that stands, and each look is an entry', async () => {
  const nik = await resident();
  const photo = (by = given.verifier) =>
    by.call('GET', `/v1/residents/${given.ref(nik)}/recording/photo`, undefined, purpose);
  expect((await photo()).body.code).toBe('enrolment.image_not_found');
  const looks = () =>
    given.system((tx) =>
      one(
        tx,
        sql<{
          n: number;
        }>`select count(*)::int as n from ledger.access where nik = ${nik}::bigint and detail = 'recording.face'`,
      ),
    );
  const sent = await given.send(await given.packet(nik), { clock: given.clock.now().toISOString() });
  expect(sent.body.state).toBe('taken');
  const answer = await photo();
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('image/png');
  expect((await looks()).n).toBe(1);
  expect((await photo(operator)).status).toBe(403);
  expect((await looks()).n).toBe(1);
});

test('the gallery is made anew from what the centre holds', async () => {
  const { listGallery } = await import('../template.ts');
  const all = await given.system((tx) => listGallery(tx, null, 1000));
  const [first, ...rest] = all;
  const next = await given.system((tx) => listGallery(tx, first!, 1000));
  expect(next).toEqual(rest);
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['RECEIVED_AT_CENTRAL', 'ADJUDICATE_RECORD']));
});
