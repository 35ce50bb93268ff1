import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { hear } from './changes.ts';
import { listPackets, type WaitingPacket } from './packets.ts';

const WAITING_KEY = ['outbox', 'waiting'] as const;
const NONE: readonly WaitingPacket[] = [];

export interface Waiting {
  readonly packets: readonly WaitingPacket[];
  /** Why nothing can be said: the browser's store does not open. */
  readonly error: unknown;
}

/** What waits on this device, whoever recorded it: asked of the browser alone, again whenever any tab changes it. */
export function useWaiting(): Waiting {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: WAITING_KEY, queryFn: listPackets });
  useEffect(
    () =>
      hear((change) => {
        if (change.of === 'list') void queries.invalidateQueries({ queryKey: ['outbox'] });
      }),
    [queries],
  );
  return { packets: query.data ?? NONE, error: query.error };
}

/** Bytes sent of the packet that some tab is sending, told while it goes; `null` for none. */
export function useProgress(): { readonly id: string; readonly sent: number } | null {
  const [progress, setProgress] = useState<{ id: string; sent: number } | null>(null);
  useEffect(
    () =>
      hear((change) => {
        if (change.of === 'progress') setProgress({ id: change.id, sent: change.sent });
        // Whatever happened to it, it is not being sent any more.
        else if (change.of === 'list') setProgress(null);
      }),
    [],
  );
  return progress;
}
