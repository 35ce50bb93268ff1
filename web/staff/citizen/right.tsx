import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState, type FormEvent } from 'react';
import { answerRightContract, openRightContract } from '../../../src/sharing/citizen/contract.ts';
import { WORDS } from '../../../src/sharing/citizen/dispute/rules.ts';
import {
  DECISIONS,
  EXCEPTIONS,
  exceptionFault,
  RIGHTS,
  type Decision,
  type Exception,
} from '../../../src/sharing/citizen/right/rules.ts';
import type { OpenedRight } from '../../../src/sharing/citizen/right/schema.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

/** One request of a person about his data: what he asks, where the work is done, and the answer with its reasons. */
export function OneRight() {
  const requestId = useAddressPart('requestId');
  const { client, queries } = useHouse();
  const query = useQuery({
    queryKey: ['citizen', 'right', requestId],
    queryFn: ({ signal }) => client.call(openRightContract, { id: requestId }, { signal }),
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const forget = async () => {
    await queries.invalidateQueries({ queryKey: ['citizen'] });
  };
  return <Opened request={query.data} forget={forget} />;
}

function Opened({ request, forget }: { request: OpenedRight; forget: () => Promise<void> }) {
  const say = useSay(texts);
  const format = useFormat();
  const { law, clock } = RIGHTS[request.right];
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {request.number}: {say(`right.${request.right}`)}
      </h1>
      <p className="soft">
        {say(request.overdue ? 'rights.late' : 'rights.due', { due: format.instant(request.dueAt) })}
      </p>
      <dl className="facts">
        <dt>{say('right.person')}</dt>
        <dd>
          {request.name}, {request.place}
        </dd>
        <dt>{say('right.law')}</dt>
        <dd>{[law, clock].filter(Boolean).join(', ')}</dd>
      </dl>
      <h2>{say('right.said')}</h2>
      <p className="dispute-words">{request.words}</p>
      <Work request={request} />
      {request.answered ? (
        <p className="note done">{say('right.done')}</p>
      ) : (
        <Answer request={request} forget={forget} />
      )}
    </>
  );
}

/** Where what was asked is done. */
function Work({ request: { right, ref, name } }: { request: OpenedRight }) {
  const say = useSay(texts);
  const { scopes } = useSession();
  const params = { ref } as never;
  return (
    <p className="row">
      <Link className="btn quiet" to={'/petugas/penduduk/$ref' as '/petugas'} params={params}>
        {say('right.open', { name })}
      </Link>
      {right === 'correction' && scopes.includes('application.create') && (
        <Link
          className="btn quiet"
          to={'/petugas/permohonan-baru' as '/petugas'}
          search={{ pemohon: ref, layanan: 'biodata.correction' } as never}
        >
          {say('right.do.correction')}
        </Link>
      )}
      {right === 'erasure' && scopes.includes('resident.erase.propose') && (
        <Link className="btn quiet" to={'/petugas/penduduk/$ref/hapus-berkas' as '/petugas'} params={params}>
          {say('right.do.erasure')}
        </Link>
      )}
      {right === 'review' && scopes.includes('uniqueness.adjudicate') && (
        <Link className="btn quiet" to={'/petugas/ketunggalan' as '/petugas'}>
          {say('right.do.review')}
        </Link>
      )}
    </p>
  );
}

interface Draft {
  readonly decision: Decision | null;
  readonly exception: Exception | null;
  readonly words: string;
}
const EMPTY: Draft = { decision: null, exception: null, words: '' };

function Answer({ request, forget }: { request: OpenedRight; forget: () => Promise<void> }) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const tell = useTell();
  const group = useId();
  const { client } = useHouse();
  const { officer } = useSession();
  const form = `hak-warga.${request.id}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? EMPTY);
  const [tried, setTried] = useState(false);
  const act = useAct(client, answerRightContract);
  const { decision, exception, words } = draft;
  const kept = useDraft(officer.id, form, draft, (decision !== null || words !== '') && act.state.at !== 'done');
  const short = words.trim().length < WORDS.least;
  const lacks = decision !== null && exceptionFault(request.right, decision, exception);
  const choose = (each: Decision) =>
    setDraft({ ...draft, decision: each, exception: each === 'granted' ? null : exception });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!decision || lacks || short || act.state.at === 'sending') return;
    if (!(await act.run({ id: request.id, decision, exception, words: words.trim() }))) return;
    dropDraft(officer.id, form);
    tell('done', say('answer.done'));
    await forget();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2>{say('answer.title')}</h2>
      <ErrorSummary problem={act.state.at === 'refused' ? act.state.problem : null} faults={[]} />
      <fieldset className="options">
        <legend>{say('answer.question')}</legend>
        {DECISIONS.map((each) => (
          <label key={each}>
            <input type="radio" name={group} checked={decision === each} onChange={() => choose(each)} />
            <span>
              {say(`answer.${each}`)}
              <span className="soft block">{say(`answer.${each}.about`)}</span>
            </span>
          </label>
        ))}
        {tried && !decision && (
          <p className="fault" role="alert">
            {say('decide.missing')}
          </p>
        )}
      </fieldset>
      {decision !== null && decision !== 'granted' && (
        <ChoiceField
          label={say('answer.exception')}
          name="exception"
          value={exception ?? ''}
          error={tried && lacks ? say('answer.exception.missing') : undefined}
          choices={[
            { value: '', label: say('answer.exception.choose') },
            ...RIGHTS[request.right].exceptions.map((each) => ({
              value: each,
              label: `${EXCEPTIONS[each]}: ${say(`exception.${each}`)}`,
            })),
          ]}
          onChange={({ target: { value } }) =>
            setDraft({ ...draft, exception: value === '' ? null : (value as Exception) })
          }
        />
      )}
      <TextField
        name="words"
        label={say('answer.words')}
        hint={say('decide.words.hint')}
        value={words}
        maxLength={WORDS.most}
        autoComplete="off"
        required
        error={tried && short ? say('decide.words.short') : undefined}
        onChange={(event) => setDraft({ ...draft, words: event.target.value })}
      />
      <p className="soft" role="status">
        {kept && sayKit('form.draftKept')}
      </p>
      <Submit state={act.state} busy={say('decide.acting')}>
        {say('answer.act')}
      </Submit>
    </form>
  );
}
