import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSay } from '../../../kit/text.tsx';
import { useConnection, useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useKeptCounts } from './kept.ts';
import { texts } from './texts.ts';

const AGAIN_MS = 15_000;

/** Counts that wait on this device, in the bar of every page; sent from there whatever page the officer is on. */
export function CountsInBar() {
  const say = useSay(texts);
  const { officer } = useSession();
  const waiting = useKeptCounts(officer.id).filter(({ state }) => state.at === 'waiting').length;
  useSending(officer.id, waiting > 0);
  if (waiting === 0) return null;
  return (
    <Link className="tag waiting" to={'/petugas/blangko/opname' as '/petugas'}>
      {say('bar', { n: waiting })}
    </Link>
  );
}

function useSending(officerId: string, waiting: boolean): void {
  const { client } = useHouse();
  const reached = useConnection().lostSince === null;
  useEffect(() => {
    if (!waiting) return;
    // What sends is fetched only where something waits.
    const send = () =>
      void import('./send-kept.ts').then(
        ({ sendKept }) => sendKept(client, officerId),
        () => {},
      );
    send();
    const timer = setInterval(send, AGAIN_MS);
    addEventListener('online', send);
    return () => {
      clearInterval(timer);
      removeEventListener('online', send);
    };
  }, [client, officerId, waiting, reached]);
}
