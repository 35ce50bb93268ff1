import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../', import.meta.url));

/** Runs one of the project's own tools with what it says on our output; gives whether it was content. */
export function tool(name: string, ...args: string[]): boolean {
  const path = `${PROJECT}node_modules/.bin:${process.env['PATH']}`;
  const done = spawnSync(name, args, { cwd: PROJECT, stdio: 'inherit', env: { ...process.env, PATH: path } });
  if (done.error) console.error(`${name}: ${done.error.message}`);
  return done.status === 0;
}

/** Says what is done and how long it took. */
export async function step(title: string, run: () => boolean | Promise<boolean>): Promise<boolean> {
  const start = performance.now();
  let ok = false;
  try {
    ok = await run();
  } catch (error) {
    console.error(error);
  }
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${title} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return ok;
}

/** Prints what is wrong; content when nothing is. */
export function nothingIn(faults: readonly string[]): boolean {
  for (const fault of faults) console.error(fault);
  return faults.length === 0;
}
