import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { checkpointContract, keyContract, listEntriesContract } from '../../../src/core/ledger/contract.ts';
import { checkpointLines, noteParts } from '../../../src/core/ledger/log/rules.ts';
import { getOfficeContract } from '../../../src/register/office/contract.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { isSignedBy } from '../../kit/log-proof.ts';
import { Failing, Loading } from '../../kit/states.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { ChoiceField } from '../../kit/text-field.tsx';
import { useFilter } from '../address.ts';
import { useHouse } from '../house.tsx';
import { OfficePicker, type PickedOffice } from '../office/office-picker.tsx';
import { useLabelName } from './label.ts';
import { OfficeName } from './office-name.tsx';
import { Signed } from './signed.tsx';
import { texts } from './texts.ts';
import { Verify } from './verify.tsx';

const ROOMS = [
  'resident.',
  'family.',
  'civil_event.',
  'application.',
  'import.',
  'approval.',
  'officer.',
  'office.',
  'statement.',
  'ledger.',
] as const;

/** The log for auditors: its latest checkpoint, checked here; the check of the whole; its newest entries. */
export function Ledger() {
  const say = useSay(texts);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <Checkpoint />
      <Verify />
      <Entries />
    </>
  );
}

function Checkpoint() {
  const say = useSay(texts);
  const format = useFormat();
  const { client } = useHouse();
  const query = useQuery({
    queryKey: ['checkpoint'],
    refetchInterval: 15_000,
    queryFn: async () => {
      const [note, key] = await Promise.all([
        client.call(checkpointContract, {}).then(({ blob }) => blob.text()),
        client.call(keyContract, {}).then(({ blob }) => blob.text()),
      ]);
      const text = noteParts(note)?.text;
      return { said: text ? checkpointLines(text) : null, signed: await isSignedBy(note, key) };
    },
  });
  return (
    <section>
      <h2>{say('checkpoint')}</h2>
      {query.data?.said ? (
        <dl className="facts">
          <dt>{say('checkpoint.size')}</dt>
          <dd>{format.number(query.data.said.size)}</dd>
          <dt>{say('checkpoint.root')}</dt>
          <dd className="hash">{query.data.said.root}</dd>
          <dt>{say('checkpoint.origin')}</dt>
          <dd className="hash">{query.data.said.origin}</dd>
          <dt>{say('checkpoint.signature')}</dt>
          <dd>
            <Signed signed={query.data.signed} />
          </dd>
        </dl>
      ) : query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : (
        <Loading lines={4} />
      )}
    </section>
  );
}

function Entries() {
  const say = useSay(texts);
  const format = useFormat();
  const labelName = useLabelName();
  const { client } = useHouse();
  const [label, setLabel] = useFilter('jenis');
  const [office, setOffice] = useFilter('kantor');
  const query = useInfiniteQuery({
    queryKey: ['entries', label, office],
    queryFn: ({ pageParam }) =>
      client.call(listEntriesContract, {
        limit: 50,
        ...(label ? { label } : {}),
        ...(office ? { office } : {}),
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    refetchOnWindowFocus: false,
  });
  const exact = label && !label.endsWith('.') ? [{ value: label, label: labelName(label) }] : [];
  return (
    <section>
      <h2>{say('entries')}</h2>
      <div className="filter-bar">
        <ChoiceField
          label={say('filter.label')}
          none={say('filter.all')}
          choices={[...exact, ...ROOMS.map((room) => ({ value: room, label: say(`room.${room}`) }))]}
          value={label ?? ''}
          onChange={(event) => setLabel(event.target.value || undefined)}
        />
        <OfficeFilter id={office} onChange={setOffice} />
      </div>
      <DataTable
        caption={say('entries')}
        empty={say(query.hasNextPage ? 'entries.noneYet' : 'entries.none')}
        rows={rowsOf({
          data: query.data?.pages.flatMap((page) => page.entries),
          error: query.error,
          refetch: () => query.refetch(),
        })}
        rowKey={({ seq }) => String(seq)}
        columns={[
          {
            key: 'seq',
            head: say('seq'),
            number: true,
            cell: ({ seq, entry }) => (
              <Link to={`/petugas/jejak/${entry.id}` as '/petugas'} aria-label={say('entry', { seq })}>
                {format.number(seq)}
              </Link>
            ),
          },
          {
            key: 'at',
            head: say('at'),
            cell: ({ entry }) => <span className="nowrap">{format.instant(entry.at)}</span>,
          },
          {
            key: 'label',
            head: say('label'),
            cell: ({ entry }) => (
              <button type="button" className="link" title={say('filter.byThis')} onClick={() => setLabel(entry.label)}>
                {labelName(entry.label)}
              </button>
            ),
          },
          { key: 'by', head: say('by'), cell: ({ entry }) => <span className="mono">{entry.by}</span> },
          { key: 'office', head: say('office'), cell: ({ entry }) => <OfficeName id={entry.office} /> },
          { key: 'count', head: say('subjects'), number: true, cell: ({ entry }) => format.number(entry.count) },
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
            {say('older')}
          </button>
        </p>
      )}
    </section>
  );
}

function OfficeFilter({ id, onChange }: { id: string | undefined; onChange: (id: string | undefined) => void }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const [picked, setPicked] = useState<PickedOffice | null>(null);
  const named = useQuery({
    queryKey: ['office', 'picked', id],
    enabled: id !== undefined && picked?.id !== id,
    queryFn: () => client.call(getOfficeContract, { officeId: id! }),
  });
  const value = id === undefined ? null : picked?.id === id ? picked : (named.data ?? null);
  return (
    <OfficePicker
      // Made anew when the office of the address has got its name.
      key={picked || !named.data ? 'picked' : named.data.id}
      label={say('filter.office')}
      value={value}
      onChange={(office) => {
        setPicked(office);
        onChange(office?.id);
      }}
    />
  );
}
