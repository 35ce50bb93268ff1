import { useState } from 'react';
import { reportIncidentContract } from '../../../../src/cards/blank/incident/contract.ts';
import { INCIDENT_KINDS } from '../../../../src/cards/blank/incident/rules.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useOfficeDay } from '../../enrolment/filter/day.ts';
import { useRefreshBlanks } from '../ask.ts';
import { useCarried } from '../carried.ts';
import { Go, useGo } from '../go.tsx';
import { CodeField } from '../scan/code-field.tsx';
import { texts } from './texts.ts';

/** An officer reports a blank that is where it should not be: with what was read on it, where, and what is known. */
export function ReportIncident() {
  const say = useSay(texts);
  const tell = useTell();
  const go = useGo();
  const today = useOfficeDay();
  const refresh = useRefreshBlanks();
  const carried = useCarried();
  const [seen, setSeen] = useState<readonly string[]>(() => carried.map(({ first }) => first));
  const kinds = INCIDENT_KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }));
  return (
    <>
      <p className="soft no-print">
        <Go to="/insiden">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('told.title')}
      </h1>
      <p>{say('told.about')}</p>
      <ActForm
        contract={reportIncidentContract}
        form="insiden.lapor"
        title={say('report')}
        submit={say('told.submit')}
        questions={() => [
          { name: 'kind', label: say('told.kind'), kind: 'choice', choices: kinds },
          { name: 'place', label: say('told.place'), hint: say('told.place.hint'), most: 200 },
          {
            name: 'seenOn',
            label: say('told.on'),
            kind: 'date',
            check: (day) => (day > today ? say('told.future') : undefined),
          },
          { name: 'words', label: say('told.words'), hint: say('told.words.hint'), kind: 'words', most: 2_000 },
          { name: 'police', label: say('told.police'), most: 80, optional: true },
          { name: 'office', label: say('told.office'), most: 120, optional: true },
        ]}
        missing={({ kind, police = '', office = '' }) =>
          kind === 'stolen' && seen.length === 0
            ? say('told.stolen')
            : (police.trim() === '') !== (office.trim() === '')
              ? say('told.office.missing')
              : undefined
        }
        inputOf={({ kind, place = '', seenOn = '', words = '', police = '', office = '' }) => ({
          kind: kind as (typeof INCIDENT_KINDS)[number],
          place: place.trim(),
          seenOn,
          words: words.trim(),
          seen: [...seen],
          ...(police.trim() && { police: { number: police.trim(), office: office.trim() } }),
        })}
        onDone={({ id, number, known }) => {
          tell('done', say('told.done', { number, known }));
          refresh();
          void go(`/insiden/${id}`);
        }}
      >
        <CodeField
          label={say('told.seen')}
          hint={say('told.seen.hint')}
          name="seen"
          optional
          value={seen}
          onChange={(codes) => setSeen(codes)}
        />
      </ActForm>
    </>
  );
}
