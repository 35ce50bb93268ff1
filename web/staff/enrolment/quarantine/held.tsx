import { Link } from '@tanstack/react-router';
import { useArrival } from '../../../kit/arrival.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { Decide } from './decide.tsx';
import type { HeldPacket } from './quarantine.tsx';
import { texts } from './texts.ts';

/** One held packet: all that speaks against it, in words, before what may be done with it. */
export function Held({ packet, onDecided, onGone }: { packet: HeldPacket; onDecided: () => void; onGone: () => void }) {
  const say = useSay(texts);
  const format = useFormat();
  const heading = useArrival();
  return (
    <article>
      <h2 ref={heading} tabIndex={-1}>
        {packet.name ?? say('unknown')}
      </h2>
      <h3>{say('reasons')}</h3>
      <ul className="next">
        {packet.why.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
      <dl className="facts">
        <dt>{say('captured')}</dt>
        <dd>{format.instant(packet.capturedAt)}</dd>
        <dt>{say('arrived')}</dt>
        <dd>{format.instant(packet.openedAt)}</dd>
        <dt>{say('clock')}</dt>
        <dd>
          <Clock offMinutes={packet.clockOffMinutes} />
        </dd>
        <dt>{say('station')}</dt>
        <dd>{packet.station}</dd>
        <dt>{say('office')}</dt>
        <dd>{packet.office ?? '–'}</dd>
        {packet.place && (
          <>
            <dt>{say('lives')}</dt>
            <dd>
              {packet.place}
              {!packet.ref && ` (${say('elsewhere')})`}
            </dd>
          </>
        )}
      </dl>
      {packet.ref && (
        <p>
          <Link
            to={'/petugas/penduduk/$ref' as '/petugas'}
            params={{ ref: packet.ref } as never}
            search={{ bagian: 'perekaman' } as never}
            preload={false}
          >
            {say('person')}
          </Link>
        </p>
      )}
      <Decide packet={packet} onDecided={onDecided} onGone={onGone} />
    </article>
  );
}

function Clock({ offMinutes }: { offMinutes: number }) {
  const say = useSay(texts);
  const format = useFormat();
  if (offMinutes === 0) return say('clock.right');
  const age = format.age(0, Math.abs(offMinutes) * 60_000);
  return say(offMinutes > 0 ? 'clock.ahead' : 'clock.behind', { age });
}
