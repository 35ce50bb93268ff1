import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { putAwayContract } from '../../../../src/recording/enrolment/intake/contract.ts';
import { PUT_AWAY_REASONS } from '../../../../src/recording/enrolment/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { inFours } from '../../../kit/format.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useSay } from '../../../kit/text.tsx';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { listOutbox, type OutboxEntry } from './entries.ts';
import { putAway } from './outbox.ts';
import { Refusal } from './page.tsx';
import { texts } from './texts.ts';

type Because = (typeof PUT_AWAY_REASONS)[number];

/** A refused packet leaves the device: after its refusal was read, and what became of the person was said. */
export function PutAway() {
  const say = useSay(texts);
  const id = useAddressPart('packetId');
  const query = useQuery({ queryKey: ['outbox', 'entries'], queryFn: listOutbox });
  const entry = query.data?.find((each) => each.id === id);
  return (
    <>
      <p className="soft">
        <Link to={'/petugas/perekaman/kotak-kirim' as '/petugas'}>{say('back')}</Link>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('putAway.title')}
      </h1>
      {!query.data ? (
        <Loading />
      ) : entry?.state.at === 'refused' ? (
        <Form entry={entry} state={entry.state} />
      ) : (
        <p>{say('putAway.gone')}</p>
      )}
    </>
  );
}

function Form({ entry, state }: { entry: OutboxEntry; state: Extract<OutboxEntry['state'], { at: 'refused' }> }) {
  const say = useSay(texts);
  const kit = useSay(kitTexts);
  const tell = useTell();
  const navigate = useNavigate();
  const { client } = useHouse();
  const act = useAct(client, putAwayContract);
  const [because, setBecause] = useState<Because | ''>('');
  const [missing, setMissing] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (act.state.at === 'sending') return;
    setMissing(!because);
    if (!because) return;
    // First noted at the centre, then gone from here: never the other way round.
    const noted = await act.run({ id: entry.id, station: entry.station, refused: state.code, because });
    if (noted === null) return;
    await putAway(entry);
    tell('done', say('putAway.done'));
    await navigate({ to: '/petugas/perekaman/kotak-kirim' as '/petugas' });
  };
  const fault = missing ? kit('fault.required') : undefined;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <p className="lead">{say('putAway.about')}</p>
      <p>
        <b>{entry.label?.name ?? say('unreadable')}</b>{' '}
        {entry.label && <span className="mono">{inFours(entry.label.nik)}</span>}
      </p>
      <h2>{say('putAway.why')}</h2>
      <Refusal state={state} />
      <ErrorSummary
        problem={act.state.at === 'refused' ? act.state.problem : null}
        faults={fault ? [{ name: 'because', label: say('putAway.because'), message: fault }] : []}
      />
      <ChoiceField
        label={say('putAway.because')}
        name="because"
        required
        none=""
        choices={PUT_AWAY_REASONS.map((each) => ({ value: each, label: say(`because.${each}`) }))}
        value={because}
        error={fault}
        onChange={(event) => {
          setBecause(event.target.value as Because | '');
          setMissing(false);
        }}
      />
      <Submit state={act.state} busy={say('putAway.busy')}>
        {say('putAway.submit')}
      </Submit>
    </form>
  );
}
