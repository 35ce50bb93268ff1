import type { CheckCardPage } from '../../../src/cards/card/schema.ts';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { sayer, useSay } from '../../kit/text.tsx';
import { TextInput } from '../text-input.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

const STANDING = {
  valid: 'done',
  not_valid: 'stopped',
  unknown: 'waiting',
} as const satisfies Record<NonNullable<CheckCardPage['answer']>, Standing>;

/** Whether a card is valid, for whoever holds it in his hand; and nothing more about whose it is. */
export const CheckCard: PageOf<CheckCardPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function CheckCardPageView({ data }) {
    const say = useSay(texts);
    const { answer, faults, waitMinutes } = data;
    if (answer) {
      return (
        <>
          <h1>{say('title')}</h1>
          <p>
            <Tag standing={STANDING[answer]}>{say(`answer.${answer}`)}</Tag>
          </p>
          <p>{say(`answer.${answer}.more`)}</p>
          <p className="soft">{say('recorded')}</p>
          <p className="no-print">
            <a href="/periksa-kartu">{say('another')}</a>
          </p>
        </>
      );
    }
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        {waitMinutes !== null && (
          <div className="note waiting" role="alert">
            <p>{say('wait', { minutes: waitMinutes })}</p>
          </div>
        )}
        <form method="post" action="/periksa-kartu" className="short-form">
          <TextInput
            name="nik"
            label={say('nik')}
            hint={say('nik.hint')}
            error={faults.includes('nik') ? say('nik.wrong') : null}
            required
            numeric
          />
          <TextInput
            name="terbit"
            label={say('issued')}
            hint={say('issued.hint')}
            error={faults.includes('issued') ? say('issued.wrong') : null}
            required
            numeric
          />
          <button className="btn" type="submit">
            {say('act')}
          </button>
        </form>
      </>
    );
  },
};
