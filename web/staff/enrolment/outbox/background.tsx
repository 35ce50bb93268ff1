import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useNow } from '../../../kit/now.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useConnection, useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import type { Outbox } from './outbox.ts';
import { texts } from './texts.ts';
import { useWaiting } from './use-waiting.ts';

/** Sends in the background wherever the officer is, and says in the bar what waits; nothing where nothing does. */
export function OutboxInBar() {
  const may = useSession().scopes.includes('enrolment.capture');
  return may ? <InBar /> : null;
}

function InBar() {
  const say = useSay(texts);
  const format = useFormat();
  const { packets } = useWaiting();
  const now = useNow(30_000);
  useSending();
  const refused = packets.filter(({ state }) => state.at === 'refused').length;
  const waiting = packets.length - refused;
  if (packets.length === 0) return null;
  const oldest = packets.find(({ state }) => state.at !== 'refused') ?? packets[0]!;
  return (
    <Link to={'/petugas/perekaman/kotak-kirim' as '/petugas'} className={refused > 0 ? 'tag stopped' : 'tag waiting'}>
      {[
        waiting > 0 && say('bar.waiting', { count: waiting }),
        waiting > 0 && say('bar.oldest', { age: format.age(oldest.keptAt, now) }),
        refused > 0 && say('bar.refused', { count: refused }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Link>
  );
}

/** What sealing and sending need is fetched after the frame stands, and only for officers who record. */
function useSending() {
  const { client } = useHouse();
  const reached = useConnection().lostSince === null;
  const outbox = useRef<Outbox | null>(null);
  useEffect(() => {
    // Without locks (an address without https) there are no keys either, and nothing to send.
    if (!('locks' in navigator)) return;
    let gone = false;
    void import('./outbox.ts').then(({ openOutbox }) => {
      if (!gone) outbox.current = openOutbox(client);
    });
    return () => {
      gone = true;
      outbox.current?.close();
      outbox.current = null;
    };
  }, [client]);
  useEffect(() => {
    if (reached) outbox.current?.wake();
  }, [reached]);
}
