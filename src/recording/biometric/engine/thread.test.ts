import { expect, test } from 'vitest';
import { openThread } from './thread.ts';
import { oneAfterAnother } from './turn.ts';

const file = new URL('./given-thread.ts', import.meta.url);
type Message = 'count' | 'die' | 'hang';

test('a thread that dies fails those that wait for it, and the next one knows what it knew', async () => {
  const thread = openThread<Message, number>({ file, data: null, onStart: () => ['count', 'count'] });
  expect(await thread.ask('count')).toBe(2);
  thread.tell('count');
  expect(await thread.ask('count')).toBe(3);
  const failed = await Promise.allSettled([thread.ask('hang'), thread.ask('die')]);
  expect(failed.map((each) => each.status === 'rejected' && String(each.reason).includes('engine_failed'))).toEqual([
    true,
    true,
  ]);
  expect(await thread.ask('count')).toBe(2);
  await thread.close();
  await expect(thread.ask('count')).rejects.toThrow('engine_closed');
});

test('a thread that answers nothing in time is ended', async () => {
  const thread = openThread<Message, number>({ file, data: null, timeoutMs: 300 });
  await expect(thread.ask('hang')).rejects.toThrow('engine_failed');
  await thread.close();
});

test('work is carried out in the order of the calls, past failures, and no more waits than may', async () => {
  const inTurn = oneAfterAnother(3);
  const order: number[] = [];
  const step =
    (n: number, fails = false) =>
    async () => {
      await Promise.resolve();
      order.push(n);
      if (fails) throw new Error('as asked');
    };
  const done = [inTurn(step(1)), inTurn(step(2, true)), inTurn(step(3)), inTurn(step(4))];
  const settled = await Promise.allSettled(done);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
  expect(String((settled[3] as PromiseRejectedResult).reason)).toContain('engine_busy');
  expect(order).toEqual([1, 2, 3]);
  await inTurn(step(5));
  expect(order).toEqual([1, 2, 3, 5]);
});
