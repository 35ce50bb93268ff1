/**
 * `npm run bench -- enrolment`: how many packets a second are taken in over HTTP, whole and committed, with templates or with a
 * face to encode;
 * and how long one takes from its receipt to PRINT_READY_RECORD while the gallery holds as many people, one every two seconds.
 */
import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NATION, systemActor, type Actor } from '../src/core/access/index.ts';
import { many, one, sql, type Tx } from '../src/core/db/index.ts';
import type { Template } from '../src/recording/biometric/index.ts';
import {
  enrolStation,
  importRecordings,
  issueStationCode,
  openCentreKey,
  proofText,
  sealPacket,
  STATUSES,
  type PackedItem,
} from '../src/recording/enrolment/index.ts';
import { bodyOf, bodySeed, drawFace, recordBody } from '../src/simulation/index.ts';
import { handOutKeys } from '../src/simulation/journey/index.ts';
import { figure, type Bench } from './bench.ts';
import { filledRegister, type Filled } from './load/filled.ts';

const TAKEN = 100;
const WITH_FACE = 30;
const STEPPED = 30;
const AT_ONCE = 2;
const PIECE = 1024 * 1024;

export const bench: Bench = async ({ size = 2000 }) => {
  const filled = await filledRegister((size + 400) * 2);
  const sequencer = filled.register.house.startSequencer((fault) => {
    throw fault;
  });
  try {
    const station = await givenStation(filled);
    const niks = await adults(filled);
    await fillGallery(filled, niks.splice(0, size));
    while ((await filled.register.house.ground.ledger.oldestPendingMs()) > 0) await sleep(50);
    const take = () => niks.pop()!;

    const plain = await sealed(station, TAKEN, (n) =>
      packetItems(take(), recordBody(bodyOf('taken', n), { number: 1 })),
    );
    const plainRate = await rateOf(plain, (packet) => station.send(packet));
    // Drawn faces, each another: the detector finds them, so that all networks run.
    const faces = await Promise.all(Array.from({ length: WITH_FACE + 1 }, (_, n) => drawFace(bodySeed('faced', n), 1)));
    const { house } = filled.register;
    const faced = await sealed(station, WITH_FACE, (n) => {
      const { nik, items } = packetItems(take(), recordBody(bodyOf('faced', n), { number: 1, withoutFace: true }));
      return { nik, items: [pictureItem('face', faces[n]!), ...items] };
    });
    const engine = house.ground.gallery.engine();
    const encode = (n: number) => engine.extract({ modality: 'face', position: 0, picture: faces[n]! });
    await encode(WITH_FACE);
    const facedRate = await rateOf(faced, async (packet, n) => {
      await station.send(packet);
      await encode(n);
    });

    // The searches that were asked for meanwhile are done first, and with them the gallery is made.
    const workers = await house.startWorkers();
    await waitForSearches(filled);
    const took: number[] = [];
    const stepped = await sealed(station, STEPPED, (n) =>
      packetItems(take(), recordBody(bodyOf('stepped', n), { number: 1 })),
    );
    for (const packet of stepped) {
      const began = performance.now();
      await station.send(packet);
      took.push(await printReadyAfter(filled, packet.id, began));
      await sleep(Math.max(0, 2000 - (performance.now() - began)));
    }
    await workers.stop();
    await station.close();
    const p95 = took.toSorted((a, b) => a - b)[Math.ceil(took.length * 0.95) - 1]!;
    return {
      name: 'enrolment',
      size,
      figures: [
        figure('enrolment.packets_per_second', plainRate, '/s'),
        figure('enrolment.face_packets_per_second', facedRate, '/s'),
        figure('enrolment.to_print_ready_p95_seconds', p95, 's'),
      ],
      leftOut: [
        `${AT_ONCE} packets at once, announced, sent and ended through the server's routes, without a socket (inject)`,
        'there are no photos of people: faces are drawn, 480 x 640, and every network of the encoder runs on them',
        `the gallery of ${size} holds ten fingers each, as a table brings them; probes have a face too`,
      ],
    };
  } finally {
    await sequencer.stop();
    await filled.remove();
  }
};

interface Packet {
  readonly id: string;
  readonly bytes: Buffer;
  readonly capturedAt: string;
}

interface Recorded {
  readonly nik: string;
  readonly items: readonly PackedItem[];
}

interface Station {
  seal(recorded: Recorded): Promise<Packet>;
  send(packet: Packet): Promise<void>;
  close(): Promise<void>;
}

async function givenStation({ register, cast }: Filled): Promise<Station> {
  const { database } = register.house;
  const actor: Actor = cast.players.find((player) => player.role === 'operator')!.actor;
  const as = <Result>(work: (tx: Tx) => Promise<Result>) => database.transact('app', actor, work);
  const http = await signedIn(register.house, cast);
  const { centreKey } = await as(openCentreKey);
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey)).toString('base64url');
  const officeId = actor.officeId!;
  const { code } = await as((tx) => issueStationCode(tx, actor, { officeId, name: 'Loket 1', kind: 'fixed' }));
  const proof = Buffer.from(await crypto.subtle.sign('Ed25519', pair.privateKey, Buffer.from(proofText(code))));
  const { id: station } = await as((tx) =>
    enrolStation(tx, actor, { code, publicKey, proof: proof.toString('base64url') }),
  );
  const now = () => register.house.ground.clock.now().toISOString();
  return {
    close: () => http.close(),
    async seal({ nik, items }) {
      const id = randomUUID();
      const capturedAt = now();
      const about = { nik, officer: actor.id, office: officeId, kind: 'first', capturedAt } as never;
      const recording = { about, items: [...items] };
      const bytes = await sealPacket({ id, station, signingKey: pair.privateKey, centreKey, recording });
      return { id, bytes: Buffer.from(bytes), capturedAt };
    },
    async send({ id, bytes, capturedAt }) {
      const digest = createHash('sha256').update(bytes).digest('hex');
      const size = bytes.length;
      await http.call('POST', '/v1/packets', { id, station, centreKey, capturedAt, size, digest, clock: now() });
      for (let at = 0; at < size; at += PIECE)
        await http.call('PUT', `/v1/packets/${id}/pieces/${at}`, bytes.subarray(at, at + PIECE));
      const { state, text } = await http.call('POST', `/v1/packets/${id}/completion`, {});
      if (state !== 'taken') throw new Error(`a packet was ${state}: ${text}`);
    },
  };
}

interface SignedIn {
  call(method: 'POST' | 'PUT', url: string, body: object): Promise<{ state: string; text: string | null }>;
  close(): Promise<void>;
}

/** The operator's browser, without the wire: the server's own way in for requests. */
async function signedIn(house: Filled['register']['house'], cast: Filled['cast']): Promise<SignedIn> {
  const app = await house.serve({ rateFactor: 10_000 });
  const { links } = await handOutKeys(house.database, cast, 'http://localhost');
  const token = links.find(({ role }) => role === 'operator')!.link.split('#')[1];
  const headers = { host: 'localhost' };
  const session = await app.inject({ method: 'POST', url: '/v1/session/link', headers, payload: { token } });
  const cookies = Object.fromEntries(session.cookies.map(({ name, value }) => [name, value]));
  const csrf = cookies['jatidiri_csrf'];
  if (!csrf) throw new Error(`nobody was signed in: ${session.statusCode}`);
  return {
    async call(method, url, body) {
      const sent = { ...headers, 'idempotency-key': randomUUID(), 'x-csrf-token': csrf, 'jatidiri-purpose': 'service' };
      const piece = Buffer.isBuffer(body) ? multipart(body) : null;
      const all = { ...sent, ...(piece && { 'content-type': piece.type }) };
      const answer = await app.inject({ method, url, cookies, headers: all, payload: piece?.payload ?? body });
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body.slice(0, 300)}`);
      return answer.json();
    },
    close: () => app.close(),
  };
}

function multipart(bytes: Buffer): { type: string; payload: Buffer } {
  const boundary = randomUUID();
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="piece"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, payload };
}

const plainItem = { tries: 1, exception: null, format: null, mediaType: null };

function packetItems(nik: string, templates: readonly Template[]): Recorded {
  return {
    nik,
    items: templates.map(({ modality, position, format, quality, bytes }) => ({
      about: { ...plainItem, modality, position, format, quality },
      bytes,
    })),
  };
}

function pictureItem(modality: 'face', bytes: Buffer): PackedItem {
  return { about: { ...plainItem, modality, position: 0, quality: 80, mediaType: 'image/jpeg' }, bytes };
}

async function sealed(station: Station, count: number, make: (n: number) => Recorded): Promise<Packet[]> {
  const packets: Packet[] = [];
  for (let n = 0; n < count; n++) packets.push(await station.seal(make(n)));
  return packets;
}

async function rateOf(packets: readonly Packet[], send: (packet: Packet, n: number) => Promise<void>): Promise<number> {
  const began = performance.now();
  let next = 0;
  const work = async () => {
    while (next < packets.length) {
      const n = next++;
      await send(packets[n]!, n);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return (packets.length * 1000) / (performance.now() - began);
}

/** Who may be recorded at once: of age, here, citizens. */
async function adults({ register }: Filled): Promise<string[]> {
  const rows = await register.house.database.transact('system', systemActor('bench'), (tx) =>
    many(
      tx,
      sql<{ nik: string }>`select lpad(r.nik::text, 16, '0') as nik from resident_read.resident r
         where r.birth_date < '2000-01-01' and r.state = 1 and r.nationality = 'IDN' order by r.nik`,
    ),
  );
  return rows.map(({ nik }) => nik);
}

/** Recorded before, by table: ten fingers each, whose templates are made when they are read. */
async function fillGallery({ register }: Filled, niks: readonly string[]): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  try {
    const fingers = Array.from({ length: 10 }, (_, n) => n + 1);
    const head = ['nik', 'status', 'recorded_on', ...fingers.map((finger) => `finger_${finger}`)];
    const rows = niks.map((nik, n) => [nik, 'PRR', '2018-01-02', ...fingers.map((finger) => `${n}/${finger}.fmr`)]);
    const path = join(dir, 'rekam.csv');
    writeFileSync(path, `${[head, ...rows].map((row) => row.join(',')).join('\n')}\n`);
    let last: { n: number; templates: Template[] } | null = null;
    const files = {
      async read(name: string) {
        const [n, finger] = name.replace('.fmr', '').split('/').map(Number) as [number, number];
        if (last?.n !== n) last = { n, templates: recordBody(bodyOf('bench', n), { number: 1 }) };
        return Buffer.from(last.templates[finger]!.bytes);
      },
      close: async () => undefined,
    };
    const actor = { ...systemActor('bench'), jurisdiction: NATION };
    const { created } = await importRecordings(register.house, { name: 'rekam.csv', path }, { actor, files });
    if (created !== niks.length) throw new Error(`${created} of ${niks.length} recordings were imported`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function waitForSearches({ register }: Filled): Promise<void> {
  for (;;) {
    const { n } = await register.house.database.transact('system', systemActor('bench'), (tx) =>
      one(tx, sql<{ n: number }>`select count(*)::int as n from uniqueness.search where outcome is null`),
    );
    if (n === 0) return;
    await sleep(200);
  }
}

async function printReadyAfter({ register }: Filled, id: string, began: number): Promise<number> {
  for (;;) {
    const { status } = await register.house.database.transact('system', systemActor('bench'), (tx) =>
      one(tx, sql<{ status: number }>`select status from enrolment_read.packet where id = ${id}`),
    );
    const seconds = (performance.now() - began) / 1000;
    if (status === STATUSES.PRINT_READY_RECORD.code) return seconds;
    if (seconds > 60) throw new Error(`a packet stands at ${status} after a minute`);
    await sleep(20);
  }
}
