import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerRightContract, openRightContract } from '../../../src/sharing/citizen/contract.ts';
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
import { Failing, Loading } from '../../kit/states.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { DecisionForm } from './decision-form.tsx';
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

function Answer({ request, forget }: { request: OpenedRight; forget: () => Promise<void> }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client } = useHouse();
  const { state, run } = useAct(client, answerRightContract);
  return (
    <DecisionForm<Decision>
      form={`hak-warga.${request.id}`}
      title={say('answer.title')}
      question={say('answer.question')}
      options={DECISIONS.map((value) => ({
        value,
        label: say(`answer.${value}`),
        about: say(`answer.${value}.about`),
      }))}
      exception={{
        label: say('answer.exception'),
        missing: say('answer.exception.missing'),
        choices: RIGHTS[request.right].exceptions.map((value) => ({
          value,
          label: `${EXCEPTIONS[value]}: ${say(`exception.${value}`)}`,
        })),
        wanted: (decision) => exceptionFault(request.right, decision, null),
      }}
      words={say('answer.words')}
      submit={say('answer.act')}
      state={state}
      send={async ({ decision, exception, words }) =>
        (await run({ id: request.id, decision, exception: exception as Exception | null, words })) !== null
      }
      onDone={() => {
        tell('done', say('answer.done'));
        void forget();
      }}
    />
  );
}
