import { useState, type FormEvent } from 'react';
import { EXCEPTION_REASONS, type ExceptionReason } from '../../../../../src/recording/biometric/schema.ts';
import { ChoiceField } from '../../../../kit/text-field.tsx';
import type { Captured, CapturePart } from '../captured.ts';
import { useDeviceWords, type BodyModality } from './words.ts';

/** The reason why a finger or an iris is not recorded; a supervisor approves each. */
export function ExceptionForm({
  modality,
  position,
  item,
  part,
}: {
  modality: BodyModality;
  position: number;
  item: Captured | undefined;
  part: CapturePart;
}) {
  const { say, name } = useDeviceWords();
  const [reason, setReason] = useState<string>('');
  const [error, setError] = useState<string | undefined>();
  const what = name(modality, position);
  const put = (event: FormEvent) => {
    event.preventDefault();
    const exception = EXCEPTION_REASONS.find((each) => each === reason);
    if (!exception) return setError(say('exception.needed'));
    setError(undefined);
    part.put({
      modality,
      position,
      picture: null,
      template: null,
      quality: null,
      tries: Math.max(1, item?.tries ?? 1),
      exception,
    });
  };
  if (item?.exception)
    return (
      <div className="note">
        <p>
          <b>{say('exception.title', { what })}</b>: {say(`reason.${item.exception}`)}
        </p>
        <p className="soft">{say('exception.approved')}</p>
        <button type="button" className="btn quiet" onClick={() => part.remove({ modality, position })}>
          {say('exception.remove')}
        </button>
      </div>
    );
  return (
    <details className="exception">
      <summary>{say('exception.title', { what })}</summary>
      <form onSubmit={put} noValidate>
        <ChoiceField
          label={say('exception.reason')}
          hint={say('exception.approved')}
          error={error}
          none={say('exception.choose')}
          choices={EXCEPTION_REASONS.map((value: ExceptionReason) => ({ value, label: say(`reason.${value}`) }))}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" className="btn quiet">
          {say('exception.put')}
        </button>
      </form>
    </details>
  );
}
