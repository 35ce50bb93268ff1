import { expect, it } from 'vitest';
import { givenServer } from '../../../test/given/serving.ts';
import { addJobs, job } from '../jobs/index.ts';
import { z } from 'zod';

const given = await givenServer();

it('an administrator sees how the log, the jobs and the database stand; a counter officer does not', async () => {
  const work = job({ name: 'test.wait', payload: z.object({}), maxAttempts: 1, run: async () => {} });
  await given.system((tx) => addJobs(tx, work, [{}, {}]));
  const administrator = await given.signIn('satu');
  const { status, body } = await administrator.call('GET', '/v1/health');
  expect(status).toBe(200);
  expect(body.jobs).toMatchObject({ waiting: 2, retrying: 0, failed: 0, failedNames: [] });
  // Nobody numbers entries here: what signing in wrote still waits.
  expect(body.ledger).toMatchObject({ numbered: 0, published: 0 });
  expect(body.ledger.waiting).toBeGreaterThan(0);
  expect(body.database.bytes).toBeGreaterThan(1_000_000);

  const operator = await given.officer({ role: 'operator', officeId: await given.office('3175') });
  expect((await operator.call('GET', '/v1/health')).status).toBe(403);
});
