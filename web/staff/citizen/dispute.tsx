import { useQuery } from '@tanstack/react-query';
import { decideDisputeContract, openDisputeContract } from '../../../src/sharing/citizen/contract.ts';
import type { OpenedDispute, ShownStep } from '../../../src/sharing/citizen/dispute/schema.ts';
import { useAct } from '../../kit/act.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { DecisionForm } from './decision-form.tsx';
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

function Decide({ dispute, forget }: { dispute: OpenedDispute; forget: () => Promise<void> }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client } = useHouse();
  const { state, run } = useAct(client, decideDisputeContract);
  return (
    <DecisionForm
      form={`bukan-saya.${dispute.id}`}
      title={say('decide')}
      question={say('decide.question')}
      options={dispute.may.map((value) => ({
        value,
        label: say(`decide.${value}`),
        about: say(`decide.${value}.about`),
      }))}
      words={say('decide.words')}
      submit={say('decide.act')}
      state={state}
      send={async ({ decision, words }) => (await run({ id: dispute.id, decision, words })) !== null}
      onDone={() => {
        tell('done', say('decide.done'));
        void forget();
      }}
    />
  );
}
