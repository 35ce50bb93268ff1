import { useState } from 'react';
import { openMinutesContract, remakeMinutesContract, reportContract } from '../../../../src/cards/disposal/contract.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActButton } from '../form/act-button.tsx';
import { useMay, useRefresh } from '../form/ask.tsx';
import { OpenFile } from '../form/open-file.tsx';
import type { OnePlan } from './plan.tsx';
import { texts } from './texts.ts';

/** After the fire: the minutes, whether they come out the same again, and the report to the ministry. */
export function Afterwards({ plan }: { plan: OnePlan }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const mayReport = useMay('disposal.report');
  const [again, setAgain] = useState<{ readonly same: boolean; readonly sha256: string } | null>(null);
  const { id } = plan;
  return (
    <>
      <h2>{say('minutes')}</h2>
      {plan.documentId === null ? (
        <p role="status">{say('minutes.wait')}</p>
      ) : (
        <div className="row">
          <OpenFile contract={openMinutesContract} input={{ id }} label={say('minutes.open')} />
          <ActButton
            contract={remakeMinutesContract}
            input={{ id }}
            label={say('minutes.again')}
            look="btn quiet"
            onDone={setAgain}
          />
          {mayReport && !plan.reported && (
            <ActButton
              contract={reportContract}
              input={{ id }}
              label={say('report')}
              onDone={() => {
                tell('done', say('report.done'));
                refresh();
              }}
            />
          )}
        </div>
      )}
      {again && (
        <div className={again.same ? 'note done' : 'note stopped'} role="status">
          <p className="mono wraps">{say(again.same ? 'minutes.same' : 'minutes.differs', { sha256: again.sha256 })}</p>
        </div>
      )}
      <h2>{say('witnesses')}</h2>
      <ul>
        {plan.witnesses.map(({ name, institution, outside }) => (
          <li key={`${name}${institution}`}>
            {name}, {institution} {outside && `(${say('outside')})`}
          </li>
        ))}
      </ul>
      <p>{say('photos', { n: plan.photos.length })}</p>
    </>
  );
}
