import type { HomePage } from '../../../../src/sharing/citizen/home/schema.ts';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import { StandingView } from '../../holder/standing.tsx';
import type { PageOf } from '../../pages.ts';
import { useWhat, useWho } from '../looks/entry.tsx';
import { Recorded } from '../represented.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** What waits for the person first, then the card, then who looked last. */
export const Home: PageOf<HomePage> = {
  title: ({ data, language }) => sayer(texts, language)(data.standing ? 'title' : 'title.represented'),
  Page: function HomeView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say(data.standing ? 'title' : 'title.represented')}</h1>
        <Waiting data={data} />
        {data.standing && (
          <>
            <StandingView standing={data.standing} />
            <p className="no-print">
              <a href="/laporkan-kehilangan">{say('card.lost')}</a>
            </p>
          </>
        )}
        <LastLooks data={data} />
        <section className="no-print">
          <h2>{say('more')}</h2>
          <ul className="plain-list">
            <li>
              <a href="/warga/bukan-saya">{say('cases', { n: data.cases })}</a>
            </li>
            {data.standing && (
              <>
                <li>
                  <a href="/warga/sesi">{say('sessions')}</a>
                </li>
                <li>
                  <a href="/warga/masuk/pilih">{say('way')}</a>
                </li>
              </>
            )}
          </ul>
        </section>
        <Recorded />
      </>
    );
  },
};

function Waiting({ data }: { data: HomePage }) {
  const say = useSay(texts);
  const { waiting, chooses } = data;
  return (
    <section>
      <h2>{say('waiting')}</h2>
      {waiting.length === 0 && !chooses && <p>{say('waiting.none')}</p>}
      {chooses && (
        <div className="note waiting">
          <p>{say('waiting.choose')}</p>
          <p>
            <a href="/warga/masuk/pilih">{say('waiting.choose.act')}</a>
          </p>
        </div>
      )}
      {waiting.map(({ id: of, number, institution }) => (
        <div key={of} className="note waiting">
          <p>{say('waiting.case', { number, institution })}</p>
          <p>
            <a href={`/warga/bukan-saya/${of}`}>{say('waiting.case.act', { number })}</a>
          </p>
        </div>
      ))}
    </section>
  );
}

function LastLooks({ data }: { data: HomePage }) {
  const say = useSay(texts);
  const format = useFormat();
  const who = useWho();
  const what = useWhat();
  return (
    <section>
      <h2>{say('looks')}</h2>
      {data.looks.length === 0 && <p>{say('looks.none')}</p>}
      <ul className="plain-list">
        {data.looks.map((look, place) => (
          <li key={`${look.entryId}${place}`}>
            <a href={`/warga/siapa-melihat/${look.entryId}`}>
              {say('look.at', { who: who(look), at: format.instant(look.at) })}
            </a>
            {': '}
            {[what(look), look.purpose].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
      <p className="no-print">
        <a href="/warga/siapa-melihat">{say('looks.all')}</a>
      </p>
    </section>
  );
}
