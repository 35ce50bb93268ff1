import { afterAll, expect, test } from 'vitest';
import { givenServer, PASSWORD } from '../../../test/given/serving.ts';
import { givenCards } from './given-disposal.ts';

const given = await givenServer();
// Entries that nobody numbers would stop disclosures after ten seconds.
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());

test('over the wire a bag goes from the counter to an approved destruction, each step by who may', async () => {
  given.clock.moveTo(new Date('2018-12-19T03:00:00Z'));
  const officeId = await given.office('3175');
  const clerk = await given.officer({ role: 'operator', officeId });
  const keeper = await given.officer({ role: 'store_keeper', officeId });
  const verifier = await given.officer({ role: 'verifier', officeId });
  const head = await given.officer({ role: 'office_head', officeId });
  const colleague = await given.officer({ role: 'office_head', officeId });
  const above = await given.officer({ role: 'office_head', officeId: await given.office('31') });
  const [card] = await given.system((tx) => givenCards(tx, 1, 'INVALID'));

  const piece = { nik: card!.nik, serial: card!.serial, cause: 'superseded', printedYear: 2013 };
  const taken = await clerk.call('POST', '/v1/disposal/pieces', { source: 'Loket 1', piece });
  expect(taken.body.byOutcome.taken_in).toBe(1);
  expect((await clerk.call('POST', '/v1/disposal/bags', {})).body.code).toBe('access.scope_missing');
  const loose = (await keeper.call('GET', '/v1/disposal/pieces')).body.pieces;
  expect(loose[0].nik).toBe(`${card!.nik.slice(0, 6)}******${card!.nik.slice(-4)}`);
  const bag = (await keeper.call('POST', '/v1/disposal/bags')).body;
  const at = `/v1/disposal/bags/${bag.id}`;
  expect((await keeper.call('POST', `${at}/pieces`, { pieces: [loose[0].id] })).body).toEqual({ n: 1 });
  expect((await keeper.call('POST', `${at}/seal`, { seal: 'sgl-1', counted: 1 })).status).toBe(200);
  const count = { counted: 1, seal: 'SGL-1', sealWhole: true };
  expect((await keeper.call('POST', `${at}/counts`, count)).body.code).toBe('disposal.own_count');
  expect((await verifier.call('POST', `${at}/counts`, count)).body.agrees).toBe(true);
  await keeper.call('POST', `${at}/place`, { place: 'Rak 1' });

  const planning = { place: 'Halaman Dinas', plannedOn: '2018-12-19', method: 'burn', bags: [bag.id] };
  expect((await keeper.call('POST', '/v1/disposal/plans', planning)).body.code).toBe('access.scope_missing');
  const plan = (await head.call('POST', '/v1/disposal/plans', planning)).body;
  const approve = { assertion: { method: 'password', password: PASSWORD } };
  const approval = `/v1/proposals/${plan.proposalId}/approve`;
  expect((await head.call('POST', approval, approve)).body.code).toBe('approval.own');
  expect((await colleague.call('POST', approval, approve)).body.code).toBe('disposal.approve_same_unit');
  expect((await above.call('GET', '/v1/proposals')).body.proposals[0].summary).toContain('Musnahkan 1 keping');
  expect((await above.call('POST', approval, approve)).status).toBe(200);
  expect((await head.call('GET', `/v1/disposal/plans/${plan.id}`)).body.state).toBe('approved');
  const begun = await verifier.call('POST', `/v1/disposal/plans/${plan.id}/beginning`);
  expect(begun.body).toEqual({ sample: 1, confidence: 0.95, faulty: 1 });
});
