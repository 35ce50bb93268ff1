import { plain } from '../../kit/plain.ts';
import { Link } from '@tanstack/react-router';
import type { recordEventContract } from '../../../src/register/civil-event/contract.ts';
import type { RecordableKind } from '../../../src/register/civil-event/schema.ts';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { Identifier } from '../../kit/identifier.tsx';
import { useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import type { Picked } from '../register/picker/person-field.tsx';
import type { EventDraft, SeatDraft } from './draft.ts';
import { FIELDS } from './fields.ts';
import { PaperActs } from './paper-acts.tsx';
import { Lines } from './preview.tsx';
import { texts } from './texts.ts';
import { useEventWords } from './words.ts';

/** What came of it: the NIK to hand over, the certificate, and where to go on. */
export function Outcome({
  kind,
  draft,
  recorded,
  onAgain,
}: {
  kind: RecordableKind;
  draft: EventDraft;
  recorded: AnswerOf<typeof recordEventContract>;
  onAgain: () => void;
}) {
  const say = useSay(texts);
  const words = useEventWords();
  const tell = useTell();
  const named = plain(draft.details['name']);
  const copy = async (nik: string) => {
    await navigator.clipboard.writeText(nik);
    tell('done', say('outcome.copied'));
  };
  const headless = recorded.effects.some(({ code }) => code.endsWith('card_headless'));
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('outcome.title', { kind: words.kind(kind) })}
      </h1>
      {recorded.registered.map(({ ref, nik }) => (
        <div key={ref} className="great-number">
          <div className="soft">{say('outcome.nik', { name: named })}</div>
          <div className="row">
            <Identifier value={nik} />
            <button type="button" className="btn quiet" onClick={() => void copy(nik)}>
              {say('outcome.copy')}
            </button>
          </div>
        </div>
      ))}
      {recorded.certificateNumber && (
        <dl className="facts">
          <dt>{say('outcome.number')}</dt>
          <dd className="mono">{recorded.certificateNumber}</dd>
        </dl>
      )}
      <PaperActs eventId={recorded.id} papers={recorded.papers} />
      <h2>{say('outcome.happened')}</h2>
      <Lines lines={recorded.effects} />
      {recorded.daysLate > 0 && (
        <div className="note waiting">
          <p>{say('preview.late', { days: recorded.daysLate })}</p>
        </div>
      )}
      {recorded.warnings.length > 0 && (
        <div className="note waiting">
          <Lines lines={recorded.warnings} />
        </div>
      )}
      <ul className="onward">
        {recorded.registered.map(({ ref }) => (
          <li key={ref}>
            <ToPerson personRef={ref} name={named} />
          </li>
        ))}
        {peopleOf(kind, draft).map((person) => (
          <li key={person.ref}>
            <ToPerson personRef={person.ref} name={person.name} />
          </li>
        ))}
        {headless && (
          <li>
            <Link to={'/petugas/keluarga' as '/petugas'}>{say('outcome.headless')}</Link>
          </li>
        )}
        {kind === 'move' && (
          <li>
            <Link to={'/petugas/perpindahan' as '/petugas'}>{say('outcome.moves')}</Link>
          </li>
        )}
        <li>
          <Link to={'/petugas/peristiwa/$eventId' as '/petugas'} params={{ eventId: recorded.id } as never}>
            {say('outcome.event')}
          </Link>
        </li>
      </ul>
      <div className="row acts">
        <button type="button" className="btn quiet" onClick={onAgain}>
          {say('outcome.next')}
        </button>
        <Link className="btn plain" to={'/petugas/peristiwa-baru' as '/petugas'}>
          {say('form.other')}
        </Link>
      </div>
    </>
  );
}

function ToPerson({ personRef, name }: { personRef: string; name: string }) {
  const say = useSay(texts);
  return (
    <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: personRef } as never}>
      {say('outcome.person', { name })}
    </Link>
  );
}

/** Everybody of this region whom the report named. */
function peopleOf(kind: RecordableKind, draft: EventDraft): readonly Picked[] {
  const named = FIELDS[kind].flatMap(({ name, as }) => {
    const value = draft.details[name];
    if (!value) return [];
    if (as === 'person') return [value as Picked];
    if (as === 'people') return value as readonly Picked[];
    return as === 'seats'
      ? (value as readonly SeatDraft[]).filter((seat) => seat.going).map((seat) => seat.person)
      : [];
  });
  return named.filter((person) => !person.masked);
}
