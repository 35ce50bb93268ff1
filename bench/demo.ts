/**
 * `npm run bench -- demo`: how long the demo of a nation takes until its first page is served and until it is told to the end,
 * and how much memory all its processes hold at the most (shared pages counted once, where the kernel says so).
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { figure, type Bench } from './bench.ts';

const LOOK_EVERY_MS = 500;

export const bench: Bench = async ({ size = 100_000 }) => {
  const root = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const main = join(import.meta.dirname, '../src/main.ts');
  const args = [main, 'demo', '--residents', String(size), '--data', join(root, 'demo'), '--port', '18080', '--exit'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let over = false;
  const firstPage = firstPageAt(() => said, seconds);
  const peak = peakOf(child.pid!, () => over);
  const code = await ended;
  const total = seconds();
  over = true;
  rmSync(root, { recursive: true, force: true });
  if (code !== 0) throw new Error(`the demo ended with ${code}: ${said.slice(-500)}`);
  return {
    name: 'demo',
    size,
    figures: [
      figure('demo.first_page_seconds', await firstPage, 's'),
      figure('demo.seconds', total, 's'),
      figure('demo.peak_mb', await peak, 'MB'),
    ],
    leftOut: ['the build of the web where its inputs have changed'],
  };
};

async function firstPageAt(said: () => string, seconds: () => number): Promise<number> {
  for (;;) {
    const origin = /http:\/\/[\d.]+:\d+/.exec(said())?.[0];
    const answer = origin && (await fetch(origin).catch(() => null));
    if (answer && answer.ok) return seconds();
    if (seconds() > 120) throw new Error('no page within two minutes');
    await pause(50);
  }
}

async function peakOf(pid: number, over: () => boolean): Promise<number> {
  let peak = 0;
  while (!over()) {
    const kilobytes = familyOf(pid).reduce((sum, one) => sum + proportionalKb(one), 0);
    peak = Math.max(peak, kilobytes / 1024);
    await pause(LOOK_EVERY_MS);
  }
  return Math.round(peak);
}

/** The process and whatever descends from it. */
function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const stat = readOr(`/proc/${name}/stat`);
    const parent = /\) \S (\d+)/.exec(stat)?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const family = new Set([pid]);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
  }
  return [...family];
}

/** Pss where the kernel tells it; pages that processes share are then counted once. */
function proportionalKb(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
