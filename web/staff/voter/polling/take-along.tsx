import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Region } from '../../../../src/register/region/schema.ts';
import { pollingFileContract } from '../../../../src/sharing/voter/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { RegionPicker } from '../../../kit/region-picker.tsx';
import { Empty, Failing } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { StoreFault } from '../../device/store.ts';
import { useHouse } from '../../house.tsx';
import { useOwnVillageSearch } from '../../regions.ts';
import { useSession } from '../../session.tsx';
import { dropFile, keepFile, listFiles } from './kept-files.ts';
import { texts } from './texts.ts';

const FILES_KEY = ['polling', 'files'] as const;

export function useFiles() {
  const { aheadMs } = useSession();
  return useQuery({ queryKey: FILES_KEY, queryFn: () => listFiles(Date.now() + aheadMs) });
}

/** Files of villages, taken along before the day for a place without a network. */
export function TakeAlong({ electionId }: { electionId: string }) {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const search = useOwnVillageSearch();
  const act = useAct(client, pollingFileContract);
  const [village, setVillage] = useState<Region | null>(null);
  const [taken, setTaken] = useState(0);
  const [failed, setFailed] = useState<StoreFault['why'] | null>(null);
  const changed = () => queries.invalidateQueries({ queryKey: FILES_KEY });
  const take = async () => {
    if (!village || act.state.at === 'sending') return;
    setFailed(null);
    const file = await act.run({ id: electionId, village: village.code });
    if (!file) return;
    try {
      await keepFile({ ...file, region: village });
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      return setFailed(error.why);
    }
    tell('done', say('along.taken', { place: village.name, n: file.n }));
    setVillage(null);
    setTaken(taken + 1);
    await changed();
  };
  return (
    <section aria-labelledby="along">
      <h2 id="along">{say('along')}</h2>
      <p className="soft">{say('along.about')}</p>
      <Files onDrop={(code) => void dropFile(code).then(changed)} />
      {act.state.at === 'refused' && <Failing error={act.state.problem} />}
      {act.state.at === 'notReached' && <Failing error={null} again={() => void take()} />}
      {failed && (
        <div className="note stopped" role="alert">
          <p>{say(`along.failing.${failed}`)}</p>
        </div>
      )}
      <RegionPicker key={taken} label={say('along.village')} value={village} onChange={setVillage} search={search} />
      <button
        type="button"
        className="btn quiet"
        aria-disabled={!village || act.state.at === 'sending'}
        onClick={() => void take()}
      >
        {say(act.state.at === 'sending' ? 'along.taking' : 'along.take')}
      </button>
    </section>
  );
}

function Files({ onDrop }: { onDrop: (code: string) => void }) {
  const say = useSay(texts);
  const format = useFormat();
  const { data } = useFiles();
  if (!data) return null;
  if (data.length === 0) return <Empty will={say('along.empty')} />;
  return (
    <ul className="plain-list">
      {data.map(({ village, n, madeAt }) => (
        <li key={village.code}>
          {say('along.kept', { place: village.place, n, at: format.instant(madeAt) })}{' '}
          <button type="button" className="btn plain" onClick={() => onDrop(village.code)}>
            {say('along.drop', { place: village.place.split(',')[0]! })}
          </button>
        </li>
      ))}
    </ul>
  );
}
