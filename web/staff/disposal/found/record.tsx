import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { openFoundContract } from '../../../../src/cards/disposal/contract.ts';
import { listRegionsContract } from '../../../../src/register/region/contract.ts';
import type { Region } from '../../../../src/register/region/schema.ts';
import { RegionPicker } from '../../../kit/region-picker.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { ActForm } from '../form/act-form.tsx';
import { useRefresh } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { texts } from './texts.ts';

/** A find is recorded; its chain of custody begins with the finder. */
export function RecordFound() {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const search = useRegionSearch();
  const [region, setRegion] = useState<Region | null>(null);
  return (
    <>
      <p className="soft no-print">
        <Go to="/ktp-ditemukan">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('record')}
      </h1>
      <ActForm
        contract={openFoundContract}
        form="temuan"
        title={say('one')}
        submit={say('submit')}
        missing={region === null ? say('region.missing') : undefined}
        questions={() => [
          { name: 'place', label: say('place'), hint: say('place.hint'), most: 200 },
          { name: 'foundOn', label: say('on'), kind: 'date' },
          { name: 'finder', label: say('finder'), most: 120 },
          { name: 'policeReport', label: say('police'), most: 80, optional: true },
          { name: 'description', label: say('description'), optional: true },
        ]}
        inputOf={({ place = '', foundOn = '', finder = '', policeReport = '', description = '' }) => ({
          place: place.trim(),
          regionCode: region!.code,
          foundOn,
          finder: finder.trim(),
          policeReport: policeReport.trim() || null,
          description: description.trim() || null,
        })}
        onDone={({ id, number }) => {
          tell('done', say('recorded', { number }));
          refresh();
          void navigate({ to: `/petugas/ktp-ditemukan/${id}` as '/petugas' });
        }}
      >
        <RegionPicker
          label={say('region')}
          hint={say('region.hint')}
          required
          value={region}
          onChange={setRegion}
          search={search}
        />
      </ActForm>
    </>
  );
}

function useRegionSearch() {
  const { client } = useHouse();
  const own = useSession().office.regionCode;
  return useCallback(
    async (search: string, signal: AbortSignal) => {
      const { regions } = await client.call(
        listRegionsContract,
        { search, ...(own ? { parent: own } : {}) },
        { signal },
      );
      // A province is no place where somebody finds a sack.
      return regions.filter(({ code }) => code.length > 2);
    },
    [client, own],
  );
}
