import { EXCEPTIONS, RIGHT_NAMES, RIGHTS } from '../../../../src/sharing/citizen/right/rules.ts';
import type { OwnRequest, RightsPage } from '../../../../src/sharing/citizen/right/schema.ts';
import { Tag } from '../../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { CitizenForm, WordsInput } from '../form.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** What was asked and what came of it, then the form with each right, its article and its term. */
export const Rights: PageOf<RightsPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function RightsView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        {data.made && (
          <p className="note done" role="status">
            {say('made', { number: data.made })}
          </p>
        )}
        <section>
          <h2>{say('mine')}</h2>
          {data.requests.length === 0 && <p>{say('none')}</p>}
          {data.requests.length > 0 && (
            <ul className="looks">
              {data.requests.map((request) => (
                <li key={request.id}>
                  <Request request={request} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <section className="no-print">
          <h2>{say('ask')}</h2>
          <Ask data={data} />
        </section>
      </>
    );
  },
};

function Request({ request }: { request: OwnRequest }) {
  const say = useSay(texts);
  const format = useFormat();
  const { answer, overdue } = request;
  const due = { due: format.instant(request.dueAt) };
  return (
    <>
      <h3 className="look-who">
        {request.number}: {say(`right.${request.right}`)}
      </h3>
      <p>
        {answer ? (
          <Tag standing={answer.decision === 'refused' ? 'stopped' : 'done'}>{say(`state.${answer.decision}`)}</Tag>
        ) : (
          <Tag standing={overdue ? 'stopped' : 'waiting'}>{say(overdue ? 'state.late' : 'state.waiting', due)}</Tag>
        )}
      </p>
      <p className="soft">{say('asked', { at: format.instant(request.openedAt) })}</p>
      <p className="said">{request.words}</p>
      {answer && (
        <>
          <p className="soft">{say('answered', { at: format.instant(answer.at) })}</p>
          <p className="said">{answer.words}</p>
          {answer.exception && (
            <p>{say('exception', { why: say(`exception.${answer.exception}`), law: EXCEPTIONS[answer.exception] })}</p>
          )}
        </>
      )}
    </>
  );
}

function Ask({ data }: { data: RightsPage }) {
  const say = useSay(texts);
  const { faults, typed } = data;
  return (
    <CitizenForm to="/warga/hak">
      <fieldset className="choices">
        <legend>{say('what')}</legend>
        {RIGHT_NAMES.map((right) => {
          const { law, hours, clock } = RIGHTS[right];
          return (
            <label key={right}>
              <input type="radio" name="hak" value={right} defaultChecked={typed.right === right} required />
              <span>
                <b>{say(`right.${right}`)}</b>
                <small>
                  {say(`right.${right}.about`)}{' '}
                  {say('term', { law, hours, clock: clock ? say('term.clock', { law: clock }) : '' })}
                </small>
              </span>
            </label>
          );
        })}
        {faults.includes('right') && <p className="error">{say('what.missing')}</p>}
      </fieldset>
      <WordsInput
        label={say('words')}
        hint={say('words.hint')}
        value={typed.words}
        error={faults.includes('words') ? say('words.short') : null}
        required
      />
      <button className="btn" type="submit">
        {say('act')}
      </button>
    </CitizenForm>
  );
}
