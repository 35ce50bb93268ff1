#!/usr/bin/env node
import { runCommandLine } from './cli/run.ts';

const exitCode = await runCommandLine(process.argv.slice(2));
// A command may have set its own.
if (exitCode !== 0) process.exitCode = exitCode;
