import { listSourcesContract } from '../../../src/sharing/voter/contract.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { Go } from '../go.tsx';
import { useAsk } from './ask.ts';
import { texts } from './texts.ts';
import { UploadList } from './upload.tsx';

/** Lists with their letters, and a new one. */
export function Sources() {
  const say = useSay(texts);
  const format = useFormat();
  const query = useAsk(listSourcesContract, {});
  return (
    <>
      <p className="soft no-print">
        <Go to="/pemilih">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('sources')}
      </h1>
      <p>{say('sources.about')}</p>
      <DataTable
        caption={say('sources.list')}
        rows={rowsOf({ ...query, data: query.data?.lists })}
        rowKey={({ id }) => id}
        empty={say('sources.empty')}
        columns={[
          { key: 'kind', head: say('upload.kind'), names: true, cell: ({ kind }) => say(`list.${kind}`) },
          { key: 'issuer', head: say('issuer'), cell: ({ issuer }) => issuer },
          {
            key: 'letter',
            head: say('letter'),
            cell: ({ number, datedOn }) => say('letter.of', { number, day: format.date(datedOn) }),
          },
          { key: 'n', head: say('records'), number: true, cell: ({ n }) => format.number(n) },
          { key: 'withdrawn', head: say('withdrawn'), number: true, cell: ({ withdrawn }) => format.number(withdrawn) },
          {
            key: 'entered',
            head: say('entered'),
            cell: ({ enteredAt, enteredBy }) => [format.instant(enteredAt), enteredBy].filter(Boolean).join(', '),
          },
        ]}
      />
      <UploadList />
    </>
  );
}
