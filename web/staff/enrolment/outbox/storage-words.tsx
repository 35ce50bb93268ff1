import { useQuery } from '@tanstack/react-query';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** Under this no further recording is sure to fit. */
const SHORT_BYTES = 200_000_000;

/** Whether what waits here is safe from the browser's own tidying, and how much room there is. */
export function StorageWords() {
  const say = useSay(texts);
  const format = useFormat();
  const query = useQuery({ queryKey: ['outbox', 'storage'], queryFn: lookAtStorage });
  if (!query.data) return null;
  const { persisted, free } = query.data;
  const short = free !== null && free < SHORT_BYTES;
  if (short)
    return (
      <div className="note stopped" role="alert">
        <p>{say('storage.short', { free: format.bytes(free) })}</p>
      </div>
    );
  return (
    <p className="soft storage">
      {say(persisted ? 'storage.safe' : 'storage.unsafe')}
      {free !== null && ` ${say('storage.free', { free: format.bytes(free) })}`}
    </p>
  );
}

async function lookAtStorage(): Promise<{ persisted: boolean; free: number | null }> {
  const { storage } = navigator;
  const persisted = (await storage?.persisted?.()) || (await storage?.persist?.()) || false;
  const { quota, usage } = (await storage?.estimate?.()) ?? {};
  return { persisted, free: quota === undefined || usage === undefined ? null : Math.max(0, quota - usage) };
}
