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
  const { id } = await given.system((tx) =>
    one(tx, sql<{ id: string }>`select id from uniqueness.adjudication where packet_id = ${sent[1]!.packet}`),
  );
  return { id, earlier: sent[0]!, later: sent[1]! };
}
