import type { ApplicationsPage } from '../../../../src/sharing/citizen/application/schema.ts';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

const LOOKS = {
  submitted: 'waiting',
  incomplete: 'stopped',
  assigned: 'waiting',
  accepted: 'done',
  refused: 'stopped',
  withdrawn: 'plain',
} as const satisfies Record<string, Standing>;

/** A person's applications, the newest first, and the way to what follows them step by step. */
export const Applications: PageOf<ApplicationsPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function ApplicationsView({ data }) {
    const say = useSay(texts);
    const format = useFormat();
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        {data.applications.length === 0 ? (
          <p className="note">{say('none')}</p>
        ) : (
          <ul className="looks">
            {data.applications.map(({ number, what, state, office, submittedAt, dueOn }) => (
              <li key={number}>
                <h2 className="look-who">
                  {what}, {number}
                </h2>
                <p>
                  <Tag standing={LOOKS[state as keyof typeof LOOKS]}>{say(`state.${state as keyof typeof LOOKS}`)}</Tag>
                </p>
                <p>{submittedAt ? say('at', { office, at: format.instant(submittedAt) }) : office}</p>
                {dueOn && (state === 'submitted' || state === 'assigned') && (
                  <p className="soft">{say('due', { date: format.date(dueOn) })}</p>
                )}
              </li>
            ))}
          </ul>
        )}
        <p className="no-print">
          <a href="/ikuti-permohonan">{say('follow')}</a>
        </p>
        <p className="no-print">
          <a href="/warga/hak?hak=correction">{say('correct')}</a>
        </p>
      </>
    );
  },
};
