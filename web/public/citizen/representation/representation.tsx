import type { RepresentationPage, ShownBond } from '../../../../src/sharing/citizen/representation/schema.ts';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { CitizenForm } from '../form.tsx';
import { useActing } from '../represented.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** For whom the reader may act, each with why and until when; below, who may act for him and what to do where somebody is missing. */
export const Representation: PageOf<RepresentationPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function RepresentationView({ data }) {
    const say = useSay(texts);
    const { news, represented, representing } = data;
    return (
      <>
        <h1>{say('title')}</h1>
        {news && (
          <p className={news === 'back' ? 'note done' : 'note waiting'} role="status">
            {say(`news.${news}`)}
          </p>
        )}
        <p className="lead">{say('lead')}</p>
        <section>
          <h2>{say('represented')}</h2>
          {represented.length === 0 && <p className="note">{say('represented.none')}</p>}
          {represented.length > 0 && (
            <ul className="looks">
              {represented.map((bond) => (
                <li key={bond.ref}>
                  <Represented bond={bond} />
                </li>
              ))}
            </ul>
          )}
        </section>
        {representing.length > 0 && (
          <section>
            <h2>{say('representing')}</h2>
            <ul className="plain-list">
              {representing.map((bond) => (
                <li key={bond.name}>
                  {say(`by.${bond.as}`, { name: bond.name })} <Until until={bond.until} />
                </li>
              ))}
            </ul>
            <p className="soft">{say('representing.seen')}</p>
          </section>
        )}
        <section>
          <h2>{say('missing')}</h2>
          <p>{say('missing.how')}</p>
          <p>{say('missing.wrong')}</p>
        </section>
      </>
    );
  },
};

function Represented({ bond }: { bond: ShownBond }) {
  const say = useSay(texts);
  const format = useFormat();
  const acting = useActing();
  const { ref, name, birthDate, as, ground, until } = bond;
  return (
    <>
      <h3 className="look-who">{name}</h3>
      <p>{say('born', { date: format.date(birthDate) })}</p>
      <p>
        {say(`as.${as}`)} {say(`ground.${ground}`)} <Until until={until} />
      </p>
      {acting?.ref === ref ? (
        <p>
          <b>{say('now')}</b>
        </p>
      ) : (
        <CitizenForm to="/warga/mewakili">
          <button className="btn quiet" type="submit" name="siapa" value={ref}>
            {say('choose', { name })}
          </button>
        </CitizenForm>
      )}
    </>
  );
}

function Until({ until }: { until: string | null }) {
  const say = useSay(texts);
  const format = useFormat();
  return until === null ? null : <span className="soft">{say('until', { date: format.date(until) })}</span>;
}
