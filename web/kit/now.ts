import { useEffect, useState } from 'react';

/** The device's time, told again every `everyMs`: for ages and countdowns on the screen, never for what is recorded. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
