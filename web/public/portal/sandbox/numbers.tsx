import type { TrialRow } from '../../../../src/sharing/verification/trial/rules.ts';
import { DataTable, type Column } from '../../../kit/data-table.tsx';
import { useSay } from '../../../kit/text.tsx';
import { PURPOSES } from '../../../../src/sharing/verification/schema.ts';
import { TRIAL_GRANTS } from '../../../../src/sharing/verification/trial/rules.ts';
import { texts } from './texts.ts';

type Row<Is extends TrialRow['is']> = Extract<TrialRow, { is: Is }>;
const of = <Is extends TrialRow['is']>(rows: readonly TrialRow[], is: Is) =>
  rows.filter((row): row is Row<Is> => row.is === is);

/** The published numbers: whom each is, or what it does. */
export function Numbers({ rows }: { rows: readonly TrialRow[] }) {
  const say = useSay(texts);
  const people = of(rows, 'person');
  const special = [...of(rows, 'state'), ...of(rows, 'slow')];
  return (
    <>
      <section>
        <h2>{say('numbers')}</h2>
        <p>{say('numbers.about')}</p>
        <DataTable<Row<'person'>>
          caption={say('numbers')}
          rows={{ at: 'here', rows: people }}
          rowKey={({ nik }) => nik}
          empty=""
          columns={[nikColumn(say('nik')), ...personColumns(say)]}
        />
        <details className="plain-details">
          <summary>{say('numbers.all')}</summary>
          <Details rows={people} />
        </details>
      </section>
      <section>
        <h2>{say('states')}</h2>
        <p>{say('states.about')}</p>
        <DataTable<Row<'state'> | Row<'slow'>>
          caption={say('states')}
          rows={{ at: 'here', rows: special }}
          rowKey={({ nik }) => nik}
          empty=""
          columns={[
            nikColumn(say('nik')),
            {
              key: 'does',
              head: say('does'),
              cell: (row) => (row.is === 'slow' ? say('slow', { seconds: row.seconds }) : say(`state.${row.state}`)),
            },
          ]}
        />
      </section>
      <section>
        <h2>{say('refusals')}</h2>
        <p>{say('refusals.about')}</p>
        <details className="plain-details">
          <summary>{say('refusals.open')}</summary>
          <DataTable<Row<'refusal'>>
            caption={say('refusals')}
            rows={{ at: 'here', rows: of(rows, 'refusal') }}
            rowKey={({ nik }) => nik}
            empty=""
            columns={[
              nikColumn(say('nik')),
              { key: 'code', head: say('code'), cell: ({ code }) => <span className="mono wraps">{code}</span> },
              {
                key: 'what',
                head: say('means'),
                cell: ({ code, seconds = 0 }) => say(code as 'partner.not_connected', { seconds }),
              },
            ]}
          />
        </details>
      </section>
      <section aria-labelledby="tujuan-uji">
        <h2 id="tujuan-uji">{say('purposes')}</h2>
        <p>{say('purposes.about')}</p>
        <dl className="facts">
          {PURPOSES.map((purpose) => (
            <div key={purpose} className="fact">
              <dt className="mono">{purpose}</dt>
              <dd>{say(`grant.${TRIAL_GRANTS[purpose].shows}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function nikColumn<R extends { readonly nik: string }>(head: string): Column<R> {
  return { key: 'nik', head, names: true, cell: ({ nik }) => <span className="mono">{nik}</span> };
}

function personColumns(say: ReturnType<typeof useSay<keyof typeof texts.id>>): Column<Row<'person'>>[] {
  return [
    { key: 'name', head: 'name', cell: ({ person }) => person.name },
    { key: 'birthDate', head: 'birthDate', cell: ({ person }) => person.birthDate },
    { key: 'motherName', head: 'motherName', cell: ({ person }) => person.motherName },
    { key: 'what', head: say('does'), cell: ({ shows }) => say(`person.${shows}`) },
  ];
}

function Details({ rows }: { rows: readonly Row<'person'>[] }) {
  return (
    <>
      {rows.map(({ nik, person }) => (
        <pre key={nik} className="command">
          {JSON.stringify({ nik, ...person }, null, 2)}
        </pre>
      ))}
    </>
  );
}
