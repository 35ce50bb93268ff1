import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenResident } from '../../../test/given/people.ts';
import { about, givenVerification, type GivenVerification } from './given-partner.ts';

const SAMPLES = join(import.meta.dirname, '../../../docs/partners');

let given: GivenVerification;
let question: string;
let environment: Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'jatidiri-sample-'));

beforeAll(async () => {
  given = await givenVerification();
  question = JSON.stringify(about(await givenResident(given), undefined, { reference: 'TRX-CONTOH' }));
  const partner = await given.partner({ networks: ['127.0.0.0/8'], packageRows: 100 });
  const server = await given.app.listen({ host: '127.0.0.1', port: 0 });
  const key = join(folder, 'key.pem');
  writeFileSync(key, partner.key.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  environment = { PATH: process.env['PATH']!, SERVER: server, CLIENT: partner.id, KEY: key, KID: partner.key.kid };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], input: string, more: object = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, { env: { ...environment, ...more }, timeout: 120_000 }, (fault, out, said) =>
      fault ? reject(new Error(`${out}${said}`)) : resolve(out),
    );
    child.stdin!.end(input);
  });
}

test('the sample for files runs as it stands: sent in parts, matched, result and report taken', async () => {
  const file = join(folder, 'nasabah.csv');
  const person = JSON.parse(question);
  const { name, birthDate } = person.attributes;
  writeFileSync(
    file,
    `REF,NIK,NAMA,TGL LAHIR\nA-1,${person.nik},${name},${birthDate}\nA-2,3.17507E+15,${name},${birthDate}\n`,
  );
  const workers = await given.house.startWorkers(1);
  try {
    environment = { ...environment, PART: '40', WAIT: '1' };
    await run('sh', [join(SAMPLES, 'match.sh'), file, 'BERKAS-CONTOH', '2'], '');
  } finally {
    await workers.stop();
  }
  expect(readFileSync(`${file}.result.csv`, 'utf8')).toBe('reference,name,birthDate\r\nA-1,100,match\r\n');
  expect(readFileSync(`${file}.report.csv`, 'utf8')).toContain('3,NIK,B,nik_rounded');
});

test('the samples that partners are given run as they stand: openssl and curl, and TypeScript, which checks the proof', async () => {
  const told = JSON.parse(await run('sh', [join(SAMPLES, 'ask.sh')], question));
  expect(told.answer).toMatchObject({ reference: 'TRX-CONTOH', results: { birthDate: { result: 'match' } } });
  const typed = JSON.parse(await run(process.execPath, [join(SAMPLES, 'ask.ts')], question));
  // The same reference and question: the answer of before.
  expect(typed).toEqual({ genuine: true, ...told.answer });
  await expect(run(process.execPath, [join(SAMPLES, 'ask.ts')], question.replace('"TRX-CONTOH"', '1'))).rejects.toThrow(
    '422',
  );
});

const SANDBOX = { API: '/v1/sandbox' };
const TRIED = { reference: 'TRX-COBA', results: { name: { result: 'score', score: 100 } } };

test('each of them asks the sandbox as well, by one variable', async () => {
  const trial = JSON.stringify({ ...JSON.parse(question), nik: '9901014508909001', reference: 'TRX-COBA' });
  const told = JSON.parse(await run('sh', [join(SAMPLES, 'ask.sh')], trial, SANDBOX));
  expect(told.answer).toMatchObject(TRIED);
  const typed = JSON.parse(await run(process.execPath, [join(SAMPLES, 'ask.ts')], trial, SANDBOX));
  expect(typed).toMatchObject({ genuine: true, ...TRIED });
});

// A machine without Python says so: the sample needs it, the project does not.
const python = spawnSync('python3', ['--version']).status === 0;
test.skipIf(!python)('the sample in Python runs as it stands, where there is Python', async () => {
  const sample = join(SAMPLES, 'ask.py');
  const told = JSON.parse(await run('python3', [sample], question));
  expect(told.answer).toMatchObject({ reference: 'TRX-CONTOH', results: { birthDate: { result: 'match' } } });
  const trial = question.replace(/"nik":"\d+"/, '"nik":"9901010101809101"');
  await expect(run('python3', [sample], trial, SANDBOX)).rejects.toThrow('verification.quota_spent');
});
