import { useState } from 'react';
import type { countBagContract, receiveBagContract } from '../../../../src/cards/disposal/contract.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../form/act-form.tsx';
import { useRefresh } from '../form/ask.tsx';
import { readNumber } from '../form/field.tsx';
import type { OneBag } from './bag.tsx';
import { texts } from './texts.ts';

/** A blind count of a sealed bag: the seal as it is read, the pieces as they are counted. */
export function CountBag({
  bag,
  contract,
  title,
  onCounted,
}: {
  bag: Pick<OneBag, 'id'>;
  contract: typeof countBagContract | typeof receiveBagContract;
  title: string;
  /** Who tells of the outcome elsewhere. */
  onCounted?: (agrees: boolean) => void;
}) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const [differs, setDiffers] = useState(false);
  return (
    <>
      {differs && (
        <div className="note stopped" role="alert">
          <p>{say('differs')}</p>
        </div>
      )}
      <ActForm
        contract={contract as typeof countBagContract}
        form={`hitung.${bag.id}`}
        title={title}
        about={say('recount.about')}
        submit={say('recount.submit')}
        questions={() => [
          { name: 'seal', label: say('sealRead'), kind: 'code', most: 40 },
          {
            name: 'sealWhole',
            label: say('whole'),
            kind: 'choice',
            choices: [
              { value: 'ya', label: say('yes') },
              { value: 'tidak', label: say('no') },
            ],
          },
          { name: 'counted', label: say('counted'), kind: 'count' },
          { name: 'note', label: say('note'), optional: true },
        ]}
        inputOf={({ seal = '', sealWhole, counted = '', note = '' }) => ({
          id: bag.id,
          seal: seal.trim(),
          sealWhole: sealWhole === 'ya',
          counted: readNumber(counted) ?? 0,
          note: note.trim() || null,
        })}
        onDone={({ agrees }) => {
          if (agrees) tell('done', say('agrees'));
          else tell('stopped', say('differs'));
          setDiffers(!agrees);
          onCounted?.(agrees);
          refresh();
        }}
      />
    </>
  );
}
