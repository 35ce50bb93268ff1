import { useState } from 'react';
import {
  disableOfficerContract,
  enableOfficerContract,
  reissueCodeContract,
  retireOfficerContract,
} from '../../../src/register/officer/contract.ts';
import { useAct } from '../../kit/act.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { CodeOnce } from './code-once.tsx';
import type { OneOfficerView } from './one-officer.tsx';
import { texts } from './texts.ts';

const ACTS = { disable: disableOfficerContract, enable: enableOfficerContract, retire: retireOfficerContract } as const;
const LEAST_REASON = 5;

/** A new code, and taking an officer out of the service or back in. Never one's own account. */
export function OfficerActs({ officer }: { officer: OneOfficerView }) {
  const say = useSay(texts);
  const session = useSession();
  if (officer.state === 'retired') return null;
  const own = session.officer.id === officer.id;
  return (
    <>
      <h2>{say('acts')}</h2>
      {officer.state !== 'disabled' && <NewCode officer={officer} />}
      {own ? (
        <p className="soft">{say('acts.own')}</p>
      ) : (
        <>
          {officer.state === 'disabled' ? (
            <OneAct key="enable" officer={officer} act="enable" />
          ) : (
            <OneAct key="disable" officer={officer} act="disable" />
          )}
          <OneAct key="retire" officer={officer} act="retire" />
        </>
      )}
    </>
  );
}

function NewCode({ officer }: { officer: OneOfficerView }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const { state, run } = useAct(client, reissueCodeContract);
  const [code, setCode] = useState<string | null>(null);
  return (
    <details className="act">
      <summary>{say('newCode')}</summary>
      <p>{say('newCode.about')}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} kept={false} />
      {code ? (
        <CodeOnce code={code} name={officer.name} />
      ) : (
        <button
          type="button"
          className="btn quiet"
          aria-disabled={state.at === 'sending'}
          onClick={() => void run({ officerId: officer.id }).then((done) => done && setCode(done.code))}
        >
          {say('newCode.do')}
        </button>
      )}
    </details>
  );
}

function OneAct({ officer, act }: { officer: OneOfficerView; act: keyof typeof ACTS }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const { state, run } = useAct(client, ACTS[act]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < LEAST_REASON;
  const send = async () => {
    setTried(true);
    if (short || state.at === 'sending') return;
    if ((await run({ officerId: officer.id, reason })) === null) return;
    tell('done', say(`${act}.done`, { name: officer.name }));
    await queries.invalidateQueries();
  };
  return (
    <details className="act">
      <summary>{say(act)}</summary>
      <p>{say(`${act}.sentence`, { name: officer.name })}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      {state.at === 'notReached' && (
        <div className="note waiting" role="alert">
          <p>{say('notReached')}</p>
        </div>
      )}
      <TextField
        label={say('reason')}
        hint={say('reason.hint')}
        required
        maxLength={500}
        value={reason}
        error={tried && short ? say('reason.short') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <button
        type="button"
        className={act === 'enable' ? 'btn' : 'btn stop'}
        aria-disabled={state.at === 'sending'}
        onClick={() => void send()}
      >
        {say(`${act}.do`)}
      </button>
    </details>
  );
}
