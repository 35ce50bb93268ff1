import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';
import { PROJECT } from './step.ts';

// `node dev/kernels.ts` compiles the AssemblyScript kernels to the modules that lie beside them: they are committed, so that running needs no compiler.
const ROOM = 'src/recording/biometric/kernel';
const OPTIONS = [
  '-O3',
  '--noAssert',
  '--converge',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--enable',
  'relaxed-simd',
  '--memoryBase',
  '64',
];

function kernelSources(): string[] {
  return globSync(`${ROOM}/*.as.ts`, { cwd: PROJECT }).toSorted();
}

/** A kernel, or a part of one in the folder of its name; the compiler also asks where nothing lies. */
const isOurs = (name: string) => name.startsWith(`${ROOM}/`) && existsSync(join(PROJECT, name));

const moduleOf = (source: string) => join(PROJECT, source.replace(/\.as\.ts$/, '.wasm'));

async function compiled(source: string): Promise<Uint8Array> {
  let module: Uint8Array | null = null;
  let said = '';
  const { error } = await main([source, '--outFile', 'kernel.wasm', ...OPTIONS], {
    readFile: (name: string) => (isOurs(name) ? readFileSync(join(PROJECT, name), 'utf8') : null),
    writeFile: (_name: string, contents: string | Uint8Array) => {
      if (typeof contents !== 'string') module = contents;
    },
    listFiles: () => [],
    stderr: { write: (chunk: string | Uint8Array) => void (said += chunk.toString()) },
  });
  if (error || !module) throw new Error(`${source}: ${said}`);
  return module;
}

/** The kernels whose committed module is not what their source gives. */
export async function kernelDrift(): Promise<string[]> {
  const faults: string[] = [];
  for (const source of kernelSources()) {
    const same = Buffer.from(await compiled(source)).equals(readFileSync(moduleOf(source)));
    if (!same) faults.push(`${source} does not give the module beside it; run node dev/kernels.ts and measure`);
  }
  return faults;
}

if (import.meta.main) {
  for (const source of kernelSources()) {
    const module = await compiled(source);
    writeFileSync(moduleOf(source), module);
    console.log(`${source}: ${module.length} bytes`);
  }
}
