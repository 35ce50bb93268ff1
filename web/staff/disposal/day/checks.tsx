import { checkSealContract, recountContract } from '../../../../src/cards/disposal/contract.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import type { OnePlan } from '../destruction/plan.tsx';
import { ActForm } from '../form/act-form.tsx';
import { useRefresh } from '../form/ask.tsx';
import { readNumber } from '../form/field.tsx';
import { texts } from './texts.ts';

interface Given {
  readonly plan: OnePlan;
  readonly bag: OnePlan['list'][number];
}

/** The seal of the next bag, read off the bag. */
export function Seal({ plan, bag: { bagId, number } }: Given) {
  const say = useSay(texts);
  const checked = useChecked();
  return (
    <ActForm
      contract={checkSealContract}
      form={`segel.${plan.id}.${bagId}`}
      title={say('seal.of', { number })}
      submit={say('seal.submit')}
      questions={() => [
        { name: 'seal', label: say('seal'), kind: 'code', most: 40 },
        {
          name: 'sealWhole',
          label: say('whole'),
          kind: 'choice',
          choices: [
            { value: 'ya', label: say('yes') },
            { value: 'tidak', label: say('no') },
          ],
        },
      ]}
      inputOf={({ seal = '', sealWhole }) => ({
        id: plan.id,
        bagId,
        seal: seal.trim(),
        sealWhole: sealWhole === 'ya',
      })}
      onDone={({ agrees }) => checked(agrees, say('seal.agrees'))}
    />
  );
}

/** A drawn bag, counted without being told what should be in it. */
export function Recount({ plan, bag: { bagId, number } }: Given) {
  const say = useSay(texts);
  const checked = useChecked();
  return (
    <ActForm
      contract={recountContract}
      form={`ulang.${plan.id}.${bagId}`}
      title={say('recount.of', { number })}
      about={say('recount.about')}
      submit={say('recount.submit')}
      questions={() => [{ name: 'counted', label: say('counted'), kind: 'count' }]}
      inputOf={({ counted = '' }) => ({ id: plan.id, bagId, counted: readNumber(counted) ?? 0 })}
      onDone={({ agrees }) => checked(agrees, say('recount.agrees'))}
    />
  );
}

function useChecked() {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (agrees: boolean, words: string) => {
    if (agrees) tell('done', words);
    else tell('stopped', say('stopped'));
    refresh();
  };
}
