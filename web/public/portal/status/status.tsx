import type { ChangesPage, Notice, StatusPage } from '../../../../src/sharing/portal/status/schema.ts';
import { Tag } from '../../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { texts } from './texts.ts';

/** Whether it works, for everybody who waits for an answer. */
export const Status: PageOf<StatusPage> = {
  title: ({ language }) => sayer(texts, language)('status'),
  Page: function StatusView({ data }) {
    const say = useSay(texts);
    const format = useFormat();
    return (
      <>
        <h1>{say('status')}</h1>
        <p className="soft">{say('at', { at: format.instant(data.at) })}</p>
        <dl className="facts">
          {data.services.map(({ name, works }) => (
            <div key={name} className="fact">
              <dt>{say(`service.${name}`)}</dt>
              <dd>
                <Tag standing={works ? 'done' : 'stopped'}>{say(works ? 'works' : 'works_not')}</Tag>
              </dd>
            </div>
          ))}
        </dl>
        {data.services.some(({ works }) => !works) && <p className="note waiting">{say('disturbed')}</p>}
        <Notices head={say('now')} notices={data.now} none={say('now.none')} />
        <Notices head={say('planned')} notices={data.planned} none={say('planned.none')} />
        {data.past.length > 0 && <Notices head={say('past')} notices={data.past} none="" />}
        <p>
          <a href="/perubahan-api">{say('changes.open')}</a>
        </p>
      </>
    );
  },
};

function Notices({ head, notices, none }: { head: string; notices: readonly Notice[]; none: string }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{head}</h2>
      {notices.length === 0 && <p>{none}</p>}
      <ul className="plain-list">
        {notices.map(({ id, words, from, until, calledOff }) => (
          <li key={id}>
            <b>{say('term', { from: format.instant(from), until: format.instant(until) })}</b>{' '}
            {calledOff && <Tag standing="plain">{say('called_off')}</Tag>}
            <span className="under">{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What has changed for those who build against the interface. */
export const Changes: PageOf<ChangesPage> = {
  title: ({ language }) => sayer(texts, language)('changes'),
  Page: function ChangesView({ data }) {
    const say = useSay(texts);
    const format = useFormat();
    return (
      <>
        <h1>{say('changes')}</h1>
        <p className="lead">{say('changes.lead')}</p>
        {data.days.map(({ day, changes }) => (
          <section key={day}>
            <h2>{format.date(day)}</h2>
            <ul className="plain-list">
              {changes.map((change) => (
                <li key={change}>{inCode(change)}</li>
              ))}
            </ul>
          </section>
        ))}
        <p>
          <a href="/status">{say('status.open')}</a>
        </p>
      </>
    );
  },
};

/** Words between backticks are names of programs. */
function inCode(text: string) {
  return text.split('`').map((part, at) => (at % 2 === 1 ? <code key={`${at}${part}`}>{part}</code> : part));
}
