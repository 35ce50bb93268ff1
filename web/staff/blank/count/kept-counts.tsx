import { openDifferenceContract } from '../../../../src/cards/blank/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useConnection, useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { dropCount, useKeptCounts, type KeptCount } from './kept.ts';
import { sendKept } from './send-kept.ts';
import { texts } from './texts.ts';

/** What this device has counted: waiting for the network, agreeing, or a difference that wants an act. */
export function KeptCounts() {
  const say = useSay(texts);
  const { officer } = useSession();
  const counts = useKeptCounts(officer.id);
  if (counts.length === 0) return null;
  return (
    <section aria-labelledby="hitungan">
      <h2 id="hitungan" tabIndex={-1}>
        {say('kept')}
      </h2>
      <ul className="plain cases" aria-live="polite">
        {counts.toReversed().map((count) => (
          <li key={count.key}>
            <h3>{count.store}</h3>
            <One count={count} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ count }: { count: KeptCount }) {
  const say = useSay(texts);
  const format = useFormat();
  const { officer } = useSession();
  const { client } = useHouse();
  const lost = useConnection().lostSince !== null;
  const { state, counted: n } = count;
  const values = { at: format.instant(count.countedAt), n };
  const drop = () => dropCount(officer.id, count.key);
  if (state.at === 'waiting')
    return (
      <>
        <Tag standing="waiting">{say(lost ? 'waiting' : 'sending')}</Tag>
        <p>{say('waiting.about', values)}</p>
        <button type="button" className="btn quiet" onClick={() => void sendKept(client, officer.id)}>
          {say('tryNow')}
        </button>
      </>
    );
  if (state.at === 'refused')
    return (
      <>
        <Tag standing="stopped">{say('refused')}</Tag>
        <p>
          {state.why} {say('refused.about', values)}
        </p>
        <button type="button" className="btn quiet" onClick={drop}>
          {say('discard')}
        </button>
      </>
    );
  if (state.agrees)
    return (
      <>
        <Tag standing="done">{say('agrees')}</Tag>
        <p>{say('agrees.about', values)}</p>
        <button type="button" className="btn quiet" onClick={drop}>
          {say('dismiss')}
        </button>
      </>
    );
  return <Differs count={count} expected={state.expected} onDone={drop} />;
}

function Differs({ count, expected, onDone }: { count: KeptCount; expected: number; onDone: () => void }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const { state, run } = useAct(client, openDifferenceContract);
  const open = async () => {
    if (state.at === 'sending') return;
    const { storeId: id, counted, countedAt } = count;
    if (!(await run({ id, counted, countedAt }))) return;
    tell('done', say('opened'));
    void queries.invalidateQueries({ queryKey: ['blank'] });
    onDone();
  };
  return (
    <div className="note stopped">
      <p>
        <b>{say(count.own ? 'differs' : 'differs.other', { expected, n: count.counted })}</b>
      </p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} kept={false} />
      <p className="row">
        <button
          type="button"
          className="btn quiet"
          onClick={() => {
            onDone();
            document.getElementsByName('counted')[0]?.focus();
          }}
        >
          {say('again')}
        </button>
        {count.own && (
          <button type="button" className="btn stop" aria-disabled={state.at === 'sending'} onClick={() => void open()}>
            {say(state.at === 'sending' ? 'opening' : 'openCase')}
          </button>
        )}
      </p>
    </div>
  );
}
