import { useSay } from '../../../kit/text.tsx';
import { Tabs } from '../../tabs.tsx';
import { texts } from './texts.ts';

/** What is asked for and how long stock lasts belong together. */
export function SupplyPages() {
  const say = useSay(texts);
  return (
    <Tabs
      label={say('pages')}
      tabs={[
        { path: '/petugas/blangko/permintaan', label: say('requests') },
        { path: '/petugas/blangko/perkiraan', label: say('forecast') },
      ]}
    />
  );
}
