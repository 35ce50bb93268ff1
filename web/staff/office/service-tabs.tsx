import { useSay } from '../../kit/text.tsx';
import { Tabs } from '../tabs.tsx';
import { texts } from './texts.ts';

/** Offices, the people in them, and who stands in for whom. */
export function ServiceTabs() {
  const say = useSay(texts);
  return (
    <Tabs
      label={say('tabs')}
      tabs={[
        { path: '/petugas/kantor', label: say('tab.offices') },
        { path: '/petugas/kantor/pegawai', label: say('tab.officers') },
        { path: '/petugas/kantor/pelimpahan', label: say('tab.delegations') },
      ]}
    />
  );
}
