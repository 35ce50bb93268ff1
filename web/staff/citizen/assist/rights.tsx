import { useState } from 'react';
import { rightAssistedContract } from '../../../../src/sharing/citizen/assisted/contract.ts';
import type { Assistance } from '../../../../src/sharing/citizen/assisted/schema.ts';
import { RIGHT_NAMES, type Right } from '../../../../src/sharing/citizen/right/rules.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ReasonForm } from '../../register/reason-form.tsx';
import { texts } from './texts.ts';

/** What the person has asked for already, and the form for another right. */
export function Rights({ assistance: { id, rights }, again }: { assistance: Assistance; again: () => void }) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const [right, setRight] = useState<Right | ''>('');
  return (
    <section>
      <h3>{say('rights')}</h3>
      <ul>
        {rights.map(({ number, right: asked, dueAt, answered }) => (
          <li key={number}>
            {number}: {say(`right.${asked}`)},{' '}
            {answered ? say('rights.answered') : say('rights.due', { due: format.instant(dueAt) })}
          </li>
        ))}
      </ul>
      <details className="act">
        <summary>{say('right.ask')}</summary>
        <ReasonForm
          key={rights.length}
          contract={rightAssistedContract}
          form={`bantuan.hak.${id}`}
          fields={[{ name: 'words', label: say('right.words'), hint: say('right.words.hint'), kind: 'long' }]}
          input={({ words }) => ({ id, right: right as Right, words: words ?? '' })}
          ready={right === '' ? { name: 'right', label: say('right.which'), message: say('right.missing') } : null}
          submit={say('right.act')}
          busy={say('right.acting')}
          onDone={({ number }) => {
            tell('done', say('right.done', { number }));
            setRight('');
            again();
          }}
        >
          <ChoiceField
            label={say('right.which')}
            name="right"
            required
            value={right}
            none={say('right.choose')}
            choices={RIGHT_NAMES.map((each) => ({ value: each, label: say(`right.${each}`) }))}
            onChange={({ target: { value } }) => setRight(value as Right | '')}
          />
        </ReasonForm>
      </details>
    </section>
  );
}
