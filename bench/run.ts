import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Bench, BenchResult } from './bench.ts';

// `npm run bench -- [NAME] [--size N] [--keep DIR] [--json]`: one bench, or all of them one after the other.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string' }, keep: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !['run.ts', 'bench.ts'].includes(file) && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3));
const names = positionals.length > 0 ? positionals : known;
const size = values.size === undefined ? undefined : Number(values.size);
const unknown = names.filter((name) => !known.includes(name));

if (unknown.length > 0 || (size !== undefined && !(Number.isInteger(size) && size > 0))) {
  console.error(`npm run bench -- [${known.join(' | ')}] [--size N] [--keep DIR] [--json]`);
  process.exitCode = 2;
} else {
  for (const name of names) {
    const { bench } = (await import(`./${name}.ts`)) as { bench: Bench };
    print(await bench({ size, keep: values.keep, json: values.json }));
  }
}

function print(result: BenchResult): void {
  if (values.json) {
    console.log(JSON.stringify(result));
    return;
  }
  console.log(`${result.name}, size ${result.size}`);
  for (const { figure, value, unit, limit, ratio } of result.figures) {
    const beside = limit === null ? '' : `   limit ${round(limit)} ${unit}, ratio ${round(ratio ?? 0)}`;
    console.log(`  ${figure.padEnd(40)} ${String(round(value)).padStart(12)} ${unit}${beside}`);
  }
  for (const line of result.leftOut ?? []) console.log(`  left out: ${line}`);
}

function round(value: number): number {
  return Number(value.toPrecision(value >= 1000 ? 6 : 3));
}
