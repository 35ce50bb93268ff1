import { lockAssistedContract } from '../../../../src/sharing/citizen/assisted/contract.ts';
import type { Assistance } from '../../../../src/sharing/citizen/assisted/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { usePurpose } from '../../purpose/purpose.tsx';
import { texts } from './texts.ts';

/** Each kind of lock with how it stands and the one press that changes it; a lock until a day is for the person's own page. */
export function Locks({ assistance: { id, locks }, again }: { assistance: Assistance; again: () => void }) {
  const say = useSay(texts);
  return (
    <section>
      <h3>{say('locks')}</h3>
      <ul className="offers">
        {locks.map((lock) => (
          <li key={lock.lock}>
            <OneLock assistanceId={id} lock={lock} again={again} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneLock({
  assistanceId,
  lock: { lock, set, until },
  again,
}: {
  assistanceId: string;
  lock: Assistance['locks'][number];
  again: () => void;
}) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const format = useFormat();
  const tell = useTell();
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const act = useAct(client, lockAssistedContract);
  const sending = act.state.at === 'sending';
  const name = say(`lock.${lock}`);
  const press = async () => {
    if (sending) return;
    if (!(await act.run({ id: assistanceId, lock, act: set ? 'lift' : 'set' }, { purpose }))) return;
    tell('done', say('lock.done'));
    again();
  };
  return (
    <>
      <p className="row">
        <b>{name}</b>
        <Tag standing={set ? 'sealed' : 'plain'}>
          {until ? say('lock.until', { until: format.instant(until) }) : say(set ? 'lock.set' : 'lock.open')}
        </Tag>
        <button type="button" className="btn quiet" aria-disabled={sending} onClick={() => void press()}>
          {sending ? say('lock.acting') : say(set ? 'lock.act.lift' : 'lock.act.set')}
          <span className="unseen">: {name}</span>
        </button>
      </p>
      <ErrorSummary problem={act.state.at === 'refused' ? act.state.problem : null} faults={[]} kept={false} />
      {act.state.at === 'notReached' && (
        <p className="note waiting" role="alert">
          {sayKit('form.notSent')}
        </p>
      )}
    </>
  );
}
