import { discardReturnedContract, matchReturnedContract } from '../../../../src/sharing/voter/returned/contract.ts';
import type { ReturnedDetail } from '../../../../src/sharing/voter/returned/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useMay } from '../../ask.tsx';
import { useHouse } from '../../house.tsx';
import { useRefresh } from '../ask.ts';
import { texts } from './texts.ts';

/** A list that is read waits for somebody who has seen what was refused. */
export function Match({ list: { id, state, read, refused } }: { list: ReturnedDetail }) {
  const say = useSay(texts);
  const refresh = useRefresh();
  const { client } = useHouse();
  const act = useAct(client, matchReturnedContract);
  const may = useMay('voter.returned.manage');
  if (!may || state !== 'checked') return null;
  const busy = act.state.at === 'sending';
  return (
    <div className="no-print">
      <ErrorSummary problem={act.state.at === 'refused' ? act.state.problem : null} faults={[]} kept={false} />
      <p className="lead">
        {read > refused ? say('checked.lead', { n: read - refused, refused }) : say('checked.nothing')}
      </p>
      {act.state.at === 'notReached' && <p role="alert">{say('notReached')}</p>}
      {read > refused && (
        <button
          type="button"
          className="btn"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void act.run({ id }).then(refresh);
          }}
        >
          {say(busy ? 'busy' : 'match')}
        </button>
      )}
    </div>
  );
}

const DISCARDABLE: readonly ReturnedDetail['state'][] = ['reading', 'checked', 'done', 'failed'];

/** Deleting is asked for twice, the second time beside what it does. */
export function Discard({ list: { id, state } }: { list: ReturnedDetail }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const { client } = useHouse();
  const act = useAct(client, discardReturnedContract);
  const may = useMay('voter.returned.manage');
  if (!may || !DISCARDABLE.includes(state)) return null;
  const busy = act.state.at === 'sending';
  const discard = async () => {
    if (busy) return;
    if ((await act.run({ id })) !== null) tell('done', say('discard.done'));
    refresh();
  };
  return (
    <section className="no-print">
      <details>
        <summary>{say('discard')}</summary>
        <ErrorSummary problem={act.state.at === 'refused' ? act.state.problem : null} faults={[]} kept={false} />
        <p>{say('discard.about')}</p>
        {act.state.at === 'notReached' && <p role="alert">{say('notReached')}</p>}
        <button type="button" className="btn stop" aria-disabled={busy} onClick={() => void discard()}>
          {say(busy ? 'busy' : 'discard')}
        </button>
      </details>
    </section>
  );
}
