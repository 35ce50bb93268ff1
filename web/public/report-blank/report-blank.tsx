import type { ReactNode } from 'react';
import type { ReportBlankPage } from '../../../src/cards/blank/incident/schema.ts';
import { sayer, useFormat, useSay } from '../../kit/text.tsx';
import { Tag } from '../../kit/tag.tsx';
import { Island } from '../island.tsx';
import type { PageOf } from '../pages.ts';
import { TextInput } from '../text-input.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };
const PATH = '/laporkan-blangko';
const KINDS = ['for_sale', 'found', 'stolen'] as const;

/** Anybody reports a blank or card, unnamed and without a script, and follows the report by its number. */
export const ReportBlank: PageOf<ReportBlankPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function ReportBlankPageView({ data }) {
    if (data.made) return <Made tracking={data.made.tracking} />;
    if (data.followed) return <Followed followed={data.followed} />;
    return (
      <>
        <ReportForm data={data} />
        <FollowForm asked={data.asked} error={errorOf(data, 'tracking')} />
      </>
    );
  },
};

const errorOf = ({ faults }: ReportBlankPage, name: string) => faults.find(({ field }) => field === name)?.text ?? null;

function ReportForm({ data }: { data: ReportBlankPage }) {
  const say = useSay(texts);
  const { typed } = data;
  const wrong = data.faults.some(({ field }) => field !== 'tracking');
  return (
    <>
      <h1>{say('title')}</h1>
      <p className="lead">{say('lead')}</p>
      {wrong && (
        <div className="note waiting" role="alert">
          <p>{say('wrong')}</p>
        </div>
      )}
      <form method="post" action={PATH} encType="multipart/form-data" className="short-form">
        <input type="hidden" name="kunci" value={data.key} />
        <Field name="jenis" label={say('kind')} error={errorOf(data, 'kind')}>
          {(described) => (
            <select id="jenis" name="jenis" defaultValue={typed.kind} required {...described}>
              <option value="">{say('kind.choose')}</option>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {say(`kind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextInput
          name="tempat"
          label={say('place')}
          hint={say('place.hint')}
          value={typed.place}
          error={errorOf(data, 'place')}
          required
        />
        <Field name="uraian" label={say('words')} hint={say('words.hint')} error={errorOf(data, 'words')}>
          {(described) => (
            <textarea
              id="uraian"
              name="uraian"
              rows={5}
              maxLength={2000}
              defaultValue={typed.words}
              required
              {...described}
            />
          )}
        </Field>
        <Field name="nomor" label={say('seen')} hint={say('seen.hint')} error={errorOf(data, 'seen')}>
          {(described) => (
            <textarea id="nomor" name="nomor" rows={3} defaultValue={typed.seen} spellCheck={false} {...described} />
          )}
        </Field>
        <Field
          name="foto"
          label={say('photo')}
          hint={wrong ? `${say('photo.hint')} ${say('photo.again')}` : say('photo.hint')}
          error={errorOf(data, 'photo')}
        >
          {(described) => <input id="foto" name="foto" type="file" accept="image/jpeg,image/png" {...described} />}
        </Field>
        <button className="btn" type="submit">
          {say('act')}
        </button>
      </form>
    </>
  );
}

/** Label above, hint below it, the error beside the field; what it describes is handed to the field itself. */
function Field(given: {
  name: string;
  label: string;
  hint?: string;
  error: string | null;
  children: (described: { 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}) {
  const { name, hint, error } = given;
  const ids = [...(hint ? [`${name}-petunjuk`] : []), ...(error ? [`${name}-salah`] : [])].join(' ');
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{given.label}</label>
      {hint && (
        <p className="hint" id={`${name}-petunjuk`}>
          {hint}
        </p>
      )}
      {given.children({ ...(ids && { 'aria-describedby': ids }), ...(error ? { 'aria-invalid': true as const } : {}) })}
      {error && (
        <p className="error" id={`${name}-salah`}>
          {error}
        </p>
      )}
    </div>
  );
}

function FollowForm({ asked, error }: { asked: string; error: string | null }) {
  const say = useSay(texts);
  return (
    <section aria-labelledby="ikuti">
      <h2 id="ikuti">{say('follow')}</h2>
      <p>{say('follow.about')}</p>
      <form method="post" action={PATH} className="short-form">
        <TextInput
          name="lacak"
          label={say('tracking')}
          hint={say('tracking.hint')}
          value={asked}
          error={error}
          required
        />
        <button className="btn quiet" type="submit">
          {say('follow.act')}
        </button>
      </form>
    </section>
  );
}

function Made({ tracking }: { tracking: string }) {
  const say = useSay(texts);
  return (
    <>
      <h1>{say('made')}</h1>
      <p className="lead">{say('made.lead')}</p>
      <dl className="facts">
        <dt>{say('tracking')}</dt>
        <dd>
          <Island name="copy">
            <span className="mono">{tracking}</span>
          </Island>
        </dd>
      </dl>
      <p className="no-print">
        <a href={PATH}>{say('another')}</a>
      </p>
    </>
  );
}

const STANDING = { reported: 'waiting', open: 'waiting', closed: 'done' } as const;

function Followed({ followed }: { followed: NonNullable<ReportBlankPage['followed']> }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      <h1>{say('followed')}</h1>
      <dl className="facts">
        <dt>{say('tracking')}</dt>
        <dd className="mono">{followed.tracking}</dd>
        <dt>{say('state')}</dt>
        <dd>
          <Tag standing={STANDING[followed.state]}>{say(`state.${followed.state}`)}</Tag>
        </dd>
        <dt>{say('toldOn')}</dt>
        <dd>{format.date(followed.toldOn)}</dd>
        {followed.endedOn && (
          <>
            <dt>{say('endedOn')}</dt>
            <dd>{format.date(followed.endedOn)}</dd>
          </>
        )}
      </dl>
      <p className="no-print">
        <a href={PATH}>{say('another')}</a>
      </p>
    </>
  );
}
