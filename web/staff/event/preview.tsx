import type { Ref } from 'react';
import type { previewEventContract } from '../../../src/register/civil-event/contract.ts';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import type { ActState } from '../../kit/act.ts';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { texts } from './texts.ts';

type Would = AnswerOf<typeof previewEventContract>;

/** What recording would do, line by line, and the button that does it. */
export function Preview({
  ref,
  would,
  state,
  onRecord,
  onChange,
}: {
  ref: Ref<HTMLDivElement>;
  would: Would;
  state: ActState;
  onRecord: () => void;
  onChange: () => void;
}) {
  const say = useSay(texts);
  const kit = useSay(kitTexts);
  const sending = state.at === 'sending';
  return (
    <section className="follows" ref={ref} tabIndex={-1} aria-labelledby="akibat">
      <h2 id="akibat">{say('preview.title')}</h2>
      <Lines lines={would.effects} />
      {would.daysLate > 0 && (
        <div className="note waiting">
          <p>{say('preview.late', { days: would.daysLate })}</p>
        </div>
      )}
      {would.warnings.length > 0 && (
        <div className="note waiting">
          <p>
            <Tag standing="waiting">{say('preview.warnings')}</Tag>
          </p>
          <Lines lines={would.warnings} />
        </div>
      )}
      {state.at === 'notReached' && (
        <div className="note waiting" role="alert">
          <p>{kit('form.notSent')}</p>
        </div>
      )}
      <div className="row acts">
        <button type="button" className="btn" aria-disabled={sending} onClick={onRecord}>
          {say(sending ? 'preview.recording' : 'preview.record')}
        </button>
        <button type="button" className="btn quiet" onClick={onChange}>
          {say('preview.change')}
        </button>
        <span className="soft">{say('preview.none')}</span>
      </div>
    </section>
  );
}

/** Lines of the server; a late report is left to the note that says what it means. */
export function Lines({ lines }: { lines: readonly { readonly code: string; readonly text: string }[] }) {
  const shown = lines.filter(({ code }) => code !== 'civil_event.effect.late');
  return (
    <ul className="lines">
      {shown.map(({ code, text }, place) => (
        <li key={`${code}${place}`}>{text}</li>
      ))}
    </ul>
  );
}
