import { useId, useState, type FormEvent } from 'react';
import { dayIn } from '../../../../src/core/time/clock.ts';
import { checkNik } from '../../../../src/register/resident/nik.ts';
import { NikField } from '../../../kit/nik-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useDistrictName } from '../../regions.ts';
import { texts } from './texts.ts';

export interface Named {
  readonly nik: string;
  readonly name: string;
}

/** A NIK, read out as it is typed, and a name as it stands on the paper that the person brought. */
export function NamedForm({
  submit,
  busy = false,
  fault,
  onNamed,
}: {
  submit: string;
  busy?: boolean;
  fault?: string | null;
  onNamed: (named: Named) => void;
}) {
  const say = useSay(texts);
  const group = useId();
  const districtName = useDistrictName();
  const [nik, setNik] = useState('');
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const right = checkNik(nik, { today: dayIn('Asia/Jakarta', new Date()) }).ok;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (busy) return;
    if (right && name.trim()) return onNamed({ nik, name: name.trim().toUpperCase() });
    event.currentTarget.querySelector<HTMLInputElement>(right ? '[name=name]' : '[name=nik]')?.focus();
  };
  return (
    <form onSubmit={send} noValidate aria-label={say('named')} id={group}>
      <NikField
        label="NIK"
        name="nik"
        required
        value={nik}
        onChange={setNik}
        districtName={districtName}
        error={tried && nik === '' ? say('named.nik.missing') : undefined}
      />
      <TextField
        label={say('named.name')}
        hint={say('named.name.hint')}
        name="name"
        required
        value={name}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        error={tried && !name.trim() ? say('named.name.missing') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      {fault && (
        <div className="note stopped" role="alert">
          <p>{fault}</p>
        </div>
      )}
      <button type="submit" className="btn" aria-disabled={busy}>
        {submit}
      </button>
    </form>
  );
}
