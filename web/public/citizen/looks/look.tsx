import type { OneLookPage, ShownLook } from '../../../../src/sharing/citizen/look/schema.ts';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import { Command } from '../../command.tsx';
import type { PageOf } from '../../pages.ts';
import { CitizenForm, WordsInput } from '../form.tsx';
import { Fields, StateNote, useWhat, useWho } from './entry.tsx';
import { texts } from './texts.ts';

const PATH = '/warga/siapa-melihat';

/** One entry whole, the proof of it to keep, and where it was an institution "bukan saya". */
export const Look: PageOf<OneLookPage> = {
  title: ({ language }) => sayer(texts, language)('one.title'),
  Page: function LookView({ data }) {
    const say = useSay(texts);
    const [first] = data.looks as [ShownLook];
    return (
      <>
        <p className="no-print">
          <a href={PATH}>{say('back')}</a>
        </p>
        <h1>{say('one.title')}</h1>
        {data.looks.map((look, place) => (
          <Facts key={`${look.entryId}${place}`} look={look} />
        ))}
        {first.closed && <p>{say('closed')}</p>}
        {first.who.is === 'institution' && <Dispute data={data} look={first} />}
        {first.who.is === 'office' && <p>{say('dispute.office')}</p>}
        <Proof look={first} />
      </>
    );
  },
};

function Facts({ look }: { look: ShownLook }) {
  const say = useSay(texts);
  const format = useFormat();
  const who = useWho();
  const what = useWhat();
  const facts: [string, string][] = [
    [say('purpose'), look.purpose ?? ''],
    [say('basis'), look.basis ?? ''],
    [say('way'), look.closed ? '' : look.hand === 'assisted' ? say('assisted') : say(`way.${look.way}`)],
    [say('reference'), look.reference ?? ''],
  ];
  return (
    <section>
      <h2>{who(look)}</h2>
      {look.unit && <p className="soft">{say('unit', { unit: look.unit })}</p>}
      <p>
        {what(look)}, <time dateTime={look.at}>{format.instant(look.at)}</time>
      </p>
      {look.fields.length > 0 && (
        <>
          <h3>{say('fields')}</h3>
          <Fields look={look} />
          <StateNote state={look.state} />
          <p className="soft">{say('values')}</p>
        </>
      )}
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        <div className="fact">
          <dt>{say('entry')}</dt>
          <dd className="mono breaks">{look.entryId}</dd>
        </div>
      </dl>
    </section>
  );
}

function Dispute({ data, look }: { data: OneLookPage; look: ShownLook }) {
  const say = useSay(texts);
  return (
    <section className="no-print">
      <h2>{say('dispute.title')}</h2>
      {look.dispute ? (
        <p>
          {say('dispute.open')} <a href={`/warga/bukan-saya/${look.dispute.id}`}>{say('dispute.see')}</a>
        </p>
      ) : (
        <>
          <p>{say('dispute.about')}</p>
          <CitizenForm to={`${PATH}/${look.entryId}`}>
            <WordsInput
              label={say('dispute.words')}
              hint={say('dispute.words.hint')}
              value={data.typed}
              error={data.faults.includes('words') ? say('dispute.words.short') : null}
            />
            <p className="soft">{say('dispute.told')}</p>
            <button className="btn stop" type="submit">
              {say('dispute.act')}
            </button>
          </CitizenForm>
        </>
      )}
    </section>
  );
}

function Proof({ look }: { look: ShownLook }) {
  const say = useSay(texts);
  return (
    <section className="no-print">
      <h2>{say('proof.title')}</h2>
      <p>{say(look.closed ? 'proof.closed' : 'proof.about')}</p>
      <p>
        <a className="btn quiet" href={`${PATH}/${look.entryId}?berkas=bukti`}>
          {say('proof.get')}
        </a>
      </p>
      <p>{say('proof.how')}</p>
      <Command>{`node verifier.mjs --proof bukti-${look.entryId}.json --key key`}</Command>
      <p>
        <a href="/cara-memeriksa-log#bukti">{say('proof.page')}</a>
      </p>
    </section>
  );
}
