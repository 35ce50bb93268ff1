import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { findRegionContract, listRegionsContract } from '../../../../src/register/region/contract.ts';
import type { Level } from '../../../../src/register/region/rules.ts';
import { RegionPicker } from '../../../kit/region-picker.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { texts } from './texts.ts';

/** The region that the address names, `undefined` for all of the officer's own. */
export function useRegionChosen(): string | undefined {
  const [code] = useFilter('wilayah');
  return code !== undefined && /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10})$/.test(code) ? code : undefined;
}

/** Filters as an address has them: numbers bare instead of in quotation marks, and nothing that is not set. */
export function inAddress(filters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filters)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name,
        typeof value === 'string' && /^[1-9][0-9]{0,14}$/.test(value) ? Number(value) : value,
      ]),
  );
}

/**
 * Changes several filters of the address at once; `undefined` takes one away. What opens something is a step of its own
 * (`push`), so that the browser's way back closes it again.
 */
export function useSetFilters() {
  const navigate = useNavigate();
  return useCallback(
    (changes: Readonly<Record<string, string | undefined>>, step: 'replace' | 'push' = 'replace') =>
      void navigate({
        to: '.',
        search: ((before: Record<string, unknown>) => inAddress({ ...before, ...changes })) as never,
        replace: step === 'replace',
        resetScroll: false,
      }),
    [navigate],
  );
}

/** One region of the nation by its code, for headings and pickers. */
export function useRegion(code: string | undefined) {
  const { client } = useHouse();
  return useQuery({
    queryKey: ['region', 'whole', code],
    queryFn: ({ signal }) => client.call(findRegionContract, { code: code! }, { signal }),
    enabled: code !== undefined && code !== '',
    staleTime: Infinity,
  });
}

/** A region inside the officer's own, kept in the address so that the page can be sent to a colleague. */
export function RegionFilter({ level }: { level?: Level }) {
  const say = useSay(texts);
  const { office } = useSession();
  const chosen = useRegionChosen();
  const setFilters = useSetFilters();
  const region = useRegion(chosen);
  const search = useOwnRegionSearch(level);
  // The picker holds what is typed; it begins anew when the address changes, and waits for the name of what is chosen.
  const ready = chosen === undefined || region.data !== undefined;
  return (
    <div>
      <RegionPicker
        key={ready ? (chosen ?? 'all') : 'waiting'}
        label={say('region')}
        hint={say('regionHint')}
        value={chosen && region.data ? region.data : null}
        // While another name is being typed the old choice stands.
        onChange={(picked) => picked && setFilters({ wilayah: picked.code })}
        search={search}
      />
      {chosen !== undefined && (
        <p className="no-print">
          <button type="button" className="link" onClick={() => setFilters({ wilayah: undefined })}>
            {say('whole', { name: office.regionCode ? office.name : say('nation') })}
          </button>
        </p>
      )}
    </div>
  );
}

function useOwnRegionSearch(level?: Level) {
  const { client } = useHouse();
  const own = useSession().office.regionCode;
  return useCallback(
    async (search: string, signal: AbortSignal) => {
      const asked = { search, ...(level ? { level } : {}), ...(own ? { parent: own } : {}) };
      return (await client.call(listRegionsContract, asked, { signal })).regions;
    },
    [client, own, level],
  );
}
