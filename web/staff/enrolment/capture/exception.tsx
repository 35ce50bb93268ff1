import { useId, useState, type FormEvent } from 'react';
import {
  EXCEPTION_REASONS,
  itemKey,
  type ExceptionReason,
  type Item,
} from '../../../../src/recording/biometric/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import type { CapturePart } from './captured.ts';
import { texts } from './texts.ts';

/** Why a thing is not recorded: one of the reasons, or the one given and the way to take it back. */
export function ExceptionChoice({
  item,
  captured,
  put,
  remove,
}: CapturePart & {
  item: Item;
}) {
  const say = useSay(texts);
  const kept = captured.find((each) => itemKey(each) === itemKey(item));
  if (kept?.exception) {
    return (
      <div className="note waiting" role="status">
        <p>
          <b>{say('exception.kept', { reason: say(`reason.${kept.exception}`) })}</b>
        </p>
        <p>{say('exception.approval')}</p>
        <button type="button" className="btn quiet" onClick={() => remove(item)}>
          {say('exception.takeBack')}
        </button>
      </div>
    );
  }
  const except = (exception: ExceptionReason) =>
    put({ ...plain(item), picture: null, template: null, quality: null, tries: kept?.tries ?? 1, exception });
  return (
    <details className="aside">
      <summary>{say(`exception.of.${item.modality}`)}</summary>
      <ReasonForm onReason={except} />
    </details>
  );
}

const plain = ({ modality, position }: Item): Item => ({ modality, position });

/** A reason is chosen, then said: nothing happens by moving through the list with the arrow keys. */
export function ReasonForm({ onReason }: { onReason: (reason: ExceptionReason) => void }) {
  const say = useSay(texts);
  const group = useId();
  const [chosen, setChosen] = useState<ExceptionReason | null>(null);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen) onReason(chosen);
  };
  return (
    <form onSubmit={submit}>
      <fieldset className="options">
        <legend>{say('exception.why')}</legend>
        <p className="soft">{say('exception.approval')}</p>
        {EXCEPTION_REASONS.map((reason) => (
          <label key={reason}>
            <input type="radio" name={group} checked={reason === chosen} onChange={() => setChosen(reason)} />
            {say(`reason.${reason}`)}
          </label>
        ))}
        {tried && !chosen && (
          <p className="fault" role="alert">
            {say('exception.missing')}
          </p>
        )}
      </fieldset>
      <button type="submit" className="btn quiet">
        {say('exception.keep')}
      </button>
    </form>
  );
}
