import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { callNextContract } from '../../../../../src/recording/enrolment/queue/contract.ts';
import { useAct } from '../../../../kit/act.ts';
import { StateLine } from '../../../../kit/state-line.tsx';
import { Tag } from '../../../../kit/tag.tsx';
import { useSay } from '../../../../kit/text.tsx';
import { useConnection, useHouse } from '../../../house.tsx';
import { hear } from '../../outbox/changes.ts';
import { listOutbox, type OutboxEntry } from '../../outbox/outbox.ts';
import { PATHS } from '../paths.ts';
import { texts } from '../texts.ts';

/** What has become of a packet; `sent` when it has left the device. */
type Fate = { readonly at: 'here'; readonly state: OutboxEntry['state'] } | { readonly at: 'sent' };

/** After the seal: where the packet is, told as it happens, and the next person. */
export function Sealed({ packet }: { packet: string }) {
  const say = useSay(texts);
  const fate = useFate(packet);
  const queries = useQueryClient();
  // Whoever comes back to this person shall be told how it stands then, not how it stood before.
  useEffect(() => () => void queries.invalidateQueries({ queryKey: ['register'] }), [queries]);
  const sent = fate?.at === 'sent';
  const state = fate?.at === 'here' ? fate.state : null;
  return (
    <section className="sealed-now" aria-labelledby="sealed">
      <h2 id="sealed" tabIndex={-1} ref={(heading) => heading?.focus({ preventScroll: true })}>
        {say('sealed')}
      </h2>
      <p role="status">
        {sent ? (
          <Tag standing="done">{say('sealed.sent')}</Tag>
        ) : state?.at === 'held' ? (
          <Tag standing="waiting">{say('sealed.held')}</Tag>
        ) : state?.at === 'refused' ? (
          <Tag standing="stopped">{say('sealed.refused')}</Tag>
        ) : (
          <Tag standing="sealed">{say('sealed.waiting')}</Tag>
        )}
      </p>
      {state && state.at !== 'waiting' && state.text && <p>{state.text}</p>}
      <StateLine
        label={say('sealed.line')}
        stations={[
          { name: say('sealed.step.captured'), when: 'past' },
          { name: say('sealed.step.sealed'), when: 'past' },
          {
            name: say('sealed.step.sent'),
            when: sent ? 'past' : 'now',
            ...(state?.at === 'waiting' ? { note: say(`sealed.for.${state.for}`) } : {}),
          },
          { name: say('sealed.step.searched'), when: sent ? 'now' : 'next', who: say('sealed.who.centre') },
        ]}
      />
      <p className="soft">
        {say('sealed.safe')} <Link to={PATHS.outbox}>{say('toOutbox')}</Link>
      </p>
      <NextInQueue />
    </section>
  );
}

function NextInQueue() {
  const say = useSay(texts);
  const { client } = useHouse();
  const navigate = useNavigate();
  const lost = useConnection().lostSince !== null;
  const act = useAct(client, callNextContract);
  const [nobody, setNobody] = useState(false);
  const call = async () => {
    if (act.state.at === 'sending') return;
    const answer = await act.run({}, { patienceMs: 8_000 });
    if (!answer) return;
    if (answer.called) void navigate({ to: PATHS.one, params: { ref: answer.called.ref } as never });
    else setNobody(true);
  };
  return (
    <>
      {nobody && <p role="status">{say('next.nobody')}</p>}
      {act.state.at === 'refused' && (
        <div className="note stopped" role="alert">
          <p>{act.state.problem.title}</p>
        </div>
      )}
      {act.state.at === 'notReached' && (
        <div className="note waiting" role="alert">
          <p>{say('next.notReached')}</p>
        </div>
      )}
      <div className="row">
        {!lost && (
          <button type="button" className="btn" onClick={() => void call()} aria-disabled={act.state.at === 'sending'}>
            {say('next')}
          </button>
        )}
        <Link className={lost ? 'btn' : 'btn quiet'} to={PATHS.start}>
          {say('next.choose')}
        </Link>
      </div>
    </>
  );
}

function useFate(packet: string): Fate | null {
  const [fate, setFate] = useState<Fate | null>(null);
  useEffect(() => {
    let left = false;
    const look = () =>
      void listOutbox().then(
        (entries) => {
          if (left) return;
          const entry = entries.find(({ id }) => id === packet);
          setFate(entry ? { at: 'here', state: entry.state } : { at: 'sent' });
        },
        () => {
          // A store that cannot be read is told by the outbox's own page; nothing is claimed here.
        },
      );
    look();
    const deaf = hear((change) => change.of === 'list' && look());
    return () => {
      left = true;
      deaf();
    };
  }, [packet]);
  return fate;
}
