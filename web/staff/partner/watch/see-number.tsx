import { useState } from 'react';
import { seeNumberContract } from '../../../../src/sharing/verification/watch/contract.ts';
import type { Alarm } from '../../../../src/sharing/verification/watch/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Identifier } from '../../../kit/identifier.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useHouse } from '../../house.tsx';
import { PurposeForm } from '../../purpose/purpose.tsx';
import { useMay } from '../form/ask.tsx';
import { texts } from './texts.ts';

/** The whole number, once the officer has said why he looks. It stays until he leaves the page. */
export function SeeNumber({ alarm }: { alarm: Alarm }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const { client } = useHouse();
  const { state, run } = useAct(client, seeNumberContract);
  const [asking, setAsking] = useState(false);
  const [niks, setNiks] = useState<readonly string[] | null>(null);
  if (!useMay('partner.watch.number')) return null;
  if (niks)
    return (
      <div className="note" role="status">
        {niks.map((nik) => (
          <p key={nik}>
            <Identifier value={nik} />
          </p>
        ))}
        <p className="soft">{say(alarm.owner ? 'see.invented' : 'see.done')}</p>
      </div>
    );
  const see = async (purpose: string) => {
    if (state.at === 'sending') return;
    const answer = await run({ id: alarm.id }, { purpose });
    if (answer) setNiks(answer.niks);
  };
  return (
    <div className="no-print">
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} kept={false} />
      {state.at === 'notReached' && (
        <div className="note waiting" role="alert">
          <p>{kitSay('form.notSent')}</p>
        </div>
      )}
      {asking ? (
        <PurposeForm onState={(code) => void see(code)} />
      ) : (
        <button type="button" className="btn quiet" onClick={() => setAsking(true)}>
          {say('see')}
        </button>
      )}
    </div>
  );
}
