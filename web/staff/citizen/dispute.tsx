import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { decideDisputeContract, openDisputeContract } from '../../../src/sharing/citizen/contract.ts';
import { WORDS } from '../../../src/sharing/citizen/dispute/rules.ts';
import type { OpenedDispute, ShownStep } from '../../../src/sharing/citizen/dispute/schema.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Failing, Loading } from '../../kit/states.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { DisputeTag } from './disputes.tsx';
import type { id } from './id.ts';
import { texts } from './texts.ts';

/** One case without its person: what was asked, what each said, and the decision where it is the ministry's turn. */
export function Dispute() {
  const disputeId = useAddressPart('disputeId');
  const { client, queries } = useHouse();
  const key = ['citizen', 'dispute', disputeId];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => client.call(openDisputeContract, { id: disputeId }, { signal }),
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const forget = async () => {
    await queries.invalidateQueries({ queryKey: ['citizen'] });
  };
  return <Opened dispute={query.data} forget={forget} />;
}

function Opened({ dispute, forget }: { dispute: OpenedDispute; forget: () => Promise<void> }) {
  const say = useSay(texts);
  const format = useFormat();
  const { scopes } = useSession();
  const facts: [string, string][] = [
    [say('institution'), dispute.institution],
    [say('unit'), dispute.unit ?? ''],
    [say('asked'), format.instant(dispute.askedAt)],
    [say('reference'), dispute.reference ?? ''],
    [say('opened'), format.instant(dispute.openedAt)],
    [say('due'), format.instant(dispute.dueAt)],
    [say('entry'), dispute.entryId],
  ];
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('case.title', { number: dispute.number })}
      </h1>
      <p>
        <DisputeTag {...dispute} />
      </p>
      <p className="soft">{say('case.person')}</p>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <section>
        <h2>{say('steps')}</h2>
        <ol className="dispute-steps">
          {dispute.steps.map((step) => (
            <li key={step.entryId}>
              <Step step={step} />
            </li>
          ))}
        </ol>
      </section>
      {dispute.may.length > 0 && scopes.includes('citizen.dispute.decide') && (
        <Decide dispute={dispute} forget={forget} />
      )}
    </>
  );
}

function Step({ step }: { step: ShownStep }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      <p>
        <b>{say(`step.${step.kind}`)}</b>, <time dateTime={step.at}>{format.instant(step.at)}</time>
      </p>
      {step.basis && <p>{say('basis', { basis: say(`basis.${step.basis}` as keyof typeof id) })}</p>}
      {step.words && <p className="dispute-words">{step.words}</p>}
      {step.measures && <p className="dispute-words">{say('measures', { words: step.measures })}</p>}
    </>
  );
}

type Decision = OpenedDispute['may'][number];

interface Draft {
  readonly decision: Decision | null;
  readonly words: string;
}

function Decide({ dispute, forget }: { dispute: OpenedDispute; forget: () => Promise<void> }) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const tell = useTell();
  const group = useId();
  const { client } = useHouse();
  const { officer } = useSession();
  const form = `bukan-saya.${dispute.id}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? { decision: null, words: '' });
  const [tried, setTried] = useState(false);
  const act = useAct(client, decideDisputeContract);
  const { decision, words } = draft;
  const kept = useDraft(officer.id, form, draft, (decision !== null || words !== '') && act.state.at !== 'done');
  const short = words.trim().length < WORDS.least;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!decision || short || act.state.at === 'sending') return;
    if (!(await act.run({ id: dispute.id, decision, words: words.trim() }))) return;
    dropDraft(officer.id, form);
    tell('done', say('decide.done'));
    await forget();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2>{say('decide')}</h2>
      <ErrorSummary problem={act.state.at === 'refused' ? act.state.problem : null} faults={[]} />
      <fieldset className="options">
        <legend>{say('decide.question')}</legend>
        {dispute.may.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={group}
              checked={decision === each}
              onChange={() => setDraft({ ...draft, decision: each })}
            />
            <span>
              {say(`decide.${each}`)}
              <span className="soft block">{say(`decide.${each}.about`)}</span>
            </span>
          </label>
        ))}
        {tried && !decision && (
          <p className="fault" role="alert">
            {say('decide.missing')}
          </p>
        )}
      </fieldset>
      <TextField
        name="words"
        label={say('decide.words')}
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
        {say('decide.act')}
      </Submit>
    </form>
  );
}
