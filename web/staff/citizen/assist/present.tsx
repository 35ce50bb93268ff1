import { useQuery } from '@tanstack/react-query';
import {
  closeAssistanceContract,
  openAssistedContract,
  printAssistedContract,
} from '../../../../src/sharing/citizen/assisted/contract.ts';
import type { Assistance } from '../../../../src/sharing/citizen/assisted/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Problem } from '../../../kit/problem.ts';
import { Failing, Loading } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { usePurpose } from '../../purpose/purpose.tsx';
import { useLabelName } from '../../ledger/label.ts';
import { PaperButton } from '../../register/paper/paper-button.tsx';
import { useHouseNow } from '../../session.tsx';
import { DisputeOf } from './dispute.tsx';
import { Locks } from './locks.tsx';
import { Rights } from './rights.tsx';
import { texts } from './texts.ts';

/** The person is there: what can be read to him, and each thing he may have done, until his time is over. */
export function Present({ assistanceId, onOver }: { assistanceId: string; onOver: () => void }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const query = useQuery({
    queryKey: ['citizen', 'assisted', assistanceId],
    queryFn: ({ signal }) => client.call(openAssistedContract, { id: assistanceId }, { purpose, signal }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 15 * 60_000,
    retry: false,
  });
  if (query.error instanceof Problem && query.error.code === 'citizen.assistance_over') return <Over onOver={onOver} />;
  if (query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const again = () => void query.refetch();
  return (
    <>
      <Head assistance={query.data} onOver={onOver} />
      <section>
        <h3>{say('print')}</h3>
        <p className="row">
          {(['looks', 'data'] as const).map((paper) => (
            <PaperButton
              key={paper}
              look="btn quiet"
              label={say(`print.${paper}`)}
              fetchPaper={(idempotencyKey) =>
                client.call(printAssistedContract, { id: assistanceId, paper }, { purpose, idempotencyKey })
              }
            />
          ))}
        </p>
      </section>
      <Looks assistance={query.data} again={again} />
      <Locks assistance={query.data} again={again} />
      <Rights assistance={query.data} again={again} />
    </>
  );
}

function Over({ onOver }: { onOver: () => void }) {
  const say = useSay(texts);
  return (
    <div className="note waiting" role="status">
      <p>{say('over')}</p>
      <p>
        <button type="button" className="btn" onClick={onOver}>
          {say('again')}
        </button>
      </p>
    </div>
  );
}

function Head({ assistance, onOver }: { assistance: Assistance; onOver: () => void }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client } = useHouse();
  const { code: purpose } = usePurpose();
  const act = useAct(client, closeAssistanceContract);
  const now = useHouseNow(10_000);
  const { id, name, endsAt, knownBy, reason, companion } = assistance;
  const minutes = Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 60_000));
  const facts = [
    say(`present.${knownBy}`),
    say(`reason.${reason}`).toLowerCase(),
    ...(companion ? [say('present.companion', { name: companion })] : []),
  ];
  return (
    <form
      className="note done"
      onSubmit={(event) => {
        event.preventDefault();
        if (act.state.at === 'sending') return;
        void act.run({ id }, { purpose }).then((done) => {
          if (!done) return;
          tell('done', say('finished'));
          onOver();
        });
      }}
    >
      <p>
        <b>{say('present', { name })}</b>, {facts.join(', ')}{' '}
        <Tag standing={minutes > 3 ? 'done' : 'waiting'}>
          {minutes > 0 ? say('left', { minutes }) : say('left.none')}
        </Tag>
      </p>
      <ErrorSummary problem={act.state.at === 'refused' ? act.state.problem : null} faults={[]} kept={false} />
      <Submit state={act.state} busy={say('finishing')}>
        {say('finish')}
      </Submit>
    </form>
  );
}

function Looks({ assistance: { id, looks, more }, again }: { assistance: Assistance; again: () => void }) {
  const say = useSay(texts);
  const format = useFormat();
  const name = useLabelName();
  return (
    <section>
      <h3>{say('looks')}</h3>
      {looks.length === 0 && <p>{say('looks.none')}</p>}
      <ul className="offers">
        {looks.map((look, place) => {
          const { entryId, at, who, unit, label, purpose, fields, disputable, disputed } = look;
          const what = label === null ? look.what : name(label);
          return (
            <li key={`${entryId}${place}`}>
              <p>
                <b>{[who, unit].filter(Boolean).join(', ')}</b>, <time dateTime={at}>{format.instant(at)}</time>
              </p>
              <p className="soft">{[what, purpose, fields].filter(Boolean).join(' · ')}</p>
              {disputed && <Tag standing="waiting">{say('disputed')}</Tag>}
              {disputable && <DisputeOf assistanceId={id} look={look} again={again} />}
            </li>
          );
        })}
      </ul>
      {more && <p className="soft">{say('looks.more')}</p>}
    </section>
  );
}
