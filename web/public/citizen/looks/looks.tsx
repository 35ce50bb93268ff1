import type { LookKind } from '../../../../src/sharing/citizen/look/rules.ts';
import type { LooksPageData, ShownLook } from '../../../../src/sharing/citizen/look/schema.ts';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { TextInput } from '../../text-input.tsx';
import { Recorded } from '../represented.tsx';
import { Fields, StateNote, useWhat, useWho } from './entry.tsx';
import { texts } from './texts.ts';

const PATH = '/warga/siapa-melihat';
const WORDS: Readonly<Record<LookKind, string | null>> = {
  all: null,
  institutions: 'lembaga',
  officers: 'petugas',
  representatives: 'wakil',
  self: 'saya',
};

/** The list, newest first: who, when, why, what was asked and how it came out. */
export const Looks: PageOf<LooksPageData> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function LooksView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        <Filter data={data} />
        {data.looks.length === 0 ? <Empty data={data} /> : <List data={data} />}
        <Turning data={data} />
        <section className="no-print">
          <h2>{say('download')}</h2>
          <p className="row">
            <a className="btn quiet" href={address(data, { berkas: 'csv' })}>
              {say('download.csv')}
            </a>
            <a className="btn quiet" href={address(data, { berkas: 'pdf' })}>
              {say('download.pdf')}
            </a>
          </p>
        </section>
        <Recorded />
      </>
    );
  },
};

/** This page with something else asked for. */
function address(
  { filter }: LooksPageData,
  over: { kind?: LookKind; by?: string | null; lanjut?: string; berkas?: 'csv' | 'pdf' },
): string {
  const query = new URLSearchParams();
  const kind = WORDS[over.kind ?? filter.kind];
  const by = over.by === undefined ? filter.by : over.by;
  if (kind) query.set('jenis', kind);
  if (by) query.set('oleh', by);
  if (filter.since) query.set('sejak', filter.since);
  if (over.lanjut) query.set('lanjut', over.lanjut);
  if (over.berkas) query.set('berkas', over.berkas);
  const text = query.toString();
  return text === '' ? PATH : `${PATH}?${text}`;
}

function Filter({ data }: { data: LooksPageData }) {
  const say = useSay(texts);
  const { filter, wrongSince } = data;
  const kind = WORDS[filter.kind];
  return (
    <div className="no-print">
      <nav aria-label={say('kinds')} className="look-kinds">
        {(Object.keys(WORDS) as LookKind[]).map((each) => (
          <a
            key={each}
            href={address(data, { kind: each, by: null })}
            {...(each === filter.kind && filter.by === null ? { 'aria-current': 'true' as const } : {})}
          >
            {say(`kind.${each}`)}
          </a>
        ))}
      </nav>
      <form method="get" action={PATH} className="short-form look-since">
        {kind && <input type="hidden" name="jenis" value={kind} />}
        {filter.by && <input type="hidden" name="oleh" value={filter.by} />}
        <TextInput
          name="sejak"
          label={say('since')}
          hint={say('since.hint')}
          value={wrongSince ?? (filter.since ? filter.since.split('-').toReversed().join('-') : '')}
          error={wrongSince ? say('since.wrong', { typed: wrongSince }) : null}
        />
        <button className="btn quiet" type="submit">
          {say('since.act')}
        </button>
      </form>
      {filter.by && (
        <p>
          <b>{data.byName ? say('by', { name: data.byName }) : say('by.someone')}</b>{' '}
          <a href={address(data, { by: null })}>{say('by.all')}</a>
        </p>
      )}
    </div>
  );
}

function Empty({ data }: { data: LooksPageData }) {
  const say = useSay(texts);
  const { kind, by, since } = data.filter;
  const chosen = kind !== 'all' || by !== null || since !== null;
  return (
    <p className="note" role="status">
      {say(data.next ? 'none.more' : chosen ? 'none.filter' : 'none')}
    </p>
  );
}

function List({ data }: { data: LooksPageData }) {
  return (
    <ol className="looks">
      {data.looks.map((look, place) => (
        <li key={`${look.entryId}${place}`}>
          <Entry look={look} data={data} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ look, data }: { look: ShownLook; data: LooksPageData }) {
  const say = useSay(texts);
  const format = useFormat();
  const who = useWho();
  const what = useWhat();
  const institution = look.who.is === 'institution';
  return (
    <article>
      <p className="look-when">
        <time dateTime={look.at}>{format.instant(look.at)}</time>
      </p>
      <h2 className="look-who">{who(look)}</h2>
      {look.unit && <p className="soft">{say('unit', { unit: look.unit })}</p>}
      <p>
        {what(look)}
        {look.purpose && ` · ${look.purpose}`}
        {look.basis && ` · ${look.basis}`}
      </p>
      {look.hand === 'assisted' && <p>{say('assisted')}</p>}
      {look.fields.length > 0 && <Fields look={look} />}
      <StateNote state={look.state} />
      <p className="row soft no-print">
        <a href={`${PATH}/${look.entryId}`}>{say(institution ? 'open' : 'open.plain')}</a>
        {look.who.id && data.filter.by === null && <a href={address(data, { by: look.who.id })}>{say('by.only')}</a>}
      </p>
    </article>
  );
}

function Turning({ data }: { data: LooksPageData }) {
  const say = useSay(texts);
  if (!data.next && !data.later) return null;
  return (
    <p className="row no-print">
      {data.next && (
        <a className="btn" href={address(data, { lanjut: data.next })}>
          {say('next')}
        </a>
      )}
      {data.later && <a href={address(data, {})}>{say('first')}</a>}
    </p>
  );
}
