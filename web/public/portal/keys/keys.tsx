import type { KeyLine, KeysPage } from '../../../../src/sharing/portal/key/schema.ts';
import { DataTable, type Column } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import { Island } from '../../island.tsx';
import type { PageOf } from '../../pages.ts';
import { TextInput } from '../../text-input.tsx';
import { NoteBox, PortalForm } from '../parts.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/kunci';

/** The institution's public keys. */
export const Keys: PageOf<KeysPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function KeysView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        <NoteBox note={data.note} />
        {data.ending && <Ending data={data} ending={data.ending} />}
        <Living data={data} />
        {data.mayManage ? <Add data={data} /> : <p>{say('reader')}</p>}
        <Published data={data} />
        <Ended keys={data.ended} />
      </>
    );
  },
};

function Living({ data: { living, mayManage } }: { data: KeysPage }) {
  const say = useSay(texts);
  const format = useFormat();
  const columns: Column<KeyLine>[] = [
    {
      key: 'kid',
      head: say('kid'),
      names: true,
      cell: ({ kid, thumbprint }) => (
        <>
          <span className="mono wraps">{kid}</span>
          <span className="soft under wraps">
            {say('thumbprint')} <span className="mono">{thumbprint}</span>
          </span>
        </>
      ),
    },
    { key: 'algorithm', head: say('algorithm'), cell: ({ algorithm }) => algorithm },
    { key: 'added', head: say('added'), cell: ({ addedAt }) => format.instant(addedAt) },
    { key: 'change', head: say('change'), cell: ({ expiry }) => expiry && <Change expiry={expiry} /> },
  ];
  const act: Column<KeyLine> = {
    key: 'act',
    head: say('act'),
    cell: ({ id, kid }) => (
      <PortalForm to={PATH} act="akhiri" fields={{ id }}>
        <button className="btn quiet" type="submit" aria-label={say('end.of', { kid })}>
          {say('end')}
        </button>
      </PortalForm>
    ),
  };
  return (
    <section>
      <h2>{say('living')}</h2>
      <DataTable
        caption={say('living')}
        rows={{ at: 'here', rows: living }}
        rowKey={({ id }) => id}
        empty={say('living.none')}
        columns={mayManage ? [...columns, act] : columns}
      />
      <p className="soft">{say('slots')}</p>
    </section>
  );
}

function Change({ expiry: { until, days, standing } }: { expiry: NonNullable<KeyLine['expiry']> }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      {format.date(until)} {standing === 'soon' && <Tag standing="waiting">{say('soon', { days })}</Tag>}
      {standing === 'past' && <Tag standing="stopped">{say('past')}</Tag>}
    </>
  );
}

/** What will happen, said once more before it does. */
function Ending({ data: { living, published }, ending }: { data: KeysPage; ending: KeyLine }) {
  const say = useSay(texts);
  const other = living.find(({ id }) => id !== ending.id)?.kid ?? published?.kids[0];
  return (
    <section className="note stopped" aria-labelledby="akhiri">
      <h2 id="akhiri">{say('ending', { kid: ending.kid })}</h2>
      <p>{say('ending.about')}</p>
      <p>
        <b>{other === undefined ? say('ending.last') : say('ending.other', { kid: other })}</b>
      </p>
      <div className="holder-acts">
        <PortalForm to={PATH} act="akhiri" fields={{ id: ending.id, setuju: 'ya' }}>
          <button className="btn" type="submit">
            {say('ending.yes')}
          </button>
        </PortalForm>
        <a className="btn quiet" href={PATH}>
          {say('ending.no')}
        </a>
      </div>
    </section>
  );
}

function Add({ data: { living, typed, faults } }: { data: KeysPage }) {
  const say = useSay(texts);
  const error = faults['kunci'];
  return (
    <section aria-labelledby="tambah">
      <h2 id="tambah">{say('add')}</h2>
      {living.length >= 2 ? (
        <p>{say('add.full')}</p>
      ) : (
        <>
          <p>{say('add.about')}</p>
          <Island name="copy">
            <pre className="command">openssl genpkey -algorithm ed25519 -out key.pem</pre>
          </Island>
          <Island name="copy">
            <pre className="command">openssl pkey -in key.pem -pubout</pre>
          </Island>
          <PortalForm to={PATH} act="tambah">
            <div className={error ? 'field wrong' : 'field'}>
              <label htmlFor="kunci">{say('add.key')}</label>
              <p className="hint" id="kunci-petunjuk">
                {say('add.key.hint')}
              </p>
              <textarea
                id="kunci"
                name="kunci"
                rows={6}
                className="mono"
                spellCheck={false}
                autoComplete="off"
                required
                defaultValue={typed.key}
                aria-describedby={error ? 'kunci-petunjuk kunci-salah' : 'kunci-petunjuk'}
                {...(error ? { 'aria-invalid': true } : {})}
              />
              {error && (
                <p className="error" id="kunci-salah">
                  {error}
                </p>
              )}
            </div>
            <TextInput
              name="nama"
              label={say('add.kid')}
              hint={say('add.kid.hint')}
              value={typed.kid}
              error={faults['nama'] ?? null}
            />
            <button className="btn" type="submit">
              {say('add.act')}
            </button>
          </PortalForm>
        </>
      )}
    </section>
  );
}

function Published({ data: { published, mayManage, typed, faults } }: { data: KeysPage }) {
  const say = useSay(texts);
  const format = useFormat();
  if (!published && !mayManage) return null;
  return (
    <section aria-labelledby="terbit">
      <h2 id="terbit">{say('published')}</h2>
      <p>{say('published.about')}</p>
      {published && (
        <dl className="facts">
          <dt>{say('published.url')}</dt>
          <dd className="wraps">{published.url}</dd>
          <dt>{say('published.kids')}</dt>
          <dd className="mono wraps">{published.kids.join(', ') || say('published.none')}</dd>
          <dt>{say('published.read')}</dt>
          <dd>{published.fetchedAt ? format.instant(published.fetchedAt) : say('published.never')}</dd>
          {published.fault && (
            <>
              <dt>{say('published.fault')}</dt>
              <dd>{published.fault}</dd>
            </>
          )}
        </dl>
      )}
      {mayManage && (
        <PortalForm to={PATH} act="alamat">
          <TextInput
            name="alamat"
            label={say('published.url')}
            hint={say('published.url.hint')}
            value={typed.url}
            error={faults['alamat'] ?? null}
          />
          <button className="btn quiet" type="submit">
            {say('published.act')}
          </button>
        </PortalForm>
      )}
    </section>
  );
}

function Ended({ keys }: { keys: readonly KeyLine[] }) {
  const say = useSay(texts);
  const format = useFormat();
  if (keys.length === 0) return null;
  return (
    <details className="plain-details">
      <summary>{say('ended')}</summary>
      <ul className="plain-list">
        {keys.map(({ id, kid, algorithm, endedAt }) => (
          <li key={id}>
            <span className="mono wraps">{kid}</span>, {algorithm}, {say('ended.at')}{' '}
            {endedAt && format.instant(endedAt)}
          </li>
        ))}
      </ul>
    </details>
  );
}
