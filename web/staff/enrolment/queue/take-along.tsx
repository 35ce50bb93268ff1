import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listVisitsContract, takeAlongContract } from '../../../../src/recording/enrolment/queue/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { Failing } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { ChoiceField } from '../../../kit/text-field.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { StoreFault } from '../../device/store.ts';
import { ALONG_KEY, PURPOSE } from './read.ts';
import { takenAlong } from './taken-along.ts';
import { texts } from './texts.ts';

/** The day's list, or a visit's, kept on the device for work without a network. */
export function TakeAlong({ day }: { day: string | undefined }) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const { client, queries } = useHouse();
  const { scopes } = useSession();
  const act = useAct(client, takeAlongContract);
  const [visit, setVisit] = useState('');
  const [failed, setFailed] = useState<StoreFault['why'] | null>(null);
  const visits = useQuery({
    queryKey: ['visits'],
    enabled: scopes.includes('enrolment.read'),
    queryFn: async ({ signal }) => (await client.call(listVisitsContract, {}, { signal })).visits,
  });
  const take = async () => {
    if (act.state.at === 'sending') return;
    setFailed(null);
    const list = await act.run(visit ? { visit } : day ? { day } : {}, { purpose: PURPOSE });
    if (!list) return;
    try {
      await takenAlong.keep({ ...list, takenAt: Date.now() });
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      return setFailed(error.why);
    }
    tell('done', say('along.taken', { count: list.people.length }));
    if (list.left) tell('waiting', say('along.left'));
    await queries.invalidateQueries({ queryKey: ALONG_KEY });
  };
  const planned = (visits.data ?? []).filter(({ state }) => state === 'planned');
  return (
    <details className="act no-print">
      <summary>{say('along.title')}</summary>
      <p className="soft">{say('along.about')}</p>
      {act.state.at === 'refused' && <Failing error={act.state.problem} />}
      {act.state.at === 'notReached' && <Failing error={null} again={() => void take()} />}
      {failed && (
        <div className="note stopped" role="alert">
          <p>{say(`along.failing.${failed}`)}</p>
        </div>
      )}
      <ChoiceField
        label={say('along.which')}
        hint={say('along.replaces')}
        choices={[
          { value: '', label: say('along.today', { day: day ? format.date(day) : '' }) },
          ...planned.map((each) => ({
            value: each.id,
            label: say('along.visit', { day: format.date(each.day), place: each.place, village: each.village }),
          })),
        ]}
        value={visit}
        onChange={(event) => setVisit(event.target.value)}
      />
      <button type="button" className="btn" aria-disabled={act.state.at === 'sending'} onClick={() => void take()}>
        {say(act.state.at === 'sending' ? 'along.taking' : 'along.take')}
      </button>
    </details>
  );
}
