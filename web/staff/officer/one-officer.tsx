import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { getOfficerContract } from '../../../src/register/officer/contract.ts';
import { Empty, Failing, Loading } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import { OfficerActs } from './officer-acts.tsx';
import { Posts } from './posts.tsx';
import { STANDING } from './state.ts';
import { texts } from './texts.ts';
import { useServiceWords } from './words.ts';

export type OneOfficerView = AnswerOf<typeof getOfficerContract>;

/** One officer: where he serves in which role, what became of him, and what an administrator may do. */
export function OneOfficer() {
  const officerId = useAddressPart('officerId');
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['officer', officerId],
    queryFn: () => client.call(getOfficerContract, { officerId }),
  });
  if (!query.data && query.error) return <Failing error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  return <Shown officer={query.data} />;
}

function Shown({ officer }: { officer: OneOfficerView }) {
  const say = useSay(texts);
  const session = useSession();
  return (
    <>
      <p className="soft">
        <Link to={'/petugas/kantor/pegawai' as '/petugas'}>{say('back')}</Link>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {officer.name}
      </h1>
      <p>
        <Tag standing={STANDING[officer.state]}>{say(`state.${officer.state}`)}</Tag>
      </p>
      <dl className="facts">
        <dt>{say('username')}</dt>
        <dd className="mono">{officer.username}</dd>
        <dt>{say('employeeNumber')}</dt>
        <dd>{officer.employeeNumber ?? '–'}</dd>
      </dl>
      <Posts officer={officer} />
      {session.scopes.includes('officer.manage') && <OfficerActs officer={officer} />}
      <History officer={officer} />
    </>
  );
}

function History({ officer }: { officer: OneOfficerView }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useServiceWords();
  const actName = (act: string) => (`act.${act}` in texts.id ? say(`act.${act}` as 'act.added') : act);
  return (
    <>
      <h2>{say('history')}</h2>
      {officer.history.length === 0 ? (
        <Empty will={say('history.none')} />
      ) : (
        <ul className="history">
          {officer.history.map((act) => (
            <li key={act.recordedAt + act.act}>
              <time dateTime={act.occurredOn}>{format.date(act.occurredOn)}</time>
              <div>
                <p>
                  <b>{actName(act.act)}</b>
                  {act.role && (
                    <>
                      : {words.role(act.role)} <span className="soft">· {act.officeName}</span>
                    </>
                  )}
                </p>
                {act.reason && <p>{act.reason}</p>}
                <p className="soft">
                  {say('history.by', { who: words.who(act.recordedBy), at: format.instant(act.recordedAt) })}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
