import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './check.ts';
import { PROJECT, step, tool } from './step.ts';

// `npm test`: everything. The last line counts each check and each test; the exit code says whether all hold.
const checked = await check();
if (existsSync(join(PROJECT, 'web/build.ts'))) {
  const built = await step('web', () => tool(process.execPath, 'web/build.ts'));
  if (built) checked.passed++;
  else checked.failed++;
}
const tested = await runTests();
const passed = checked.passed + tested.passed;
const failed = checked.failed + tested.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runTests(): Promise<{ passed: number; failed: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-report-'));
  const report = join(folder, 'report.json');
  try {
    const ok = await step('tests', () =>
      tool('vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`),
    );
    return readReport(report, ok);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A file that does not even load has no test that failed, yet the run did.
function readReport(path: string, ok: boolean): { passed: number; failed: number } {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(path, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  return { passed: report.numPassedTests, failed: ok ? report.numFailedTests : Math.max(1, report.numFailedTests) };
}
