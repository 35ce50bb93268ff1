import { useState } from 'react';
import { evidenceContract, witnessContract } from '../../../../src/cards/disposal/contract.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import type { OnePlan } from '../destruction/plan.tsx';
import { ActForm } from '../form/act-form.tsx';
import { useRefresh } from '../form/ask.tsx';
import { PICTURES, Upload } from '../form/upload.tsx';
import { texts } from './texts.ts';

/** A witness, by name and by the picture of the signature. */
export function Witness({ plan }: { plan: OnePlan }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const [signatureId, setSignature] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  return (
    <ActForm
      contract={witnessContract}
      form={`saksi.${plan.id}`}
      title={say('witness.add')}
      submit={say('witness.submit')}
      missing={signatureId === null ? say('signature.missing') : undefined}
      questions={() => [
        { name: 'name', label: say('name'), most: 120 },
        { name: 'institution', label: say('institution'), most: 160 },
        { name: 'position', label: say('position'), most: 120, optional: true },
        { name: 'outside', label: say('outside'), kind: 'tick' },
      ]}
      inputOf={({ name = '', institution = '', position = '', outside }) => ({
        id: plan.id,
        name: name.trim(),
        institution: institution.trim(),
        position: position.trim() || null,
        outside: Boolean(outside),
        signatureId: signatureId!,
      })}
      onDone={() => {
        setSignature(null);
        setRound(round + 1);
        tell('done', say('witness.done'));
        refresh();
      }}
    >
      <Upload
        key={round}
        contract={evidenceContract}
        input={{ id: plan.id, kind: 'signature' }}
        label={say('signature')}
        hint={say('signature.hint')}
        accept={PICTURES}
        onDone={({ id }) => setSignature(id)}
      />
    </ActForm>
  );
}

/** Photos of the day; each is kept by its hash, which stands in the minutes. */
export function Photo({ plan }: { plan: OnePlan }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <>
      <h2>{say('photo')}</h2>
      <Upload
        contract={evidenceContract}
        input={{ id: plan.id, kind: 'photo' }}
        label={say('photo.add')}
        hint={say('photo.hint')}
        accept={PICTURES}
        onDone={() => {
          tell('done', say('photo.done'));
          refresh();
        }}
      />
      <ul>
        {plan.photos.map((hash) => (
          <li className="mono wraps" key={hash}>
            {say('kept', { hash: hash.slice(0, 16) })}
          </li>
        ))}
      </ul>
    </>
  );
}
