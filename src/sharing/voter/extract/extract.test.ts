import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { BANDUNG, givenActor, givenResidents, PONDOK_KELAPA, PONDOK_KOPI } from '../../../../test/given/people.ts';
import { PASSWORD } from '../../../../test/given/serving.ts';
import { scratchFolder } from '../../../../test/given/scratch.ts';
import type { CommandContext } from '../../../core/command.ts';
import { many, sql } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { KeyDestroyed } from '../../../core/vault/index.ts';
import { changeResidents } from '../../../register/resident/index.ts';
import { readRecount } from '../acceptance/rules.ts';
import { getElection } from '../election/election.ts';
import { votersQuery } from '../eligibility/sql.ts';
import { givenVoter } from '../given-voter.ts';
import { proveVoter, standingIn } from '../proof/prove.ts';
import { openSealed } from '../seal/sealed-file.ts';
import { openKey } from '../seal/commission-key.ts';
import { verifyCommands } from '../verify/commands.ts';
import { verifyProof } from '../verify/verify-proof.ts';
import { readManifest, verifyExtract } from '../verify/verify.ts';
import type { FaultCode } from '../verify/words.ts';
import { sweepJob } from './abandon.ts';
import { extractCommands } from './commands.ts';
import { handOut } from './hand-out.ts';
import { KEY_FILE } from './layout.ts';
import { makeExtract } from './make.ts';
import { makeJob } from './order.ts';
import { findContentKey, findSaltKey, folderOf, makeKeys, wayTo } from './shelf.ts';
import { eachPlace, findExtract, findReleased, type ExtractRow } from './sql.ts';

const given = await givenVoter();
const day = asCivilDate;
const system = givenActor({ region: '' });
const root = mkdtempSync(join(scratchFolder(), 'jatidiri-list-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = (name: string) => join(root, name);

const VERIFIER = fileURLToPath(new URL('../../../core/ledger/verifier.mjs', import.meta.url));
const commission = generateKeyPairSync('x25519');
const pem = (key = commission.publicKey) => key.export({ type: 'spki', format: 'pem' }) as string;
const LETTER = { issuer: 'KPU CONTOH', number: '12/KPU/2018', datedOn: '2018-12-01' };

let electionId: string;
let people: Nik[];
/** Moved after the cut-off; named otherwise after the freeze; votes at a mission; does not vote. */
let moved: Nik;
let renamed: Nik;
let abroad: Nik;
let child: Nik;

const change = (nik: Nik, delta: object, occurredOn = '2018-12-10') =>
  given.system((tx) =>
    changeResidents(tx, system, { kind: 'test', label: 'resident.moved', occurredOn: day(occurredOn) }, [
      { nik, delta },
    ]),
  );

const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());

beforeAll(async () => {
  people = await givenResidents(
    given,
    Array.from({ length: 60 }, (_, n) => ({
      name: n === 7 ? 'CONTOH "BUNG", A' : `CONTOH ${n}`,
      birthDate: day(n % 6 === 0 ? '2010-01-01' : '1980-01-01'),
      sex: (1 + (n % 2)) as 1 | 2,
      maritalStatus: 1 + (n % 4 === 3 ? 1 : 0),
      villageCode: [PONDOK_KELAPA, PONDOK_KOPI, BANDUNG][n % 3]!,
      rt: n % 5 === 0 ? null : 3,
    })),
  );
  [moved, renamed, abroad, child] = [people[1]!, people[2]!, people[5]!, people[12]!];
  await change(moved, { villageCode: BANDUNG, address: 'JALAN BARU, NO. 2', rt: 9 });
  await given.ok(given.list('mission', ['nik,perwakilan,sejak,sampai', `${abroad},"KJRI CONTOH, JEDDAH",2018-01-01,`]));
  electionId = await given.opened();
});

/** As on a terminal; the register is the one of this file. */
async function command(...args: string[]) {
  const done: { document: unknown; exitCode: number } = { document: undefined, exitCode: 0 };
  const context: CommandContext = {
    withRegister: (_command, work) => work(given.house),
    print: (_command, printed, lines) => {
      done.document = printed;
      expect(lines().length).toBeGreaterThan(0);
    },
    fails: () => (done.exitCode = 1),
  };
  const program = new Command('jatidiri');
  extractCommands.add(program, context);
  verifyCommands.add(program, context);
  await program.parseAsync(['voter', ...args], { from: 'user' });
  return done;
}

const make = (over: Partial<Parameters<typeof makeExtract>[2]> = {}) =>
  given.system((tx) => makeExtract(tx, system, { electionId, ...over }));
const extract = (id: string) => given.system(async (tx) => (await findExtract(tx, id))!);
const seen = async () => (await given.dian.call('GET', `/v1/voters/elections/${electionId}/extracts`)).body;
/** What the officers' list of work says of the election. */
const waits = async () => {
  const { elections } = (await given.dian.call('GET', '/v1/voters/elections')).body;
  return elections.find((one: { id: string }) => one.id === electionId).waitsFor?.act ?? null;
};
const propose = (id: string) => given.dian.call('POST', `/v1/voters/extracts/${id}/proposal`);

describe('making a list', () => {
  test('stopped in the middle leaves nothing: no row, no file, no key', async () => {
    const dir = folder('stopped');
    const stop = () => {
      throw new Error('stopped');
    };
    await expect(make({ dir, onRows: stop })).rejects.toThrow('stopped');
    expect(readdirSync(root)).toEqual([]);
    expect((await seen()).extracts).toEqual([]);
  });

  test('takes whoever the rules say, each once and in order, and the same root again', async () => {
    const first = await make({ dir: folder('first') });
    const wanted = await given.system(async (tx) => {
      const ballot = await getElection(tx, electionId);
      return many(tx, sql<{ nik: Nik; reasons: number }>`select v.* from (${sql.raw(votersQuery(ballot))}) v`);
    });
    const voters = wanted.filter(({ reasons }) => reasons === 0).map(({ nik }) => nik);
    const held = await given.system(async (tx) => {
      const all: string[] = [];
      for await (const { niks } of eachPlace(tx, first.id))
        for (let at = 0; at < niks.length; at += 8) all.push(niks.readBigUInt64BE(at).toString().padStart(16, '0'));
      return all;
    });
    expect(held.toSorted()).toEqual(voters.toSorted());
    expect(first).toMatchObject({ eligible: voters.length, excluded: { under_age: 10, dead: 0 } });
    // Two regencies and those abroad, four files each; places and DAK2.
    expect(first.files).toBe(14);
    await expect(make({ dir: folder('first') })).rejects.toMatchObject({ code: 'voter.extract_folder' });
    // Another salt, so another root: what was made before is noise from now on.
    const again = await make({ dir: folder('again') });
    expect(again.root).not.toBe(first.root);
    expect((await extract(first.id)).state).toBe('ABANDONED');
    await given.system(async (tx) => {
      expect([findContentKey(tx, first.id), findSaltKey(tx, first.id)]).toEqual([null, null]);
      expect(() => makeKeys(tx, first.id)).toThrow(KeyDestroyed);
      expect(findSaltKey(tx, again.id)).toHaveLength(32);
    });
  });

  test('by village and in one form alone lays out the same voters', async () => {
    const made = await make({ dir: folder('village'), by: 'village', formats: ['rows'] });
    expect(readdirSync(folder('village')).filter((name) => /^[0-9]{10}$/.test(name))).toEqual(
      [PONDOK_KELAPA, PONDOK_KOPI, BANDUNG].toSorted(),
    );
    expect(await verifyExtract({ dir: folder('village') })).toMatchObject({ ok: true, eligible: made.eligible });
  });
});

describe('the release', () => {
  let id: string;
  let handed: string;
  let released: ExtractRow;
  test('is ordered once, proposed by one officer, approved by another, and only with the key that both saw', async () => {
    const order = () => given.dian.call('POST', `/v1/voters/elections/${electionId}/extracts`);
    ({ id } = await given.ok(order()));
    expect((await given.ok(order())).id).toBe(id);
    expect((await propose(id)).body.code).toBe('voter.extract_state');
    // A first attempt is killed in the middle; what it left is in nobody's way.
    const { dir, way } = await given.system(async (tx) => ({
      dir: folderOf(tx, id),
      way: wayTo(folderOf(tx, id), id),
    }));
    const stop = () => {
      throw new Error('stopped');
    };
    await expect(make({ id: id as Uuid, onRows: stop })).rejects.toThrow('stopped');
    mkdirSync(join(way, '3175'), { recursive: true });
    await given.system((tx) => makeJob.run(tx, { id, electionId }));
    expect([existsSync(dir), existsSync(way)]).toEqual([true, false]);
    // Twice: the worker that died after the commit is told nothing new.
    await given.system((tx) => makeJob.run(tx, { id, electionId }));
    expect((await propose(id)).body.code).toBe('voter.key_missing');
    expect(await waits()).toBe('release');
    const key = (publicKey: string) =>
      given.dian.call('POST', `/v1/voters/elections/${electionId}/commission-key`, { ...LETTER, publicKey });
    expect((await key('bukan kunci')).body.errors[0]).toMatchObject({
      path: 'publicKey',
      code: 'voter.key_unreadable',
    });
    await given.ok(key(pem()));
    expect((await key(pem())).body.code).toBe('voter.key_known');
    const { proposalId: first } = await given.ok(propose(id));
    expect((await given.ok(propose(id))).proposalId).toBe(first);
    expect((await given.approve(given.dian, first)).body.code).toBe('approval.own');
    await given.ok(key(pem(generateKeyPairSync('x25519').publicKey)));
    expect((await given.approve(given.bagus, first)).body.code).toBe('approval.stale');
    expect((await seen()).extracts[0].proposal).toMatchObject({ state: 'waiting', stale: true });
    await given.ok(key(pem()));
    const { proposalId } = await given.ok(propose(id));
    expect(await waits()).toBeNull();
    const out = { approval: proposalId, dir: folder('handed') };
    await expect(given.system((tx) => handOut(tx, out))).rejects.toMatchObject({ code: 'voter.extract_not_released' });
    await given.ok(given.approve(given.bagus, proposalId));
    released = await given.system(async (tx) => (await findReleased(tx, electionId))!);
    expect(released).toMatchObject({ id, state: 'RELEASED', releasedBy: given.bagus.officerId });
    handed = (await given.system((tx) => handOut(tx, out))).dir;
    const { state } = (await given.dian.call('GET', `/v1/voters/elections/${electionId}`)).body;
    expect(state).toBe('FROZEN');
    expect((await order()).body.code).toBe('voter.election_state');
    await expect(make({ dir: folder('late') })).rejects.toMatchObject({ code: 'voter.election_state' });
    await given.system(async (tx) => expect(findContentKey(tx, id)).toBeNull());
  });

  test('opens to the commission alone: full rows, masked rows, and nothing plain on the disk', async () => {
    const { manifest, manifestSha256 } = await readManifest(handed);
    const { sealedKey } = JSON.parse(readFileSync(join(handed, KEY_FILE), 'utf8'));
    const bound = { extractId: id, root: manifest.root, manifestSha256 };
    const key = (await openKey(commission.privateKey, Buffer.from(sealedKey, 'base64'), bound))!;
    const read = async (kind: string, part: string) => {
      const { path } = manifest.files.find((file) => file.kind === kind && file.part === part)!;
      const sealed = { key, extractId: id, path };
      return Buffer.concat(await Array.fromAsync(openSealed(join(handed, path), sealed))).toString();
    };
    const jakarta = await read('rows', '3175');
    expect(jakarta).toContain(`${moved},`);
    expect(jakarta.split('\n').find((line) => line.startsWith(moved))).toMatch(
      new RegExp(`CONTOH 1,.*,1980-01-01,P,B,JALAN CONTOH 1,3,2?.*,${PONDOK_KOPI},$`),
    );
    expect(await read('rows', 'luar-negeri')).toMatch(new RegExp(`\\n${abroad},.*"KJRI CONTOH, JEDDAH"\\n$`));
    const masked = await read('masked', '3175');
    expect(masked).toContain(`${moved.slice(0, 6)}**********`);
    expect(masked).not.toMatch(/[0-9]{16}|1980-01-01/);
    expect((await read('parquet', '3175')).slice(0, 4)).toBe('PAR1');
    for (const { path } of manifest.files) expect(readFileSync(join(handed, path)).includes(moved)).toBe(false);
  });

  test('verifies without a database: held against the manifest, and opened, counted and rooted anew', async () => {
    const { folder: log } = given.house.ground.ledger.place;
    const logKey = (await log.keyLine())!;
    const held = await verifyExtract({ dir: handed, logKey });
    expect(held).toMatchObject({ ok: true, opened: false, checkpoint: 'signed', root: released.root, faults: [] });
    expect(await verifyExtract({ dir: handed, roots: true })).toMatchObject({ ok: true, opened: false });
    const opened = await verifyExtract({ dir: handed, key: commission.privateKey });
    expect(opened).toMatchObject({ ok: true, opened: true, faults: [] });
    const other = await verifyExtract({ dir: handed, key: generateKeyPairSync('x25519').privateKey });
    expect(other.faults.map(({ code }) => code)).toEqual(['key_other']);
  });

  test('is handed out and verified on a terminal, and the commission’s count is written as the page takes it', async () => {
    const [out, keyPath, counts] = [folder('terminal'), folder('kunci.pem'), folder('hitungan.csv')];
    const said = await command(
      'extract',
      '--voting-day',
      '2019-04-17',
      '--approval',
      released.proposalId!,
      '--out',
      out,
    );
    const { eligible, root: of } = released;
    expect(said.document).toMatchObject({ eligible, root: of, files: 14, released: true, rowsPerSecond: null });
    writeFileSync(keyPath, commission.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(await command('verify', out, '--key', keyPath, '--counts', counts)).toMatchObject({
      exitCode: 0,
      document: { ok: true, opened: true, faults: [] },
    });
    expect(readRecount(readFileSync(counts, 'utf8'))).toMatchObject({ line: null, counts: { length: 3 } });
    rmSync(join(out, KEY_FILE));
    expect(await command('verify', out, '--key', keyPath)).toMatchObject({
      exitCode: 1,
      document: { ok: false, faults: [{ code: 'key_missing' }] },
    });
    const other = [
      'extract',
      '--voting-day',
      '2019-04-17',
      '--approval',
      released.proposalId!,
      '--out',
      folder('again'),
    ];
    await expect(command(...other)).rejects.toMatchObject({ code: 'voter.extract_other' });
    await expect(command('extract', '--voting-day', '2019-04-17', '--out', folder('late'))).rejects.toMatchObject({
      code: 'voter.election_none',
    });
  });

  test.for<[FaultCode, (dir: string, path: string) => void]>([
    ['cut', (dir, path) => truncateSync(join(dir, path), 40)],
    ['changed', (dir, path) => writeFileSync(join(dir, path), flipped(readFileSync(join(dir, path))))],
    ['missing', (dir, path) => rmSync(join(dir, path))],
    ['extra', (dir) => writeFileSync(join(dir, '3175', 'lain.csv'), 'x')],
    [
      'longer',
      (dir, path) => writeFileSync(join(dir, path), Buffer.concat([readFileSync(join(dir, path)), Buffer.of(0)])),
    ],
  ])('a file that is %s is named, with what to do', async ([code, spoil]) => {
    const dir = mkdtempSync(join(root, 'spoilt-'));
    cpSync(handed, dir, { recursive: true });
    const { manifest } = await readManifest(dir);
    spoil(dir, manifest.files[0]!.path);
    const { ok, faults } = await verifyExtract({ dir });
    expect(ok).toBe(false);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code, file: code === 'extra' ? '3175/lain.csv' : manifest.files[0]!.path });
    expect(faults[0]!.id).toMatch(/\. \S.*\.$/);
  });

  test('whose leaves are others than its root’s says at which place, though every hash fits the manifest', async () => {
    const dir = mkdtempSync(join(root, 'leaves-'));
    cpSync(handed, dir, { recursive: true });
    const { manifest } = await readManifest(dir);
    const file = manifest.files.find(({ kind, part }) => kind === 'leaves' && part === '3273')!;
    const bytes = flipped(readFileSync(join(dir, file.path)));
    writeFileSync(join(dir, file.path), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const files = manifest.files.map((each) => (each === file ? { ...each, sha256 } : each));
    writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ ...manifest, files }));
    expect((await verifyExtract({ dir })).ok).toBe(true);
    const { faults } = await verifyExtract({ dir, roots: true });
    expect(faults.map(({ code, file: path }) => [code, path])).toEqual([['leaves', file.path]]);
    expect(faults[0]!.id).toContain(BANDUNG);
  });

  test('with a manifest that says something else opens nothing: the key is bound to what two officers approved', async () => {
    const dir = mkdtempSync(join(root, 'forged-'));
    cpSync(handed, dir, { recursive: true });
    const { manifest } = await readManifest(dir);
    writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ ...manifest, eligible: manifest.eligible + 1 }));
    const { faults } = await verifyExtract({ dir, key: commission.privateKey });
    expect(faults.map(({ code, file }) => [code, file])).toEqual([
      ['sums', 'manifest.json'],
      ['sums', manifest.files.find(({ kind }) => kind === 'places')!.path],
      ['key_refused', KEY_FILE],
    ]);
    await expect(verifyExtract({ dir: folder('nowhere') })).rejects.toMatchObject({ code: 'voter.verify_missing' });
  });

  test('lets every voter prove that he is in it, whatever was changed since; and nobody else', async () => {
    await change(renamed, { name: 'CONTOH LAIN' });
    await change(people[7]!, { villageCode: PONDOK_KELAPA });
    const { manifest } = await readManifest(handed);
    const logKey = await given.house.ground.ledger.place.folder.keyLine();
    for (const nik of [moved, renamed, abroad, people[7]!]) {
      const proof = await given.system((tx) => proveVoter(tx, released, nik));
      expect(proof.row.startsWith(nik)).toBe(true);
      const check = { file: 'bukti.json', list: manifest, logKey: logKey! };
      expect(verifyProof(proof, check)).toMatchObject({ ok: true, checkpoint: 'signed', faults: [] });
      expect(verifyProof(proof, { ...check, logKey: undefined }).checkpoint).toBe('own_key');
      // What anybody has: one file, nothing but Node.
      const file = join(root, 'bukti.json');
      const keyPath = join(root, 'key');
      writeFileSync(keyPath, logKey!);
      const anybody = (shown: object) => {
        writeFileSync(file, JSON.stringify(shown));
        return JSON.parse(spawnSync(process.execPath, [VERIFIER, '--proof', file, '--key', keyPath]).stdout.toString());
      };
      if (nik === moved) {
        expect(anybody(proof)).toMatchObject({ ok: true, entry: { label: 'voter.extract_released' }, row: proof.row });
        expect(anybody({ ...proof, row: `${proof.row}X` }).ok).toBe(false);
      }
      const codes = (over: object) => verifyProof({ ...proof, ...over }, check).faults.map(({ code }) => code);
      expect(codes({ row: proof.row.replace('CONTOH', 'PALSU') })).toEqual(['proof_leaf']);
      expect(codes({ list: { ...proof.list, root: '0'.repeat(64) } })).toEqual([
        'proof_root',
        'proof_entry',
        'proof_other',
      ]);
      expect(codes({ log: { ...proof.log, seq: proof.log.seq + 1 } })).toEqual(['proof_log']);
    }
    expect(await given.system((tx) => standingIn(tx, released, child))).toBeNull();
    await expect(given.system((tx) => proveVoter(tx, released, child))).rejects.toMatchObject({
      code: 'voter.proof_not_in_list',
    });
  });

  test('is accepted with the commission’s own count: every part, and a word why where it differs', async () => {
    const [extractSeen] = (await seen()).extracts;
    const counts = extractSeen.made.parts.map(
      ({ part, male, female }: { part: string; male: number; female: number }) => ({
        part,
        male,
        female,
        explanation: null,
      }),
    );
    const accept = (over: object) =>
      given.dian.call('POST', `/v1/voters/extracts/${id}/acceptance`, {
        number: 'BA/1/2018',
        datedOn: '2018-12-11',
        signedBy: 'Sekretariat Jenderal KPU CONTOH',
        counts,
        ...over,
      });
    expect(await waits()).toBe('acceptance');
    expect((await accept({ counts: counts.slice(1) })).body.code).toBe('voter.recount_files');
    const differing = [{ ...counts[0], male: counts[0].male + 1 }, ...counts.slice(1)];
    expect((await accept({ counts: differing })).body.code).toBe('voter.recount_unexplained');
    const explained = [{ ...differing[0], explanation: 'satu baris dihitung dua kali' }, ...counts.slice(1)];
    expect(await given.ok(accept({ counts: explained }))).toEqual({ differing: 1 });
    expect(await waits()).toBeNull();
    expect((await accept({})).body.code).toBe('voter.extract_state');
    const [accepted] = (await seen()).extracts;
    expect(accepted).toMatchObject({ state: 'ACCEPTED', acceptance: { number: 'BA/1/2018' } });
    expect(accepted.acceptance.counts.find(({ part }: { part: string }) => part === counts[0].part)).toMatchObject({
      explanation: 'satu baris dihitung dua kali',
      ours: { male: counts[0].male },
    });
  });
});

test('a list that nobody releases for two weeks is withdrawn, and its files go with its keys', async () => {
  electionId = await given.opened({ kind: 'pilkada', area: ['32'], votingDay: '2019-06-05' });
  const asked = ['extract', '--voting-day', '2019-06-05', '--as', given.dian.username];
  await expect(command(...asked, '--out', folder('early'))).rejects.toMatchObject({ code: 'voter.key_missing' });
  await given.ok(
    given.dian.call('POST', `/v1/voters/elections/${electionId}/commission-key`, { ...LETTER, publicKey: pem() }),
  );
  vi.stubEnv('JATIDIRI_PASSWORD', PASSWORD);
  const { document } = await command(...asked, '--out', folder('pilkada'));
  expect(document).toMatchObject({ eligible: 20, files: 6, released: false, proposal: expect.any(String) });
  const proposals = (await given.bagus.call('GET', '/v1/proposals')).body.proposals;
  expect(proposals.map(({ id: waits }: { id: string }) => waits)).toContain(
    (document as { proposal: string }).proposal,
  );
  const { id } = await make();
  const dir = await given.system(async (tx) => folderOf(tx, id));
  expect(existsSync(dir)).toBe(true);
  given.clock.moveTo(new Date('2018-12-26T09:00:00Z'));
  await given.system((tx) => sweepJob.run(tx, {}));
  await given.system((tx) => sweepJob.run(tx, {}));
  expect(await extract(id)).toMatchObject({ state: 'ABANDONED' });
  expect(existsSync(dir)).toBe(false);
  expect((await given.dian.call('POST', `/v1/voters/extracts/${id}/abandonment`)).body.code).toBe(
    'voter.extract_state',
  );
});

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 3]! ^= 1;
  return copy;
}
