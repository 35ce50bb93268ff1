import { liftHoldContract, placeHoldContract } from '../../../../src/cards/disposal/contract.ts';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../form/act-form.tsx';
import { useMay, useRefresh } from '../form/ask.tsx';
import { texts as wordTexts } from '../words/texts.ts';
import type { OneBag } from './bag.tsx';
import { texts } from './texts.ts';

/** A bag that a case needs is held: nothing burns it, and two persons let it go. */
export function Holds({ bag }: { bag: OneBag }) {
  const say = useSay(texts);
  const words = useSay(wordTexts);
  const format = useFormat();
  const mayHold = useMay('disposal.hold');
  const mayLift = useMay('disposal.hold_lift.propose');
  return (
    <>
      {bag.holds.length > 0 && <h2>{say('holds')}</h2>}
      {bag.holds.map(({ id, ground, reference, placedAt, untilOn, lifted }) => (
        <div className={lifted ? 'note' : 'note waiting'} key={id}>
          <p>
            <Tag standing={lifted ? 'plain' : 'sealed'}>{lifted ? say('lifted') : words('held')}</Tag>
          </p>
          <p>
            {say('holds.line', {
              reference,
              ground,
              since: format.instant(placedAt),
              until: format.date(untilOn),
            })}
          </p>
        </div>
      ))}
      {mayLift && bag.held && <Lift bag={bag} />}
      {mayHold && bag.state !== 'OPEN' && bag.state !== 'DESTROYED' && (
        <details className="act scanner">
          <summary>{say('hold')}</summary>
          <Place bag={bag} />
        </details>
      )}
    </>
  );
}

function Place({ bag }: { bag: OneBag }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <ActForm
      contract={placeHoldContract}
      form={`tahan.${bag.id}`}
      title={say('hold')}
      about={say('hold.about')}
      submit={say('hold.submit')}
      questions={() => [
        { name: 'ground', label: say('ground'), least: 10 },
        { name: 'reference', label: say('reference'), most: 80 },
        { name: 'untilOn', label: say('until'), kind: 'date' },
      ]}
      inputOf={({ ground = '', reference = '', untilOn = '' }) => ({
        id: bag.id,
        ground: ground.trim(),
        reference: reference.trim(),
        untilOn,
      })}
      onDone={() => {
        tell('done', say('holdDone'));
        refresh();
      }}
    />
  );
}

function Lift({ bag }: { bag: OneBag }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const open = bag.holds.filter(({ lifted }) => !lifted);
  return (
    <ActForm
      contract={liftHoldContract}
      form={`cabut.${bag.id}`}
      title={say('lift')}
      about={say('lift.about')}
      submit={say('lift')}
      questions={() => [
        {
          name: 'holdId',
          label: say('which'),
          kind: 'choice',
          choices: open.map(({ id, reference }) => ({ value: id, label: reference })),
        },
        { name: 'reason', label: say('reason'), least: 10 },
      ]}
      inputOf={({ holdId = '', reason = '' }) => ({ holdId, reason: reason.trim() })}
      onDone={() => {
        tell('waiting', say('lift.done'));
        refresh();
      }}
    />
  );
}
