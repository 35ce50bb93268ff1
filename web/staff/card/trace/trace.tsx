import { Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { traceCardContract } from '../../../../src/cards/card/contract.ts';
import type { TracedCard } from '../../../../src/cards/card/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { DataTable, type Column } from '../../../kit/data-table.tsx';
import { Identifier } from '../../../kit/identifier.tsx';
import { Failing, Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useFormat } from '../../../kit/text.tsx';
import { useBlankWords } from '../../blank/words/words.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { CARD_STANDING, useCardWords } from '../words.ts';

/** From a NIK, a serial or a UID to every state of the card. What was asked stands in no address. */
export function TraceCard() {
  const { say } = useCardWords();
  const { client } = useHouse();
  const { state, run } = useAct(client, traceCardContract);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const [found, setFound] = useState<readonly TracedCard[] | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (state.at === 'sending') return;
    const what = typed.replaceAll(/[\s.:-]/g, '');
    setMissing(what === '');
    if (what === '') return;
    setFound(null);
    const done = await run({ what });
    setFound(done?.cards ?? null);
    // The next scan takes the place of this one.
    field.current?.select();
  };
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('trace.title')}
      </h1>
      <p className="soft">{say('trace.about')}</p>
      <form noValidate onSubmit={(event) => void submit(event)} className="trace-form">
        <TextField
          ref={field}
          label={say('trace.what')}
          hint={say('trace.what.hint')}
          name="what"
          className="identifier"
          required
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={typed}
          error={missing ? say('trace.missing') : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Submit state={state} busy={say('trace.searching')}>
          {say('trace.submit')}
        </Submit>
      </form>
      {state.at === 'refused' && <Failing error={state.problem} />}
      {state.at === 'sending' && <Loading lines={8} />}
      {found && (
        <>
          <p role="status">{say('trace.found', { n: found.length })}</p>
          {found.map((card) => (
            <Found key={card.id} card={card} />
          ))}
        </>
      )}
    </>
  );
}

type Step = TracedCard['steps'][number];

function Found({ card }: { card: TracedCard }) {
  const { say, state, cause, reason, validity } = useCardWords();
  const format = useFormat();
  const blanks = useBlankWords();
  const { scopes } = useSession();
  const serial = card.serial ?? say('of.unserial');
  const columns: Column<Step>[] = [
    { key: 'state', head: say('state'), cell: (step) => state(step.state), names: true },
    { key: 'at', head: say('trace.at'), cell: (step) => format.instant(step.at) },
    { key: 'who', head: say('trace.who'), cell: (step) => step.officer ?? say('trace.system') },
    { key: 'office', head: say('trace.office'), cell: (step) => step.office ?? '' },
    {
      key: 'why',
      head: say('trace.why'),
      cell: ({ cause: why, reason: because }) =>
        [why && cause(why), because && reason(because)].filter(Boolean).join(': '),
    },
  ];
  const { blank } = card;
  return (
    <article>
      <h2>{say('trace.card', { serial })}</h2>
      <p>
        <Tag standing={CARD_STANDING[card.state]}>{state(card.state)}</Tag>{' '}
        <span className="soft">{validity(card.state)}</span>
      </p>
      <dl className="facts">
        <dt>{say('holder')}</dt>
        <dd>
          {scopes.includes('resident.read') ? (
            <Link to={'/petugas/penduduk/$ref' as '/petugas'} params={{ ref: card.ref } as never}>
              {card.holder}
            </Link>
          ) : (
            card.holder
          )}
        </dd>
        <dt>{say('serial')}</dt>
        <dd>{card.serial ? <Identifier value={card.serial} /> : serial}</dd>
        <dt>{say('uid')}</dt>
        <dd>{card.uid ? <span className="mono">{card.uid}</span> : say('uid.unknown')}</dd>
      </dl>
      {blank && (
        <p className="soft">
          {say('trace.blank', {
            state: blanks.state(blank.now.state),
            store: blank.now.store,
            office: blank.now.office,
          })}
        </p>
      )}
      <DataTable
        caption={say('trace.steps', { serial })}
        columns={columns}
        rows={{ at: 'here', rows: card.steps }}
        rowKey={(step) => `${step.state}${step.recordedAt}${step.at}`}
        empty=""
      />
    </article>
  );
}
