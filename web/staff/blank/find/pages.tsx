import { useSay } from '../../../kit/text.tsx';
import { Tabs } from '../../tabs.tsx';
import { texts } from '../difference/texts.ts';

/** What does not add up, and what is missing and turns up, belong together. */
export function LossPages() {
  const say = useSay(texts);
  return (
    <Tabs
      label={say('pages')}
      tabs={[
        { path: '/petugas/blangko/selisih', label: say('title') },
        { path: '/petugas/blangko/ditemukan', label: say('pages.found') },
      ]}
    />
  );
}
