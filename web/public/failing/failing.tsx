import { sayer, useSay } from '../../kit/text.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** `saying` is the refusal's own text in the reader's language, absent when the fault is ours; `requestId` finds it in the log. */
export interface FailingData {
  readonly saying: string | null;
  readonly requestId: string | null;
  readonly status: number;
}

const TITLES: Readonly<Record<number, 'title.forbidden' | 'title.tooMany' | 'title.notReady'>> = {
  403: 'title.forbidden',
  429: 'title.tooMany',
  503: 'title.notReady',
};

const titleOf = (status: number) => TITLES[status] ?? (status < 500 ? 'title.refused' : 'title');

export const Failing: PageOf<FailingData> = {
  title: ({ data, language }) => sayer(texts, language)(titleOf(data.status)),
  Page: function FailingPage({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say(titleOf(data.status))}</h1>
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
