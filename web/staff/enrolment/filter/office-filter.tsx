import { useQuery } from '@tanstack/react-query';
import { getOfficeContract } from '../../../../src/register/office/contract.ts';
import { useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { OfficePicker } from '../../office/office-picker.tsx';
import { useSession } from '../../session.tsx';
import { useSetFilters } from './region-filter.tsx';
import { texts } from './texts.ts';

/** The office that the address names. */
export function useOfficeChosen(): string | undefined {
  const [office] = useFilter('kantor');
  return office !== undefined && /^[0-9a-f-]{36}$/.test(office) ? office : undefined;
}

/** An office of the officer's region, kept in the address by its identifier. */
export function OfficeFilter() {
  const say = useSay(texts);
  const { client } = useHouse();
  const { office: own } = useSession();
  const chosen = useOfficeChosen();
  const setFilters = useSetFilters();
  const office = useQuery({
    queryKey: ['office', chosen],
    queryFn: ({ signal }) => client.call(getOfficeContract, { officeId: chosen! }, { signal }),
    enabled: chosen !== undefined,
    staleTime: 5 * 60_000,
  });
  const ready = chosen === undefined || office.data !== undefined;
  return (
    <div>
      <OfficePicker
        key={ready ? (chosen ?? 'all') : 'waiting'}
        label={say('office')}
        value={chosen && office.data ? { id: office.data.id, name: office.data.name } : null}
        onChange={(picked) => picked && setFilters({ kantor: picked.id })}
        region={own.regionCode ?? undefined}
      />
      {chosen !== undefined && (
        <p className="no-print">
          <button type="button" className="link" onClick={() => setFilters({ kantor: undefined })}>
            {say('anyOffice')}
          </button>
        </p>
      )}
    </div>
  );
}
