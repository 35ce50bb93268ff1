import { houseFaults } from '../test/house/floors.ts';
import { kernelDrift } from './kernels.ts';
import { schemaDrift } from './schema.ts';
import { nothingIn, step, tool } from './step.ts';

/** `npm run check`: what can be said about the sources without running the house. All steps run, so that one run shows all. */
export async function check(): Promise<{ passed: number; failed: number }> {
  const done = [
    await step('format', () => tool('oxfmt', '--check', '.')),
    await step('lint', () => tool('oxlint', '--type-aware', '--deny-warnings')),
    await step('types', () => tool('tsc', '-p', '.')),
    await step('kernels', async () => nothingIn(await kernelDrift())),
    await step('unused code', () => tool('knip', '--no-progress')),
    await step('floors', () => nothingIn(houseFaults())),
    await step('schema', async () => nothingIn([await schemaDrift()].filter((drift) => drift !== null))),
  ];
  return { passed: done.filter(Boolean).length, failed: done.filter((ok) => !ok).length };
}

if (import.meta.main) {
  const { failed } = await check();
  process.exitCode = failed === 0 ? 0 : 1;
}
