import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const run = promisify(execFile);

// Nothing that would speak to the world by itself, and no sandbox, which root cannot have.
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-domain-reliability',
  '--disable-webgl',
  // Nothing outside this machine has an address.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
  '--font-render-hinting=none',
];

/** A browser of the test's own; `flags` beside the usual ones, as for a camera that is a file. */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  return attempt((options) => chromium.launch({ ...options, args: [...FLAGS, ...flags] }));
}

// First as the system is; where it lacks libnss3 and the like, with the libraries that the package carries.
async function attempt<Opened>(open: (options: LaunchOptions) => Promise<Opened>): Promise<Opened> {
  const folder = await unpacked();
  const env = {
    ...definedOnly(process.env),
    ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
  const options = { executablePath: join(folder, 'chromium'), args: FLAGS, env, handleSIGINT: false };
  try {
    return await open(options);
  } catch (fault) {
    if (!/shared librar/.test(String(fault))) throw fault;
    return open({ ...options, env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } });
  }
}

/** Unpacks the browser once a machine and user: aside, then renamed, so that two runs at once do no harm. */
async function unpacked(): Promise<string> {
  const require = createRequire(import.meta.url);
  const home = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `jatidiri-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(folder)) return folder;
  const aside = `${folder}.${process.pid}`;
  await mkdir(aside, { recursive: true, mode: 0o700 });
  // The package unpacks into the temporary folder of its process, so it gets a process whose temporary folder is ours.
  const script = `
    const { default: chromium, inflate } = await import(${JSON.stringify(require.resolve('@sparticuz/chromium'))});
    await chromium.executablePath();
    await inflate(${JSON.stringify(join(home, 'bin/al2023.tar.br'))});`;
  await run(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TMPDIR: aside } });
  await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }));
  return folder;
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
