import type { Catalogue } from '../../../src/insight/warehouse/catalogue/schema.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { questionOf, type Question } from './question.ts';
import { texts } from './texts.ts';

interface Given {
  readonly catalogue: Catalogue;
  readonly question: Question;
  readonly onChange: (question: Question) => void;
}

/** What is counted, of which day, divided by what, and limited to whom. */
export function QuestionFields({ catalogue, question, onChange }: Given) {
  const say = useSay(texts);
  const format = useFormat();
  const table = catalogue.tables.find(({ name }) => name === question.table)!;
  const columns = table.columns.map(({ name, label }) => ({ value: name, label }));
  const taken = new Set<string>([...question.dimensions, question.column]);
  const free = (own: string) => columns.filter(({ value }) => value === own || !taken.has(value));
  const divide = (at: number, name: string) =>
    onChange({
      ...question,
      dimensions: question.dimensions.map((each, i) => (i === at ? name : each)) as unknown as Question['dimensions'],
    });
  return (
    <div className="two-fields">
      <ChoiceField
        label={say('table')}
        hint={table.about}
        value={question.table}
        onChange={({ target }) => onChange(questionOf(target.value as Question['table'], question.asOf))}
        choices={catalogue.tables.map(({ name, label }) => ({ value: name, label }))}
      />
      <ChoiceField
        label={say('asOf')}
        value={question.asOf}
        onChange={({ target }) => onChange({ ...question, asOf: target.value })}
        choices={catalogue.snapshots.map(({ asOf, people }) => ({
          value: asOf,
          label: say('people', { day: format.date(asOf), n: people }),
        }))}
      />
      {question.dimensions.map((name, at) => (
        <ChoiceField
          key={['first', 'second', 'third'][at]}
          label={at === 0 ? say('rows') : `${say('andBy')} (${at + 1})`}
          value={name}
          none={say('nothing')}
          onChange={({ target }) => divide(at, target.value)}
          choices={free(name)}
        />
      ))}
      <ChoiceField
        label={say('filter')}
        value={question.column}
        none={say('everything')}
        onChange={({ target }) => onChange({ ...question, column: target.value, value: '' })}
        choices={free(question.column)}
      />
      {question.column !== '' && <ValueField table={table} question={question} onChange={onChange} />}
    </div>
  );
}

function ValueField({ table, question, onChange }: Omit<Given, 'catalogue'> & { table: Catalogue['tables'][number] }) {
  const say = useSay(texts);
  const values = table.columns.find(({ name }) => name === question.column)?.values ?? [];
  const set = (value: string) => onChange({ ...question, value });
  if (values.length > 0)
    return (
      <ChoiceField
        label={say('value')}
        required
        value={question.value}
        none={say('choose')}
        onChange={({ target }) => set(target.value)}
        choices={values}
      />
    );
  return (
    <TextField
      label={say('value')}
      hint={say('valueHint')}
      required
      maxLength={40}
      autoComplete="off"
      spellCheck={false}
      value={question.value}
      onChange={({ target }) => set(target.value)}
    />
  );
}
