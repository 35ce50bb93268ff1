import type { Catalogue } from '../../../../src/insight/warehouse/catalogue/schema.ts';
import type { StatisticsPage } from '../../../../src/insight/warehouse/portal/schema.ts';
import type { Answer, AnswerCell } from '../../../../src/insight/warehouse/query/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { TextInput } from '../../text-input.tsx';
import { NoteBox } from '../parts.tsx';
import { Select } from './select.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/statistik';

/** The statistics store for institutions whose purpose allows it: one form, its answer below. */
export const Statistics: PageOf<StatisticsPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function StatisticsView({ data }) {
    const say = useSay(texts);
    const { catalogue, answer } = data;
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        <NoteBox note={data.note} />
        {catalogue === null ? (
          <p className="note waiting">{say('notYours')}</p>
        ) : catalogue.snapshots.length === 0 ? (
          <p>{say('none')}</p>
        ) : (
          <>
            <Question data={data} catalogue={catalogue} />
            {answer && <Shown answer={answer} catalogue={catalogue} />}
            <Columns catalogue={catalogue} />
          </>
        )}
      </>
    );
  },
};

function Question({ data: { asked }, catalogue }: { data: StatisticsPage; catalogue: Catalogue }) {
  const say = useSay(texts);
  const format = useFormat();
  const named = new Map(catalogue.tables.flatMap(({ columns }) => columns.map(({ name, label }) => [name, label])));
  const columns = [...named].map(([value, label]) => ({ value, label }));
  return (
    <section aria-labelledby="pertanyaan">
      <h2 id="pertanyaan">{say('question')}</h2>
      <p className="soft">{say('method')}</p>
      {/* A file leaves by this form too: nothing that waits for an answer may take it over. */}
      <form method="post" action={PATH} className="short-form">
        <div className="two-fields">
          <Select
            name="tabel"
            label={say('table')}
            value={asked.table || 'resident'}
            choices={catalogue.tables.map(({ name, label }) => ({ value: name, label }))}
          />
          <Select
            name="per"
            label={say('asOf')}
            value={asked.asOf}
            choices={catalogue.snapshots.map(({ asOf }) => ({ value: asOf, label: format.date(asOf) }))}
          />
          {(['by', 'by2', 'by3'] as const).map((key, at) => (
            <Select
              key={key}
              name={`bagi${at + 1}`}
              label={say(key)}
              hint={say('byHint')}
              none={say('nothing')}
              value={asked.dimensions[at] ?? ''}
              choices={columns}
            />
          ))}
          <Select
            name="batas"
            label={say('filter')}
            hint={say('filterHint')}
            none={say('everything')}
            value={asked.column}
            choices={columns}
          />
          <TextInput name="nilai" label={say('value')} hint={say('valueHint')} value={asked.value} />
        </div>
        <p className="soft">{say('quota', catalogue.quota)}</p>
        <div className="row">
          <button className="btn" type="submit">
            {say('ask')}
          </button>
          {['csv', 'json', 'parquet'].map((each) => (
            <button key={each} className="btn quiet" type="submit" name="unduh" value={each}>
              {say('take', { format: each.toUpperCase() })}
            </button>
          ))}
        </div>
      </form>
    </section>
  );
}

function Shown({ answer, catalogue }: { answer: Answer; catalogue: Catalogue }) {
  const say = useSay(texts);
  const format = useFormat();
  const { table, dimensions, cells, total, asOf, knownAt, root } = answer;
  const { columns, label } = catalogue.tables.find(({ name }) => name === table)!;
  const labelOf = (name: string) => columns.find((column) => column.name === name)?.label ?? name;
  return (
    <section aria-labelledby="jawaban">
      <h2 id="jawaban">
        {say('answer')}: {[label, ...dimensions.map(labelOf)].join(', ')}
      </h2>
      {dimensions.length > 0 && (
        <DataTable<AnswerCell>
          caption={label}
          rows={{ at: 'here', rows: cells }}
          rowKey={({ values }) => values.join(' ')}
          empty={say('empty')}
          columns={[
            ...dimensions.map((name, at) => ({
              key: name,
              head: labelOf(name),
              names: at === 0,
              cell: ({ labels }: AnswerCell) => labels[at],
            })),
            { key: 'n', head: say('count'), number: true, cell: ({ n }) => format.number(n) },
          ]}
        />
      )}
      <p>
        <strong>{say('total', { n: total })}</strong>
      </p>
      <p className="soft">
        {say('basis', { asOf: format.date(asOf), knownAt: format.instant(knownAt) })}{' '}
        <span className="hash">{root}</span>
      </p>
    </section>
  );
}

function Columns({ catalogue }: { catalogue: Catalogue }) {
  const say = useSay(texts);
  return (
    <section aria-labelledby="kolom">
      <h2 id="kolom">{say('columns')}</h2>
      <dl>
        {catalogue.tables.map(({ name, label, about, columns }) => (
          <div key={name}>
            <dt>
              <strong>{label}</strong>
            </dt>
            <dd>
              {about} {columns.map((column) => column.label).join(', ')}.
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
