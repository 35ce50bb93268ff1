import { createContext, useContext } from 'react';
import type { Acting, Whose } from '../../../src/sharing/citizen/representation/schema.ts';
import { useSay } from '../../kit/text.tsx';
import type { PageOf } from '../pages.ts';
import { texts } from './texts.ts';

const ActingContext = createContext<Acting | null>(null);

/** For whom the page is, where it is not the reader's own. */
export const useActing = (): Acting | null => useContext(ActingContext);

/**
 * A page that may be of somebody whom the reader represents: then it says so before anything else, with the way back. `speaksTo`: whom its words
 * mean; where one chooses, the reader himself.
 */
export function represented<Data extends object>(
  { title, Page }: PageOf<Data>,
  speaksTo: 'represented' | 'reader' = 'represented',
): PageOf<Data & Whose> {
  return {
    title,
    Page: function RepresentedPage({ data }) {
      return (
        <ActingContext value={data.acting}>
          {data.acting && <Banner acting={data.acting} speaksTo={speaksTo} />}
          <Page data={data} />
        </ActingContext>
      );
    },
  };
}

/** That opening the page is an entry, and where it is found. */
export function Recorded() {
  const say = useSay(texts);
  return <p className="soft recorded">{say(useActing() ? 'recorded.represented' : 'recorded')}</p>;
}

/** Not a `CitizenForm`: the way back works from every page, whatever was chosen since. */
function Banner({ acting: { name, as }, speaksTo }: { acting: Acting; speaksTo: 'represented' | 'reader' }) {
  const say = useSay(texts);
  return (
    <div className="note waiting acting">
      <p>
        <b>{say(`acting.${as}`, { name })}</b> {speaksTo === 'represented' && say('acting.you', { name })}
      </p>
      <form method="post" action="/warga/mewakili" className="no-print">
        <p className="row">
          <button className="btn quiet" type="submit" name="aksi" value="kembali">
            {say('acting.back')}
          </button>
          {speaksTo === 'represented' && <a href="/warga/mewakili">{say('acting.change')}</a>}
        </p>
      </form>
    </div>
  );
}
