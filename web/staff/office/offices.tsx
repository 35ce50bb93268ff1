import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { listOfficesContract } from '../../../src/register/office/contract.ts';
import { OFFICE_KINDS, type OfficeKind } from '../../../src/register/office/schema.ts';
import { findRegionContract } from '../../../src/register/region/contract.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { RegionPicker } from '../../kit/region-picker.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { useFilter } from '../address.ts';
import { useHouse } from '../house.tsx';
import { useServiceWords } from '../officer/words.ts';
import { useRegionSearch } from '../regions.ts';
import { useSession } from '../session.tsx';
import { OfficeTree } from './office-tree.tsx';
import { ServiceTabs } from './service-tabs.tsx';
import { texts } from './texts.ts';

/** Offices: as the tree they form, or found by name, kind and region. */
export function Offices() {
  const say = useSay(texts);
  const { scopes } = useSession();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const [kind, setKind] = useFilter('jenis');
  const [regionCode, setRegionCode] = useFilter('wilayah');
  const [closed, setClosed] = useFilter('tutup');
  const filtered = search !== '' || Boolean(kind) || Boolean(regionCode) || closed === 'ya';
  return (
    <>
      <div className="page-head">
        <h1 className="page-title" tabIndex={-1}>
          {say('title')}
        </h1>
        {scopes.includes('office.manage') && (
          <Link className="btn" to={'/petugas/kantor/buka' as '/petugas'}>
            {say('open')}
          </Link>
        )}
      </div>
      <ServiceTabs />
      <div className="filter-bar">
        <TextField
          label={say('filter.name')}
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Kind value={kind} onChange={setKind} />
        <RegionFilter code={regionCode} onChange={setRegionCode} />
        <ChoiceField
          label={say('filter.state')}
          choices={[
            { value: '', label: say('filter.openOnly') },
            { value: 'ya', label: say('filter.closedToo') },
          ]}
          value={closed ?? ''}
          onChange={(event) => setClosed(event.target.value || undefined)}
        />
      </div>
      {filtered ? (
        <Found filter={{ search, kind: kind as OfficeKind | undefined, region: regionCode, closed: closed === 'ya' }} />
      ) : (
        <OfficeTree />
      )}
    </>
  );
}

function Kind({ value, onChange }: { value: string | undefined; onChange: (kind: string | undefined) => void }) {
  const say = useSay(texts);
  const words = useServiceWords();
  return (
    <ChoiceField
      label={say('kind')}
      none={say('filter.allKinds')}
      choices={Object.keys(OFFICE_KINDS).map((kind) => ({ value: kind, label: words.kind(kind) }))}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  );
}

function RegionFilter({ code, onChange }: { code: string | undefined; onChange: (code: string | undefined) => void }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const search = useRegionSearch();
  const named = useQuery({
    queryKey: ['region', 'whole', code],
    enabled: code !== undefined,
    staleTime: Infinity,
    queryFn: () => client.call(findRegionContract, { code: code! }),
  });
  // Once the region of the address has its name the field is made anew with it.
  return (
    <RegionPicker
      key={named.data?.code ?? 'none'}
      label={say('region')}
      search={search}
      value={code === undefined ? null : (named.data ?? null)}
      onChange={(region) => onChange(region?.code)}
    />
  );
}

interface Filter {
  readonly search: string;
  readonly kind: OfficeKind | undefined;
  readonly region: string | undefined;
  readonly closed: boolean;
}

function Found({ filter }: { filter: Filter }) {
  const say = useSay(texts);
  const words = useServiceWords();
  const { client } = useHouse();
  const query = useInfiniteQuery({
    queryKey: ['offices', filter],
    queryFn: ({ pageParam }) =>
      client.call(listOfficesContract, {
        ...(filter.search ? { search: filter.search } : {}),
        ...(filter.kind ? { kind: filter.kind } : {}),
        ...(filter.region ? { region: filter.region } : {}),
        closed: String(filter.closed),
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  return (
    <>
      <DataTable
        caption={say('title')}
        empty={say('filter.none')}
        rows={rowsOf({
          data: query.data?.pages.flatMap((page) => page.offices),
          error: query.error,
          refetch: () => query.refetch(),
        })}
        rowKey={(office) => office.id}
        columns={[
          {
            key: 'name',
            head: say('name'),
            names: true,
            cell: (office) => <Link to={`/petugas/kantor/${office.id}` as '/petugas'}>{office.name}</Link>,
          },
          { key: 'kind', head: say('kind'), cell: (office) => words.kind(office.kind) },
          { key: 'region', head: say('region'), cell: (office) => regionText(office.regionCode, say) },
          { key: 'parent', head: say('parent'), cell: (office) => office.parentName ?? '–' },
          {
            key: 'state',
            head: say('state'),
            cell: (office) => (
              <Tag standing={office.closedOn === null ? 'done' : 'plain'}>
                {say(office.closedOn === null ? 'state.open' : 'state.closed')}
              </Tag>
            ),
          },
        ]}
      />
      {query.hasNextPage && (
        <p className="more">
          <button
            type="button"
            className="btn quiet"
            aria-disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {say('more')}
          </button>
        </p>
      )}
    </>
  );
}

/** The region's code as people write it; the nation and the missions in words. */
export function regionText(code: string | null, say: (key: 'region.nation' | 'region.abroad') => string): string {
  if (code === null) return say('region.abroad');
  if (code === '') return say('region.nation');
  return code.replace(/^(\d{2})(\d{2})?(\d{2})?(\d{4})?$/, (_, ...parts: (string | undefined)[]) =>
    parts.slice(0, 4).filter(Boolean).join('.'),
  );
}
