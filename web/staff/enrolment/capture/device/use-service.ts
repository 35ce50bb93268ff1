import { useCallback, useEffect, useMemo, useState } from 'react';
import { CaptureRefused, openCaptureService, type CaptureService, type Seen } from '../capture-service.ts';

export type ServiceState =
  | { readonly at: 'looking' }
  | { readonly at: 'here'; readonly seen: Seen }
  | { readonly at: 'fault'; readonly fault: CaptureRefused };

export interface StationService {
  readonly service: CaptureService;
  readonly state: ServiceState;
  /** Looks at once. */
  readonly look: () => void;
}

const SOON_MS = 2_000;
const LATER_MS = 5_000;

/** The capture service as it stands now; looked for again by itself, sooner where something is waited for. */
export function useStationService(): StationService {
  const service = useMemo(() => openCaptureService(), []);
  const [state, setState] = useState<ServiceState>({ at: 'looking' });
  const [asked, setAsked] = useState(0);
  const look = useCallback(() => setAsked((times) => times + 1), []);

  useEffect(() => {
    const leave = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (ms: number) => {
      if (!leave.signal.aborted) timer = setTimeout(() => void see(), ms);
    };
    const see = async () => {
      // A window that nobody looks at asks nothing.
      if (document.hidden) return again(LATER_MS);
      try {
        const seen = await service.look(leave.signal);
        if (leave.signal.aborted) return;
        setState((before) => (sameState(before, seen) ? before : { at: 'here', seen }));
        const waits = !seen.paired || seen.devices.some((device) => device.state !== 'ready');
        again(waits ? SOON_MS : LATER_MS);
      } catch (fault) {
        if (leave.signal.aborted || !(fault instanceof CaptureRefused)) return;
        setState((before) =>
          before.at === 'fault' && before.fault.fault === fault.fault ? before : { at: 'fault', fault },
        );
        again(LATER_MS);
      }
    };
    void see();
    return () => {
      leave.abort();
      clearTimeout(timer);
    };
  }, [service, asked]);
  return { service, state, look };
}

function sameState(before: ServiceState, seen: Seen): boolean {
  return before.at === 'here' && JSON.stringify(before.seen) === JSON.stringify(seen);
}
