import { beforeAll, expect, it } from 'vitest';
import { givenServer, type Caller, type GivenServer } from '../../../test/given/serving.ts';
import { newId } from '../id/index.ts';
import { leafHash, openCheckpoint, parseVerifierLine, provesConsistency, provesInclusion } from './log/index.ts';

let given: GivenServer;
let auditor: Caller;
let operator: Caller;

beforeAll(async () => {
  given = await givenServer();
  auditor = await given.officer({ role: 'auditor' });
  operator = await given.officer({ role: 'operator', officeId: await given.office('3175') });
  const sequencer = given.house.startSequencer(() => {});
  await sequencer.ready;
  await sequencer.stop();
});

const hashes = (proof: string[]) => proof.map((hash) => Buffer.from(hash, 'base64'));

async function checkpoint() {
  const note = (await given.anybody.call('GET', '/v1/ledger/checkpoint')).body as string;
  const key = parseVerifierLine((await given.anybody.call('GET', '/v1/ledger/key')).body);
  return { note, ...openCheckpoint(note, key)! };
}

it('anybody reads checkpoints and hash tiles, and only tiles that can be', async () => {
  const { size } = await checkpoint();
  expect(size).toBeGreaterThan(1);
  const tile = await given.anybody.call('GET', `/v1/ledger/tile/0/000.p/${size}`);
  expect([tile.status, tile.headers['content-length']]).toEqual([200, String(size * 32)]);
  for (const path of ['0/001', '0/000.p/0', '99/000', '0/..%2f..%2fkey', '0/000.p/300']) {
    expect((await given.anybody.call('GET', `/v1/ledger/tile/${path}`)).status).toBe(404);
  }
});

it('entries need the auditor, each comes with a proof that holds', async () => {
  const { root, size, note } = await checkpoint();
  for (const path of ['/v1/ledger/entries', `/v1/ledger/tile/entries/000.p/${size}`, `/v1/ledger/entries/${newId()}`]) {
    expect((await given.anybody.call('GET', path)).status).toBe(401);
    expect((await operator.call('GET', path)).status).toBe(403);
  }
  const list = (await auditor.call('GET', '/v1/ledger/entries?limit=3')).body;
  expect(list.entries.map((each: { seq: number }) => each.seq)).toEqual([size - 1, size - 2, size - 3]);

  const bundle = await given.app.inject({ url: '/v1/ledger/checkpoint', headers: { host: 'localhost' } });
  expect(bundle.headers['content-type']).toMatch(/^text\/plain/);

  const { body } = await auditor.call('GET', `/v1/ledger/entries/${list.entries[1].entry.id}`);
  expect(body).toMatchObject({ seq: size - 2, entry: list.entries[1].entry, checkpoint: note });
  const claim = {
    index: body.seq,
    size,
    leafHash: Buffer.from(body.leafHash, 'base64'),
    proof: hashes(body.proof),
    root,
  };
  expect(provesInclusion(claim)).toBe(true);
  expect(provesInclusion({ ...claim, leafHash: leafHash(Buffer.from('{}')) })).toBe(false);
  expect((await auditor.call('GET', `/v1/ledger/entries/${newId()}`)).status).toBe(404);
});

it('an older checkpoint is proved to be the beginning of the newer', async () => {
  const old = await checkpoint();
  const sequencer = given.house.startSequencer(() => {});
  await given.officer({ role: 'auditor' });
  await sequencer.ready;
  await sequencer.stop();
  const fresh = await checkpoint();
  expect(fresh.size).toBeGreaterThan(old.size);
  const { body } = await given.anybody.call('GET', `/v1/ledger/consistency?from=${old.size}&to=${fresh.size}`);
  const claim = { size1: old.size, root1: old.root, size2: fresh.size, root2: fresh.root, proof: hashes(body.proof) };
  expect(provesConsistency(claim)).toBe(true);
  expect((await given.anybody.call('GET', `/v1/ledger/consistency?from=1&to=${fresh.size + 1}`)).status).toBe(422);
});

it('an auditor has the whole log verified, also against a checkpoint of his own', async () => {
  const { note, size, root } = await checkpoint();
  const { body } = await auditor.call('POST', '/v1/ledger/verify', { against: note });
  expect(body).toMatchObject({ ok: true, size, root: root.toString('base64'), checkpoint: note, firstBad: null });
});

it('a log that is no demonstration is not tampered with', async () => {
  const { status, body } = await auditor.call('POST', '/v1/ledger/tamper', { kind: 'delete' });
  expect([status, body.code]).toEqual([403, 'ledger.demo_only']);
});
