import { Link } from '@tanstack/react-router';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useSession } from '../session.tsx';
import { Letters } from './letters.tsx';
import { Opinions } from './opinions.tsx';
import type { Pair } from './read.ts';
import { Reopen } from './reopen.tsx';
import { texts } from './texts.ts';
import { WayForm } from './way-form.tsx';

/** What was decided, by whom, what came of it, and what is still to do for the citizen. */
export function Decision({ pair }: { pair: Pair }) {
  const say = useSay(texts);
  const format = useFormat();
  const { scopes } = useSession();
  return (
    <section aria-labelledby="judul-keputusan">
      <h2 id="judul-keputusan">{say('decision')}</h2>
      <dl className="facts">
        <dt>{say('decision.outcome')}</dt>
        <dd>
          <b>{pair.outcome?.text}</b>
          {pair.decidedAt && (
            <span className="soft"> · {say('decision.at', { at: format.instant(pair.decidedAt) })}</span>
          )}
        </dd>
        <dt>{say('decision.way')}</dt>
        <dd>{pair.way?.text ?? say('decision.noWay')}</dd>
      </dl>
      {pair.way === null && <WayForm pair={pair} />}
      {pair.way !== null && <Letters pair={pair} />}
      <Opinions opinions={pair.opinions} title={say('opinions')} />
      <Followed pair={pair} />
      {scopes.includes('uniqueness.reopen') && <Reopen pair={pair} />}
    </section>
  );
}

/** Everything that came of it, so that it can be taken back. */
function Followed({ pair }: { pair: Pair }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      <h3>{say('followed')}</h3>
      <p className="soft">{say('followed.about')}</p>
      <ul className="history">
        {pair.followed.map((each, n) => (
          <li key={`${n}.${each.at}`}>
            <span className="soft">{say('round', { round: each.round })}</span>
            <div>
              <p>
                {each.text}
                {each.what === 'proposal' && each.ref && (
                  <>
                    {' '}
                    <Link to={'/petugas/usul/$proposalId' as '/petugas'} params={{ proposalId: each.ref } as never}>
                      {say('followed.openProposal')}
                    </Link>
                  </>
                )}
              </p>
              <p className="soft">{format.instant(each.at)}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
