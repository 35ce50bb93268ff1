import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { checkSampleContract } from '../../../../src/cards/card/check/contract.ts';
import type { WaitingPrint } from '../../../../src/cards/card/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Identifier } from '../../../kit/identifier.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { CardFace } from '../face.tsx';
import { useGo } from '../go.tsx';
import { useForgetCards } from '../read.ts';
import { useCardWords } from '../words.ts';

interface Seen {
  readonly uid: string;
  readonly same: boolean;
}

/** The cards that were drawn, each with its face and its chip; all of them good, and the others pass. */
export function SampleForm(given: {
  /** The office that is checked from afar; `null`: here. */
  office: string | null;
  drawn: readonly WaitingPrint[];
  rest: readonly WaitingPrint[];
}) {
  const { office, drawn, rest } = given;
  const { say } = useCardWords();
  const tell = useTell();
  const go = useGo();
  const { client } = useHouse();
  const forget = useForgetCards();
  const [seen, setSeen] = useState<Readonly<Record<string, Seen>>>({});
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, checkSampleContract);
  const of = (id: string): Seen => seen[id] ?? { uid: '', same: false };
  const done = drawn.filter(({ id }) => of(id).same && of(id).uid.trim() !== '').length;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (done < drawn.length || state.at === 'sending') return;
    const looked = drawn.map(({ id }) => ({ id, uid: of(id).uid.trim(), faceSame: true as const }));
    const answer = await run({ looked, rest: rest.map(({ id }) => id) });
    if (answer === null) return;
    tell('done', say('sample.done', { n: answer.checked }));
    await forget();
    if (office === null) await go('', 'arrive');
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>{say('sample.drawn', { n: drawn.length, all: drawn.length + rest.length })}</p>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      {drawn.map((print, place) => (
        <OnePrint
          key={print.id}
          print={print}
          open={place === 0}
          seen={of(print.id)}
          tried={tried}
          office={office}
          onChange={(next) => setSeen((before) => ({ ...before, [print.id]: next }))}
        />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{say('sample.rest', { n: rest.length })}</summary>
          <ul>
            {rest.map(({ id, name, serial }) => (
              <li key={id}>
                {name} {serial && <Identifier value={serial} />}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p role="status">{say('sample.progress', { n: done, all: drawn.length })}</p>
      <Submit state={state} busy={say('sending')}>
        {say('sample.submit', { n: drawn.length + rest.length })}
      </Submit>
    </form>
  );
}

function OnePrint(given: {
  print: WaitingPrint;
  open: boolean;
  seen: Seen;
  tried: boolean;
  office: string | null;
  onChange: (seen: Seen) => void;
}) {
  const { print, seen, tried, office, onChange } = given;
  const { say, kind } = useCardWords();
  // A face is a look: it is fetched only for the card that is opened.
  const [open, setOpen] = useState(given.open);
  return (
    <details className="one-print" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{print.name}</b> · {kind(print.kind)} {print.serial && <Identifier value={print.serial} />}{' '}
        {seen.same && seen.uid.trim() !== '' && <span className="tag done">{say('sample.looked')}</span>}
      </summary>
      {open && (
        <>
          <CardFace cardId={print.id} pdf={false} />
          <TextField
            label={say('check.uid')}
            hint={say('check.uid.hint')}
            name={`uid-${print.id}`}
            className="identifier"
            required
            autoComplete="off"
            spellCheck={false}
            maxLength={30}
            value={seen.uid}
            error={tried && seen.uid.trim() === '' ? say('sample.uid.missing') : undefined}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            onChange={(event) => onChange({ ...seen, uid: event.target.value })}
          />
          <label className="tick">
            <input
              type="checkbox"
              checked={seen.same}
              onChange={(event) => onChange({ ...seen, same: event.target.checked })}
            />
            {say('check.same')}
          </label>
          {tried && !seen.same && (
            <p className="fault" role="alert">
              {say('sample.same.missing')}
            </p>
          )}
          <p>
            <Link
              to={`/petugas/kartu/periksa/${print.id}` as '/petugas'}
              search={(office ? { kantor: office } : {}) as never}
            >
              {say('sample.bad')}
            </Link>
          </p>
        </>
      )}
    </details>
  );
}
