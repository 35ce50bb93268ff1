/** The list of voters for `npm run bench -- voter`: made, and verified, beside COPY of the same rows and beside reading and hashing the same files. */
import { spawn, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { systemActor } from '../../src/core/access/index.ts';
import { copyOut, one, sql, type Tx } from '../../src/core/db/index.ts';
import { getElection, makeExtract, verifyExtract, votersQuery } from '../../src/sharing/voter/index.ts';
import type { Peopled } from './filled.ts';

const ROUNDS = 3;

export interface ListMeasured {
  readonly rows: readonly number[];
  readonly copied: readonly number[];
  readonly verified: readonly number[];
  readonly hashed: readonly number[];
  readonly peakMb: number;
  readonly bytesOfRow: number;
}

export async function measureList(filled: Peopled): Promise<ListMeasured> {
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  const { id: electionId, votingDay } = await openElection(filled);
  const [rows, copied, verified, hashed]: [number[], number[], number[], number[]] = [[], [], [], []];
  let bytesOfRow = 0;
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const dir = join(folder, `list-${round}`);
      const made = await act(filled, (tx) => makeExtract(tx, systemActor('bench'), { electionId, dir }));
      rows.push(made.eligible / made.seconds);
      copied.push(made.eligible / (await copySeconds(filled, electionId, join(folder, 'copy.csv'))));
      const { bytes, seconds, ok } = await verifyExtract({ dir });
      if (!ok) throw new Error('the list that was made does not verify');
      verified.push(bytes / seconds);
      hashed.push(bytes / hashSeconds(dir));
      bytesOfRow = bytes / made.eligible;
      rmSync(dir, { recursive: true });
    }
    const peakMb = await peakOfCommand(filled, votingDay, join(folder, 'command'));
    return { rows, copied, verified, hashed, peakMb, bytesOfRow };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const act = <Result>({ register: { house } }: Peopled, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  house.database.transact('system', systemActor('bench'), work);

/** The election that every nation of a bench has. */
const openElection = (filled: Peopled) =>
  act(filled, (tx) =>
    one(
      tx,
      sql<{
        id: string;
        votingDay: string;
      }>`select id, voting_day as "votingDay" from voter.election where state = 'OPEN'`,
    ),
  );

/** COPY of the same columns and filter into a file: no order, no hash, no seal. */
async function copySeconds(filled: Peopled, electionId: string, to: string): Promise<number> {
  const began = performance.now();
  await act(filled, async (tx) => {
    const query = votersQuery(await getElection(tx, electionId));
    await pipeline(copyOut(tx, `select * from (${query}) v where reasons = 0`, 'csv'), createWriteStream(to));
  });
  return (performance.now() - began) / 1000;
}

/** Every file read and hashed, one after the other. */
function hashSeconds(dir: string): number {
  const began = performance.now();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true }))
    if (!entry.isDirectory()) hash('sha256', readFileSync(join(entry.parentPath, entry.name)));
  return (performance.now() - began) / 1000;
}

/** Of the command as it is run, in a process of its own. */
async function peakOfCommand({ config }: Peopled, votingDay: string, out: string): Promise<number> {
  const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
  const given = ['voter', 'extract', '--voting-day', votingDay, '--out', out, '--data', config.dataDir, '--json'];
  const child = spawn(process.execPath, [main, ...given], { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)]);
    peak = Math.max(peak, Number(String(stdout).trim() || 0));
  }, 100);
  const status = await new Promise((done) => child.on('exit', done));
  clearInterval(watch);
  if (status !== 0) throw new Error(`voter extract ended with ${String(status)}`);
  return peak / 1024;
}
