import { listStaffMatchingsContract } from '../../../../src/sharing/matching/contract.ts';
import { useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { Go, useAsk } from '../form/ask.tsx';
import { MatchingTable } from './table.tsx';
import { texts } from './texts.ts';

/** Files of all partners: what waits for a decision, how far the others are. */
export function Matchings() {
  const say = useSay(texts);
  const [waiting, setWaiting] = useFilter('menunggu');
  const query = useAsk(listStaffMatchingsContract, waiting ? { waiting: 'yes' } : {}, { again: 15_000 });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <p className="no-print">
        <button type="button" className="btn plain" onClick={() => setWaiting(waiting ? undefined : 'ya')}>
          {say(waiting ? 'showAll' : 'showWaiting')}
        </button>
      </p>
      <MatchingTable query={query} empty={say(waiting ? 'emptyWaiting' : 'empty')} named />
      {query.data?.more && <p className="soft">{say('more')}</p>}
    </>
  );
}

/** Of one institution, on its page. */
export function InstitutionMatchings({ institutionId }: { institutionId: string }) {
  const say = useSay(texts);
  const query = useAsk(listStaffMatchingsContract, { institution: institutionId }, { again: 60_000 });
  return (
    <section aria-labelledby="pemadanan">
      <h2 id="pemadanan">{say('title')}</h2>
      <MatchingTable query={query} empty={say('emptyInstitution')} named={false} />
      <p className="no-print">
        <Go to="/pemadanan">{say('listed')}</Go>
      </p>
    </section>
  );
}
