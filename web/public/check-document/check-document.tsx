import type { CheckDocumentPage } from '../../../src/core/document/pages.ts';
import { sayer, useSay } from '../../kit/text.tsx';
import { TextInput } from '../text-input.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { CheckedPaper } from './checked-paper.tsx';

const texts = { id, en };

/** Whether a paper in somebody's hand is genuine and valid; where the code on it leads. */
export const CheckDocument: PageOf<CheckDocumentPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function CheckDocumentPageView({ data }) {
    const say = useSay(texts);
    const { paper } = data;
    if (paper) {
      return (
        <>
          <CheckedPaper paper={paper} code={data.typed.code} />
          <p className="no-print">
            <a href="/periksa-dokumen">{say('another')}</a>
          </p>
        </>
      );
    }
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        <form method="post" action="/periksa-dokumen" className="short-form">
          <TextInput
            name="kode"
            label={say('code')}
            hint={say('code.hint')}
            error={data.fault}
            value={data.typed.code}
            required
          />
          <TextInput name="nomor" label={say('number')} hint={say('number.hint')} value={data.typed.number} />
          <button className="btn" type="submit">
            {say('act')}
          </button>
        </form>
      </>
    );
  },
};
