import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { DataTable, rowsOf, type Column } from '../../../kit/data-table.tsx';
import { inFours } from '../../../kit/format.ts';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useFilter } from '../../address.ts';
import { useSession } from '../../session.tsx';
import { IssueCode } from './issue-code.tsx';
import { useStations, type Station } from './read.ts';
import { texts } from './texts.ts';
import { ThisDevice } from './this-device.tsx';
import { useDevice } from './use-device.ts';

const STATES = ['active', 'revoked'] as const;

/** What this device is to recording, and all stations of the region. */
export function Stations() {
  const say = useSay(texts);
  const { scopes } = useSession();
  const query = useStations();
  const device = useDevice();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim().toLowerCase());
  const [state, setState] = useFilter('keadaan');
  const known = STATES.find((each) => each === state);
  const columns = useColumns(device.at === 'enrolled' ? device.device.id : null);
  const shown = query.data?.filter(
    (station) => (!known || station.state === known) && wordsOf(station).includes(search.replaceAll(/\s+/g, ' ')),
  );
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="lead">{say('lead')}</p>
      <ThisDevice state={device} stations={query.data} />
      {scopes.includes('enrolment.station.manage') && <IssueCode />}
      <section>
        <h2>{say('list.title')}</h2>
        <div className="filter-bar">
          <TextField
            label={say('search')}
            hint={say('search.hint')}
            type="search"
            autoComplete="off"
            maxLength={80}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <ChoiceField
            label={say('filter.state')}
            none={say('filter.all')}
            choices={STATES.map((each) => ({ value: each, label: say(`state.${each}`) }))}
            value={known ?? ''}
            onChange={(event) => setState(event.target.value || undefined)}
          />
        </div>
        <DataTable
          caption={say('list.title')}
          empty={say(query.data?.length ? 'none' : 'empty')}
          rows={rowsOf({ data: shown, error: query.error, refetch: () => query.refetch() })}
          rowKey={({ id }) => id}
          columns={columns}
        />
      </section>
    </>
  );
}

const wordsOf = ({ name, office, fingerprint }: Station) =>
  [name, office ?? '', fingerprint, inFours(fingerprint)].join(' ').toLowerCase();

function useColumns(own: string | null): Column<Station>[] {
  const say = useSay(texts);
  const format = useFormat();
  const manages = useSession().scopes.includes('enrolment.station.manage');
  const columns: Column<Station>[] = [
    {
      key: 'name',
      head: say('name'),
      names: true,
      cell: ({ id, name }) => (
        <>
          {name} {id === own && <span className="soft">· {say('thisOne')}</span>}
        </>
      ),
    },
    { key: 'office', head: say('office'), cell: ({ office }) => office ?? '–' },
    { key: 'kind', head: say('kind'), cell: ({ kind }) => say(`kind.${kind}`) },
    {
      key: 'state',
      head: say('state'),
      cell: ({ state, revokedAt, revokedWhy }) => (
        <>
          <Tag standing={state === 'active' ? 'done' : 'stopped'}>{say(`state.${state}`)}</Tag>
          {revokedAt && (
            <div className="soft">
              {format.instant(revokedAt)}: {revokedWhy}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'fingerprint',
      head: say('fingerprint'),
      cell: ({ fingerprint }) => <span className="mono">{inFours(fingerprint)}</span>,
    },
    { key: 'packets', head: say('packets'), number: true, cell: ({ packets }) => format.number(packets) },
    {
      key: 'last',
      head: say('last'),
      cell: ({ lastPacketAt }) =>
        lastPacketAt ? format.instant(lastPacketAt) : <span className="soft">{say('last.never')}</span>,
    },
  ];
  if (!manages) return columns;
  const revoke: Column<Station> = {
    key: 'revoke',
    head: say('revoke'),
    cell: ({ id, name, state }) =>
      state === 'active' && (
        <Link to={'/petugas/perekaman/alat/$stationId/cabut' as '/petugas'} params={{ stationId: id } as never}>
          {say('revoke')}
          <span className="unseen"> {name}</span>
        </Link>
      ),
  };
  return [...columns, revoke];
}
