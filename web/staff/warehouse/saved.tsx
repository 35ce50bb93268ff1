import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { dropQueryContract, keepQueryContract, listQueriesContract } from '../../../src/insight/warehouse/contract.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable, rowsOf } from '../../kit/data-table.tsx';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useTell } from '../../kit/toasts.tsx';
import { useHouse } from '../house.tsx';
import { asQuestion, queryOf, type Question } from './question.ts';
import { texts } from './texts.ts';

interface Given {
  readonly question: Question;
  readonly latest: string;
  readonly onUse: (question: Question) => void;
}

/** The questions that one keeps to ask again, and the form that keeps the present one. */
export function Saved({ question, latest, onUse }: Given) {
  const say = useSay(texts);
  const tell = useTell();
  const { client, queries } = useHouse();
  const query = useQuery({ queryKey: ['warehouse-saved'], queryFn: () => client.call(listQueriesContract, {}) });
  const keep = useAct(client, keepQueryContract);
  const drop = useAct(client, dropQueryContract);
  const [name, setName] = useState('');
  const again = () => queries.invalidateQueries({ queryKey: ['warehouse-saved'] });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if ((await keep.run({ name, query: queryOf(question) })) === null) return;
    setName('');
    tell('done', say('saved.done'));
    await again();
  };
  const remove = async (id: string) => {
    if ((await drop.run({ id })) === null) return;
    tell('done', say('saved.removed'));
    await again();
  };
  const refused = [keep.state, drop.state].find((state) => state.at === 'refused');
  return (
    <section className="no-print">
      <h2>{say('saved')}</h2>
      <DataTable
        caption={say('saved')}
        rows={rowsOf({ ...query, data: query.data?.saved })}
        rowKey={({ id }) => id}
        empty={say('saved.none')}
        columns={[
          { key: 'name', head: say('saved'), names: true, cell: (each) => each.name },
          {
            key: 'acts',
            head: say('saved.use'),
            cell: (each) => (
              <div className="row">
                <button
                  type="button"
                  className="btn quiet"
                  aria-label={`${say('saved.use')}: ${each.name}`}
                  onClick={() => onUse(asQuestion(each.query, latest))}
                >
                  {say('saved.use')}
                </button>
                <button
                  type="button"
                  className="btn plain"
                  aria-label={`${say('saved.remove')}: ${each.name}`}
                  onClick={() => void remove(each.id)}
                >
                  {say('saved.remove')}
                </button>
              </div>
            ),
          },
        ]}
      />
      <form onSubmit={(event) => void save(event)}>
        <ErrorSummary problem={refused?.at === 'refused' ? refused.problem : null} faults={[]} />
        <TextField
          label={say('saved.name')}
          hint={say('saved.nameHint')}
          required
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Submit state={keep.state} busy={say('saved.keeping')}>
          {say('saved.keep')}
        </Submit>
      </form>
    </section>
  );
}
