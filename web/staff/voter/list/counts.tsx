import type { ExtractView } from '../../../../src/sharing/voter/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

type Made = NonNullable<ExtractView['made']>;

/** What is in a list: how many, of what state of the register, under which root. */
export function ListNumbers({ made }: { made: Made }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      <dl className="figures">
        <div>
          <dt>{say('eligible')}</dt>
          <dd>{format.number(made.eligible)}</dd>
        </div>
        <div>
          <dt>{say('files')}</dt>
          <dd>{format.number(made.files)}</dd>
        </div>
        <div>
          <dt>{say('bytes')}</dt>
          <dd>{format.bytes(made.bytes)}</dd>
        </div>
      </dl>
      <dl className="facts">
        <dt>{say('knownAt')}</dt>
        <dd>{format.instant(made.knownAt)}</dd>
        <dt>{say('root')}</dt>
        <dd className="hash">{made.root}</dd>
        <dt>{say('manifest')}</dt>
        <dd className="hash">{made.manifestSha256}</dd>
      </dl>
    </>
  );
}

export function Reasons({ excluded }: Pick<Made, 'excluded'>) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('reasons')}</h2>
      <p className="soft">{say('reasons.about')}</p>
      <DataTable
        caption={say('reasons')}
        empty={say('reasons.none')}
        rows={{ at: 'here', rows: excluded }}
        rowKey={({ reason }) => reason}
        columns={[
          { key: 'reason', head: say('reason'), names: true, cell: ({ reason }) => say(`reason.${reason}`) },
          { key: 'n', head: say('people'), number: true, cell: ({ n }) => format.number(n) },
        ]}
      />
    </section>
  );
}

export function Parts({ parts }: Pick<Made, 'parts'>) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('parts')}</h2>
      <DataTable
        caption={say('parts')}
        empty={say('list.none')}
        rows={{ at: 'here', rows: parts }}
        rowKey={({ part }) => part}
        columns={[
          { key: 'name', head: say('part'), names: true, cell: ({ name }) => name },
          { key: 'part', head: say('code'), cell: ({ part }) => <span className="mono">{part}</span> },
          { key: 'rows', head: say('rows'), number: true, cell: ({ rows }) => format.number(rows) },
          { key: 'male', head: say('male'), number: true, cell: ({ male }) => format.number(male) },
          { key: 'female', head: say('female'), number: true, cell: ({ female }) => format.number(female) },
          { key: 'files', head: say('files'), number: true, cell: ({ files }) => format.number(files) },
          { key: 'bytes', head: say('bytes'), number: true, cell: ({ bytes }) => format.bytes(bytes) },
        ]}
      />
    </section>
  );
}
