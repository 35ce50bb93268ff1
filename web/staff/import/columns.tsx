import { useState } from 'react';
import { changeMappingContract } from '../../../src/register/resident/import/contract.ts';
import { IMPORT_FIELDS, type Field } from '../../../src/register/resident/import/schema.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
import { useSession } from '../session.tsx';
import type { Import } from './one-import.tsx';
import { texts } from './texts.ts';

type Words = Readonly<Record<string, string>>;
interface Mapping {
  readonly columns: Words;
  readonly constants: Words;
}
/** Instead of a column: one value for every row. A header cannot be this. */
const SAME_FOR_ALL = '\u0000same';

/** What each column of the file means, as proposed from its headers; the officer changes it and the file is checked again. */
export function Columns({ import: shown, onSaved }: { import: Import; onSaved: () => void }) {
  const say = useSay(texts);
  const { client, queries } = useHouse();
  const { officer } = useSession();
  const form = `impor.${shown.id}`;
  const [mapping, setMapping] = useState<Mapping>(() => readDraft<Mapping>(officer.id, form) ?? shown.mapping);
  const [touched, setTouched] = useState(false);
  useDraft(officer.id, form, mapping, touched);
  const { state, run } = useAct(client, changeMappingContract);
  const change = (next: Mapping) => {
    setMapping(next);
    setTouched(true);
  };
  const used = new Map<string, number>();
  for (const header of Object.values(mapping.columns)) used.set(header, (used.get(header) ?? 0) + 1);
  const unread = shown.headers.filter((header) => !used.has(header));
  const has = (field: Field) => field in mapping.columns || Boolean(mapping.constants[field]);
  const missing = new Set(
    IMPORT_FIELDS.flatMap(({ field, needed, madeFrom }) =>
      needed && !has(field) && !madeFrom?.every(has) ? [field] : [],
    ),
  );
  const save = async () => {
    if (state.at === 'sending') return;
    const after = await run({ id: shown.id, ...mapping } as Parameters<typeof run>[0]);
    if (!after) return;
    dropDraft(officer.id, form);
    queries.setQueryData(['import', shown.id], after);
    onSaved();
  };
  return (
    <section>
      <h2>{say('columns')}</h2>
      <p>{say('columns.about')}</p>
      {missing.size > 0 && (
        <div className="note waiting">
          <p>{say('columns.missing', { fields: [...missing].map((field) => say(`field.${field}`)).join(', ') })}</p>
        </div>
      )}
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={[]} />
      <div className="scrolls" role="region" aria-label={say('columns')} tabIndex={0}>
        <table className="columns">
          <thead>
            <tr>
              <th scope="col">{say('columns.field')}</th>
              <th scope="col">{say('columns.column')}</th>
              <th scope="col">{say('columns.constant')}</th>
            </tr>
          </thead>
          <tbody>
            {IMPORT_FIELDS.map(({ field }) => (
              <Line
                key={field}
                field={field}
                needed={missing.has(field)}
                headers={shown.headers}
                mapping={mapping}
                twice={(used.get(mapping.columns[field] ?? '') ?? 0) > 1}
                onChange={change}
              />
            ))}
          </tbody>
        </table>
      </div>
      {unread.length > 0 && <p className="soft">{say('columns.unread', { headers: unread.join(', ') })}</p>}
      <div className="row more">
        <button type="button" className="btn" aria-disabled={state.at === 'sending'} onClick={() => void save()}>
          {say(state.at === 'sending' ? 'columns.saving' : 'columns.save')}
        </button>
      </div>
    </section>
  );
}

function Line(given: {
  field: Field;
  needed: boolean;
  headers: readonly string[];
  mapping: Mapping;
  twice: boolean;
  onChange: (mapping: Mapping) => void;
}) {
  const { field, needed, headers, mapping, twice, onChange } = given;
  const say = useSay(texts);
  const name = say(`field.${field}`);
  const column = mapping.columns[field];
  const constant = mapping.constants[field];
  const choose = (value: string) => {
    const { [field]: _, ...columns } = mapping.columns;
    const { [field]: __, ...constants } = mapping.constants;
    if (value === SAME_FOR_ALL) onChange({ columns, constants: { ...constants, [field]: constant ?? '' } });
    else onChange({ columns: value === '' ? columns : { ...columns, [field]: value }, constants });
  };
  const chosen = column ?? (constant !== undefined ? SAME_FOR_ALL : '');
  return (
    <tr>
      <th scope="row">
        {name} {twice && <Tag standing="stopped">{say('columns.twice')}</Tag>}
        {needed && <Tag standing="waiting">{say('columns.needed')}</Tag>}
      </th>
      <td>
        <select
          aria-label={say('columns.columnOf', { field: name })}
          value={chosen}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{say('columns.none')}</option>
          <option value={SAME_FOR_ALL}>{say('columns.same')}</option>
          {headers.map((header) => (
            <option key={header} value={header}>
              {header}
            </option>
          ))}
        </select>
      </td>
      <td>
        {constant !== undefined && column === undefined && (
          <input
            aria-label={say('columns.valueOf', { field: name })}
            value={constant}
            maxLength={200}
            onChange={(event) =>
              onChange({ ...mapping, constants: { ...mapping.constants, [field]: event.target.value } })
            }
          />
        )}
      </td>
    </tr>
  );
}
