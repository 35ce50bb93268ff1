import { sayer, useSay } from '../../kit/text.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** `saying` is the refusal's own text in the reader's language, absent when the fault is ours; `requestId` finds it in the log. */
export interface FailingData {
  readonly saying: string | null;
  readonly requestId: string | null;
}

export const Failing: PageOf<FailingData> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function FailingPage({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p>{data.saying ?? say('why')}</p>
        {data.requestId && (
          <p className="soft">
            {say('request')} <span className="mono">{data.requestId}</span>
          </p>
        )}
        <a href="/">{say('front')}</a>
      </>
    );
  },
};
