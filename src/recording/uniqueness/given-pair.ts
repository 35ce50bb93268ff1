import { givenResidents, type SITI } from '../../../test/given/people.ts';
import { systemActor } from '../../core/access/index.ts';
import { one, sql } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import { bodyOf, recordBody } from '../../simulation/body/index.ts';
import type { GivenEnrolment } from '../enrolment/given-enrolment.ts';
import { givenRecording, searchIn } from './given-search.ts';

export interface OfPair {
  readonly nik: Nik;
  readonly packet: Uuid;
}
export interface GivenPair {
  readonly id: string;
  readonly earlier: OfPair;
  readonly later: OfPair;
}

type Person = Partial<typeof SITI>;

/** One body recorded under two NIKs, the earlier and the later, searched for: what the machine leaves to people. */
export async function givenPair(
  given: GivenEnrolment,
  body: number,
  earlier: Person,
  later: Person,
): Promise<GivenPair> {
  const niks = (await givenResidents(given, [earlier, later])) as [Nik, Nik];
  const sent: OfPair[] = [];
  for (const [n, nik] of niks.entries()) {
    const templates = recordBody(bodyOf('pair', body), { number: n + 1, wear: 0.1 });
    const packet = await givenRecording(given, nik, templates, { pictures: n === 1 });
    await searchIn(given.house, systemActor('test'), { nik, packet });
    given.clock.moveTo(new Date(given.clock.now().getTime() + 1000));
    sent.push({ nik, packet });
  }
  return { id: await pairAt(given, sent[1]!), earlier: sent[0]!, later: sent[1]! };
}

async function pairAt(given: GivenEnrolment, { packet }: OfPair): Promise<string> {
  const { id } = await given.system((tx) =>
    one(tx, sql<{ id: string }>`select id from uniqueness.adjudication where packet_id = ${packet}`),
  );
  return id;
}

/** One NIK recorded with two bodies; the second waited in quarantine until a head of section took it. */
export async function givenOwnDiffers(given: GivenEnrolment, body: number): Promise<GivenPair> {
  const [nik] = (await givenResidents(given, [{ name: `CONTOH TUKAR ${String.fromCharCode(65 + (body % 26))}` }])) as [
    Nik,
  ];
  const record = (n: number) =>
    givenRecording(given, nik, recordBody(bodyOf('own', body * 2 + n), { number: 1, wear: 0.1 }));
  const search = (packet: Uuid) => searchIn(given.house, systemActor('test'), { nik, packet });
  const earlier = { nik, packet: await record(0) };
  await search(earlier.packet);
  given.clock.moveTo(new Date(given.clock.now().getTime() + 1000));
  const later = { nik, packet: await record(1) };
  await given.head.call(
    'POST',
    `/v1/packets/${later.packet}/decision`,
    { decision: 'take', reason: 'terlanjur direkam' },
    { 'jatidiri-purpose': 'duplicate' },
  );
  await search(later.packet);
  return { id: await pairAt(given, later), earlier, later };
}
