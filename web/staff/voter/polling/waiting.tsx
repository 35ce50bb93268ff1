import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sendPollingChecksContract } from '../../../../src/sharing/voter/contract.ts';
import { OFFLINE_AT_ONCE, type PollingVerdict } from '../../../../src/sharing/voter/schema.ts';
import { Failing } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { NotReached } from '../../../kit/problem.ts';
import { useHouse } from '../../house.tsx';
import { dropLooked, listLooked, LOOKED_KEY, type Looked } from './looked.ts';
import { texts } from './texts.ts';

const AGAIN_MS = 15_000;

interface Otherwise {
  readonly check: Looked;
  readonly verdict: PollingVerdict;
}

const agrees = (said: Looked['said'], { outcome, earlier }: PollingVerdict) =>
  said === 'here' ? outcome === 'here' && !earlier : outcome !== 'here';

/** What was looked at without a network: sent by itself as soon as there is one; where the register knows otherwise, it is said. */
export function Waiting() {
  const say = useSay(texts);
  const format = useFormat();
  const { client, queries } = useHouse();
  const { data = [] } = useQuery({ queryKey: LOOKED_KEY, queryFn: listLooked });
  const [failed, setFailed] = useState<unknown>(null);
  const [otherwise, setOtherwise] = useState<readonly Otherwise[]>([]);
  const sending = useRef(false);
  const send = async () => {
    if (sending.current || data.length === 0) return;
    sending.current = true;
    setFailed(null);
    try {
      const electionId = data[0]!.electionId;
      const batch = data.filter((check) => check.electionId === electionId).slice(0, OFFLINE_AT_ONCE);
      const checks = batch.map(({ electionId: _id, ...check }) => check);
      const { verdicts } = await client.call(sendPollingChecksContract, { id: electionId, checks }, { patienceMs: 0 });
      const differing = verdicts.flatMap(({ id, said, verdict }) => {
        const check = batch.find((one) => one.id === id);
        return check && !agrees(said, verdict) ? [{ check, verdict }] : [];
      });
      await dropLooked(batch.map(({ id }) => id));
      setOtherwise((before) => [...before, ...differing]);
    } catch (error) {
      if (!(error instanceof NotReached)) setFailed(error);
    } finally {
      sending.current = false;
      await queries.invalidateQueries({ queryKey: LOOKED_KEY });
    }
  };
  // A line may be up while the centre is away, so the browser's word alone is not waited for. What was refused waits for a person.
  useEffect(() => {
    if (data.length === 0 || failed !== null) return;
    const again = () => void send();
    again();
    const timer = setInterval(again, AGAIN_MS);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
    // Of one making with `data`: it sends what waits now.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [data, failed]);
  if (data.length === 0 && otherwise.length === 0) return null;
  return (
    <section aria-label={say('waiting')}>
      {data.length > 0 && (
        <div className="note waiting" role="status">
          <p>{say('waiting.n', { n: data.length, since: format.instant(data[0]!.at) })}</p>
          <button type="button" className="btn quiet" onClick={() => void send()}>
            {say('waiting.send')}
          </button>
        </div>
      )}
      {failed !== null && <Failing error={failed} safe={say('waiting.safe')} again={() => void send()} />}
      {otherwise.length > 0 && (
        <div className="note stopped" role="alert">
          <p>{say('waiting.otherwise', { n: otherwise.length })}</p>
          <ul>
            {otherwise.map(({ check, verdict }) => (
              <li key={check.id}>
                {say('waiting.differs', {
                  nik: check.nik.slice(-4),
                  at: format.instant(check.at),
                  now: say(verdict.earlier ? 'answer.again' : `answer.${verdict.outcome}`),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
