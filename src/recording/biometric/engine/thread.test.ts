import { expect, test } from 'vitest';
import { openThread } from './thread.ts';

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
