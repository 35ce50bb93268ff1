import { expect, test } from 'vitest';
import { givenResidents, PONDOK_KELAPA } from '../../../test/given/people.ts';
import { givenPeople } from '../verification/canary/given-people.ts';
import { ABSENT } from '../verification/given-partner.ts';
import { givenMatching } from './given-matching.ts';

test('an invented person in a file is answered as anybody: who holds a leaked list learns nothing from it', async () => {
  const given = await givenMatching();
  // Among whom the invented one can hide.
  await givenResidents(
    given,
    givenPeople(40).map((person) => ({ ...person, villageCode: PONDOK_KELAPA })),
  );
  const owner = await given.partner();
  const thief = await given.partner({ packageRows: 10 });
  await given.ok(given.dian.call('POST', `/v1/partners/institutions/${owner.id}/canaries`, { count: 1 }));
  const { canarySeal, book } = given.house.ground.verification;
  const { rows } = await given.system((tx) =>
    tx.client.query<{ id: string; sealed: Buffer }>(
      'select id, sealed from verification.canary where institution_id = $1',
      [owner.id],
    ),
  );
  const { nik, subject } = canarySeal.unseal(rows[0]!.id, rows[0]!.sealed);
  await book.refresh();
  const handed = await given.handedIn(
    thief,
    `REF,NIK,NAMA,TANGGAL LAHIR\nR-1,${nik},${subject.name},${subject.birthDate}\nR-2,${ABSENT},${subject.name},${subject.birthDate}\n`,
  );
  await given.work(handed.body.id);
  const { lines } = await given.result(thief, handed.body.id);
  expect([lines.get('R-1'), lines.get('R-2')]).toEqual([
    ['100', 'match'],
    ['no_match', 'no_match'],
  ]);
});
