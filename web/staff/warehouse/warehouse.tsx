import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Catalogue } from '../../../src/insight/warehouse/catalogue/schema.ts';
import { askWarehouseContract, readCatalogueContract } from '../../../src/insight/warehouse/contract.ts';
import type { Answer } from '../../../src/insight/warehouse/query/schema.ts';
import { useAct } from '../../kit/act.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import { Empty, Failing, Loading } from '../../kit/states.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
import { AnswerShown } from './answer.tsx';
import { QuestionFields } from './fields.tsx';
import { queryOf, questionOf, type Question } from './question.ts';
import { Saved } from './saved.tsx';
import { texts } from './texts.ts';

/** The statistics store: a question of one table, its answer, and the questions that one keeps. */
export function Warehouse() {
  const say = useSay(texts);
  const { client } = useHouse();
  const query = useQuery({ queryKey: ['warehouse'], queryFn: () => client.call(readCatalogueContract, {}) });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p className="soft">{say('about')}</p>
      {query.error && !query.data ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : !query.data ? (
        <Loading lines={8} />
      ) : query.data.snapshots.length === 0 ? (
        <Empty will={say('none')} />
      ) : (
        <Asking catalogue={query.data} latest={query.data.snapshots[0]!.asOf} />
      )}
    </>
  );
}

function Asking({ catalogue, latest }: { catalogue: Catalogue; latest: string }) {
  const say = useSay(texts);
  const { client, queries } = useHouse();
  const [question, change] = useState<Question>(questionOf('resident', latest));
  const [answer, setAnswer] = useState<Answer | null>(null);
  const act = useAct(client, askWarehouseContract);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const got = await act.run(queryOf(question));
    if (got === null) return;
    setAnswer(got);
    await queries.invalidateQueries({ queryKey: ['warehouse'] });
  };
  const problem = act.state.at === 'refused' ? act.state.problem : null;
  return (
    <>
      <section>
        <h2>{say('question')}</h2>
        <form onSubmit={(event) => void ask(event)}>
          <ErrorSummary problem={problem} faults={[]} />
          <QuestionFields catalogue={catalogue} question={question} onChange={change} />
          <p className="soft">{say('quota', catalogue.quota)}</p>
          <Submit state={act.state} busy={say('asking')}>
            {say('ask')}
          </Submit>
        </form>
      </section>
      {answer && <AnswerShown answer={answer} catalogue={catalogue} />}
      <Saved question={question} latest={latest} onUse={change} />
    </>
  );
}
