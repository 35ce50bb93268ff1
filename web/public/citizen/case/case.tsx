import type { DisputeState } from '../../../../src/sharing/citizen/dispute/rules.ts';
import type { CasePage, CasesPage, OwnCase, ShownStep } from '../../../../src/sharing/citizen/dispute/schema.ts';
import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { CitizenForm, WordsInput } from '../form.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };
const PATH = '/warga/bukan-saya';

const LOOKS = {
  OPEN: 'waiting',
  ANSWERED: 'waiting',
  ADMITTED: 'waiting',
  OBJECTED: 'waiting',
  ACCEPTED: 'done',
  UPHELD: 'done',
  REJECTED: 'plain',
  WITHDRAWN: 'plain',
} as const satisfies Record<DisputeState, Standing>;

function StateTag({ state, overdue }: Pick<OwnCase, 'state' | 'overdue'>) {
  const say = useSay(texts);
  return overdue ? (
    <Tag standing="stopped">{say('state.OPEN.late')}</Tag>
  ) : (
    <Tag standing={LOOKS[state]}>{say(`state.${state}`)}</Tag>
  );
}

export const Cases: PageOf<CasesPage> = {
  title: ({ language }) => sayer(texts, language)('list.title'),
  Page: function CasesView({ data }) {
    const say = useSay(texts);
    const format = useFormat();
    return (
      <>
        <h1>{say('list.title')}</h1>
        <p className="lead">{say('list.lead')}</p>
        {data.cases.length === 0 && <p className="note">{say('list.none')}</p>}
        <ul className="looks">
          {data.cases.map((each) => (
            <li key={each.id}>
              <h2 className="look-who">
                <a href={`${PATH}/${each.id}`}>{say('title', { number: each.number })}</a>
              </h2>
              <p>{say('about', { institution: each.institution, at: format.instant(each.askedAt) })}</p>
              <p>
                <StateTag {...each} />
              </p>
            </li>
          ))}
        </ul>
        <p>
          <a href="/warga/siapa-melihat">{say('list.looks')}</a>
        </p>
      </>
    );
  },
};

/** One case: how it stands, who must act until when, what each said, and what the person may do now. */
export const Case: PageOf<CasePage> = {
  title: ({ data, language }) => sayer(texts, language)('title', { number: data.number }),
  Page: function CaseView({ data }) {
    const say = useSay(texts);
    const format = useFormat();
    const stations = useStations(data);
    const next = data.overdue ? 'next.OPEN.late' : (`next.${data.state}` as const);
    return (
      <>
        <p className="no-print">
          <a href={PATH}>{say('list.title')}</a>
        </p>
        <h1>{say('title', { number: data.number })}</h1>
        <p className="lead">{say('about', { institution: data.institution, at: format.instant(data.askedAt) })}</p>
        {data.unit && <p className="soft">{say('unit', { unit: data.unit })}</p>}
        <p>
          <StateTag {...data} />
        </p>
        {next in id && <p>{say(next as keyof typeof id, { due: format.instant(data.dueAt) })}</p>}
        <StateLine label={say('line')} stations={stations} />
        <React data={data} />
        <section>
          <h2>{say('steps')}</h2>
          <ol className="case-steps">
            {data.steps.map((step) => (
              <li key={step.entryId}>
                <Step step={step} />
              </li>
            ))}
          </ol>
          <p className="no-print">
            <a href={`/warga/siapa-melihat/${data.entryId}`}>{say('look')}</a>
          </p>
        </section>
      </>
    );
  },
};

function Step({ step }: { step: ShownStep }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      <p>
        <b>{say(`step.${step.kind}`)}</b>, <time dateTime={step.at}>{format.instant(step.at)}</time>
      </p>
      {step.basis && <p>{say('basis', { basis: say(`basis.${step.basis}` as keyof typeof id) })}</p>}
      {step.words && <p className="said">{step.words}</p>}
      {step.measures && (
        <>
          <p>{say('measures')}</p>
          <p className="said">{step.measures}</p>
        </>
      )}
      <p className="soft breaks">{say('entry', { entry: step.entryId })}</p>
    </>
  );
}

function React({ data }: { data: CasePage }) {
  const say = useSay(texts);
  const { may, faults, typed } = data;
  if (may.length === 0) return null;
  const to = `${PATH}/${data.id}`;
  return (
    <section className="no-print">
      <h2>{say('react')}</h2>
      {may.includes('accepted') && (
        <CitizenForm to={to}>
          <button className="btn" type="submit" name="putusan" value="terima">
            {say('accept')}
          </button>
        </CitizenForm>
      )}
      {may.includes('objected') && (
        <CitizenForm to={to}>
          <WordsInput
            label={say('words')}
            hint={say('words.hint')}
            value={typed}
            error={faults.includes('words') ? say('words.short') : null}
            required
          />
          <button className="btn stop" type="submit" name="putusan" value="keberatan">
            {say('object')}
          </button>
        </CitizenForm>
      )}
      {may.includes('withdrawn') && (
        <CitizenForm to={to}>
          <button className="btn quiet" type="submit" name="putusan" value="cabut">
            {say('withdraw')}
          </button>
        </CitizenForm>
      )}
    </section>
  );
}

/** What was, who must act now, and what comes: the decision only where it came to one. */
function useStations(data: CasePage): Station[] {
  const say = useSay(texts);
  const at = (kind: readonly string[]) => data.steps.find((step) => kind.includes(step.kind))?.at.slice(0, 10);
  const { state } = data;
  const done = (date: string | undefined) => (date === undefined ? {} : { date });
  const opened: Station = { name: say('station.opened'), when: 'past', ...done(at(['opened'])) };
  if (state === 'WITHDRAWN') return [opened, { name: say('state.WITHDRAWN'), when: 'now', ...done(at(['withdrawn'])) }];
  const answeredOn = at(['answered', 'admitted']);
  const decidedOn = at(['upheld', 'rejected']);
  const decision: Station = {
    name: say('station.decision'),
    when: decidedOn ? 'now' : state === 'OBJECTED' ? 'now' : 'next',
    who: say('who.ministry'),
    ...done(decidedOn),
  };
  if (!answeredOn) {
    const answer: Station = {
      name: say('station.answer'),
      when: decidedOn ? 'past' : 'now',
      who: say('who.institution'),
    };
    return decidedOn
      ? [opened, decision]
      : [opened, answer, { name: say('station.reaction'), when: 'next', who: say('who.you') }];
  }
  const reactedOn = at(['accepted', 'objected']);
  const answer: Station = { name: say('station.answer'), when: 'past', date: answeredOn };
  const reaction: Station = {
    name: say('station.reaction'),
    when: reactedOn && state !== 'ACCEPTED' ? 'past' : 'now',
    who: say('who.you'),
    ...done(reactedOn),
  };
  return state === 'ACCEPTED' ? [opened, answer, reaction] : [opened, answer, reaction, decision];
}
