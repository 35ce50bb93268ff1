#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { keepSmall } from './cli/young-memory.ts';

// Hundreds of sources have their types stripped at each start; the cache keeps what came out. Beside the code, not in a
// folder that everybody may write.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/jatidiri', import.meta.url)));
keepSmall();
const { runCommandLine } = await import('./cli/run.ts');
const exitCode = await runCommandLine(process.argv.slice(2));
// A command may have set its own.
if (exitCode !== 0) process.exitCode = exitCode;
