import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { CallOf, Contract } from '../../../../src/core/http/contract.ts';
import { useAct } from '../../../kit/act.ts';
import type { Answer } from '../../../kit/client.ts';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary } from '../../../kit/form-section.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { QuestionField, useFaultOf, type Question, type Values } from './field.tsx';
import { texts } from './texts.ts';

/** One act with what it asks: a draft on the device, faults beside their fields, the server's too. */
export function ActForm<C extends Contract>(given: {
  contract: C;
  /** Under which the draft is kept; never a NIK or a name. */
  form: string;
  title: string;
  about?: string;
  questions: (values: Values) => readonly Question[];
  inputOf: (values: Values) => CallOf<C>;
  /** What is missing beside the questions, in words. */
  missing?: string | undefined | ((values: Values) => string | undefined);
  /** What stands between the questions and the button. */
  children?: ReactNode;
  /** What will happen, said from what is typed, above the button. */
  before?: (values: Values) => ReactNode;
  submit: string;
  /** Answers that stay for the next one. */
  keeps?: readonly string[];
  /** What stands there before anything is typed. */
  begins?: Values;
  /** `false`: what is typed is not kept on the device, as it may be a secret. */
  draft?: false;
  /** `false`: it was done but did not succeed, so what was typed stays. */
  onDone: (answer: Answer<C>, values: Values) => boolean | void;
}) {
  const { contract, form, questions, keeps = [] } = given;
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const heading = useId();
  const { client } = useHouse();
  const { officer } = useSession();
  const draftName = `pemusnahan.${form}`;
  const [values, setValues] = useState<Values>(
    () => (given.draft === false ? null : readDraft<Values>(officer.id, draftName)) ?? given.begins ?? {},
  );
  const [tried, setTried] = useState(false);
  const [round, setRound] = useState(0);
  const { state, run } = useAct(client, contract);
  const typed = Object.values(values).some((value) => value !== '');
  const kept = useDraft(officer.id, draftName, values, given.draft !== false && typed && state.at !== 'done');
  const faultOf = useFaultOf();
  const missing = typeof given.missing === 'function' ? given.missing(values) : given.missing;
  const asked = questions(values);
  const own = asked.flatMap((question) => {
    const message = faultOf(question, values[question.name] ?? '');
    return message === undefined ? [] : [{ name: question.name, label: question.label, message }];
  });
  const refused = state.at === 'refused' ? state.problem : null;
  const said = (name: string) => refused?.errors.find(({ path }) => path.split('.').at(-1) === name)?.message;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (own.length > 0 || missing || state.at === 'sending') return;
    const answer = await run(given.inputOf(values));
    if (answer === null) return;
    setTried(false);
    if (given.onDone(answer, values) === false) return;
    dropDraft(officer.id, draftName);
    setValues(Object.fromEntries(keeps.map((name) => [name, values[name] ?? ''])));
    setRound(round + 1);
  };
  return (
    <form noValidate onSubmit={(event) => void send(event)} aria-labelledby={heading}>
      <h2 id={heading}>{given.title}</h2>
      {given.about && <p>{given.about}</p>}
      <ErrorSummary problem={refused} faults={tried ? own : []} />
      {asked.map((question) => (
        <QuestionField
          key={`${round}.${question.name}`}
          question={question}
          value={values[question.name] ?? ''}
          error={(tried ? own.find(({ name }) => name === question.name)?.message : undefined) ?? said(question.name)}
          onChange={(value) => setValues((before) => ({ ...before, [question.name]: value }))}
        />
      ))}
      {given.children}
      {given.before?.(values)}
      {tried && missing && (
        <p className="fault" role="alert">
          {missing}
        </p>
      )}
      <p className="soft" role="status">
        {kept && typed && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('sending')}>
        {given.submit}
      </Submit>
    </form>
  );
}
