import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { giveCodeContract } from '../../../src/sharing/citizen/contract.ts';
import { useAct } from '../../kit/act.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
import { usePurpose } from '../purpose/purpose.tsx';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

/** On the person's page: the code with which he signs in the first time, shown once and printed. */
export function CodeOf({ personRef }: { personRef: string }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const { scopes } = useSession();
  const { code: purpose } = usePurpose();
  const { state, run } = useAct(client, giveCodeContract);
  const [given, setGiven] = useState<AnswerOf<typeof giveCodeContract> | null>(null);
  const give = async () => {
    if (state.at === 'sending') return;
    const answer = await run({ ref: personRef }, { purpose });
    if (answer) setGiven(answer);
  };
  return (
    <section>
      <h2 className="no-print">{say('code.title')}</h2>
      <p className="no-print">{say('code.about')}</p>
      {scopes.includes('citizen.assist') && (
        <p className="no-print">
          {say('code.cannot')}{' '}
          <Link to={'/petugas/penduduk/$ref/bantuan' as '/petugas'} params={{ ref: personRef } as never}>
            {say('code.assist')}
          </Link>
        </p>
      )}
      {given && <Shown given={given} />}
      <form
        className="no-print"
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
        <Submit state={state} busy={say('code.giving')}>
          {say(given ? 'code.again' : 'code.give')}
        </Submit>
      </form>
    </section>
  );
}

function Shown({ given }: { given: AnswerOf<typeof giveCodeContract> }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <div className="note done" role="status">
      <p>
        <b>{say('code.paper')}</b>
      </p>
      <p className="service-code mono">{given.code}</p>
      <p>{say('code.until', { date: format.date(given.endsOn), address: given.address })}</p>
      <p>{say('code.paper.how')}</p>
      <p className="soft no-print">{say('code.once')}</p>
      <p className="no-print">
        <button type="button" className="btn quiet" onClick={() => window.print()}>
          {say('code.print')}
        </button>
      </p>
    </div>
  );
}
