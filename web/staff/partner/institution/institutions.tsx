import { useState } from 'react';
import { listInstitutionsContract } from '../../../../src/sharing/partner/contract.ts';
import { KIND_NAMES } from '../../../../src/sharing/partner/rules.ts';
import { DataTable, rowsOf } from '../../../kit/data-table.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { Go, useAsk, useMay } from '../form/ask.tsx';
import { PassTags, StageTag } from '../words/tags.tsx';
import { texts } from './texts.ts';

/** All institutions by name, with how far each has come. */
export function Institutions() {
  const say = useSay(texts);
  const mayManage = useMay('partner.manage');
  const [search, setSearch] = useFilter('cari');
  const [kind, setKind] = useFilter('jenis');
  const chosen = KIND_NAMES.find((each) => each === kind);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('list.title')}
      </h1>
      {mayManage && (
        <p className="row no-print">
          <Go to="/lembaga/daftarkan" look="btn">
            {say('register')}
          </Go>
        </p>
      )}
      <div className="row no-print ladder-find" role="search">
        <TextField
          label={say('search')}
          hint={say('search.hint')}
          type="search"
          autoComplete="off"
          maxLength={80}
          value={search ?? ''}
          onChange={(event) => setSearch(event.target.value || undefined)}
        />
        <ChoiceField
          label={say('kind')}
          none={say('kind.all')}
          choices={KIND_NAMES.map((value) => ({ value, label: say(`partner.kind.${value}`) }))}
          value={chosen ?? ''}
          onChange={(event) => setKind(event.target.value || undefined)}
        />
      </div>
      <List key={`${search} ${chosen}`} search={search} kind={chosen} />
    </>
  );
}

function List({ search, kind }: { search: string | undefined; kind: (typeof KIND_NAMES)[number] | undefined }) {
  const say = useSay(texts);
  const format = useFormat();
  const [cursor, setCursor] = useState<string | null>(null);
  const query = useAsk(listInstitutionsContract, {
    ...(search ? { search } : {}),
    ...(kind ? { kind } : {}),
    ...(cursor ? { cursor } : {}),
  });
  return (
    <>
      <DataTable
        caption={say('list.title')}
        rows={rowsOf({ ...query, data: query.data?.institutions })}
        rowKey={({ id }) => id}
        empty={say(search || kind ? 'list.none' : 'list.empty')}
        columns={[
          {
            key: 'name',
            head: say('name'),
            names: true,
            cell: ({ id, name }) => <Go to={`/lembaga/${id}`}>{name}</Go>,
          },
          { key: 'kind', head: say('kind'), cell: ({ kind: of }) => say(`partner.kind.${of}`) },
          {
            key: 'stage',
            head: say('stage'),
            cell: ({ stage, suspended }) => (
              <>
                {stage ? <StageTag stage={stage} /> : <span className="soft">{say('stage.none')}</span>}{' '}
                <PassTags suspended={suspended} />
              </>
            ),
          },
          { key: 'since', head: say('since'), cell: ({ since }) => (since ? format.date(since) : say('nobody')) },
          { key: 'supervisor', head: say('supervisor'), cell: ({ supervisor }) => supervisor ?? say('nobody') },
        ]}
      />
      <p className="row no-print">
        {cursor && (
          <button type="button" className="btn quiet" onClick={() => setCursor(null)}>
            {say('first')}
          </button>
        )}
        {query.data?.next && (
          <button type="button" className="btn quiet" onClick={() => setCursor(query.data.next)}>
            {say('more')}
          </button>
        )}
      </p>
    </>
  );
}
