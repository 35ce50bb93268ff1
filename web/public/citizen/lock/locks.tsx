import type { LocksPage } from '../../../../src/sharing/citizen/lock/schema.ts';
import { Tag } from '../../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { CitizenForm } from '../form.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };
type One = LocksPage['locks'][number];

/** Each kind of lock with how it stands; below, what no lock holds back, with the law that says so. */
export const Locks: PageOf<LocksPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function LocksView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        {data.done && (
          <p className="note done" role="status">
            {say('saved')}
          </p>
        )}
        <ul className="looks">
          {data.locks.map((one) => (
            <li key={one.lock}>
              <OneLock one={one} fault={data.fault?.lock === one.lock ? data.fault.typed : null} />
            </li>
          ))}
        </ul>
        <section>
          <h2>{say('never')}</h2>
          <ul className="plain-list">
            {data.never.map(({ name, law }) => (
              <li key={name}>
                {say(`never.${name}`)} <span className="soft">({law})</span>
              </li>
            ))}
          </ul>
          <p>{say('never.office')}</p>
        </section>
      </>
    );
  },
};

function OneLock({ one: { lock, set }, fault }: { one: One; fault: string | null }) {
  const say = useSay(texts);
  const format = useFormat();
  const name = say(`lock.${lock}`);
  return (
    <>
      <h2 className="look-who">{name}</h2>
      <p>{say(`lock.${lock}.about`)}</p>
      <p>
        {set === null ? (
          <Tag standing="plain">{say('is.open')}</Tag>
        ) : (
          <Tag standing="sealed">
            {set.until === null
              ? say('is.locked', { at: format.instant(set.at) })
              : say('is.until', { at: format.instant(set.at), until: format.instant(set.until) })}
          </Tag>
        )}
      </p>
      <CitizenForm to="/warga/kunci">
        <input type="hidden" name="jenis" value={lock} />
        {set === null ? (
          <>
            <UntilInput lock={lock} fault={fault} />
            <button className="btn" type="submit" name="aksi" value="kunci" aria-label={say('set.of', { name })}>
              {say('set')}
            </button>
          </>
        ) : (
          <button className="btn quiet" type="submit" name="aksi" value="buka" aria-label={say('lift.of', { name })}>
            {say('lift')}
          </button>
        )}
      </CitizenForm>
    </>
  );
}

/** As `TextInput`, but several stand on one page. */
function UntilInput({ lock, fault }: { lock: string; fault: string | null }) {
  const say = useSay(texts);
  const field = `sampai-${lock}`;
  return (
    <div className={fault === null ? 'field' : 'field wrong'}>
      <label htmlFor={field}>{say('until')}</label>
      <p className="hint" id={`${field}-petunjuk`}>
        {say('until.hint')}
      </p>
      <input
        id={field}
        name="sampai"
        type="text"
        autoComplete="off"
        defaultValue={fault ?? ''}
        aria-describedby={fault === null ? `${field}-petunjuk` : `${field}-petunjuk ${field}-salah`}
        {...(fault === null ? {} : { 'aria-invalid': true })}
      />
      {fault !== null && (
        <p className="error" id={`${field}-salah`}>
          {say('until.wrong', { typed: fault })}
        </p>
      )}
    </div>
  );
}
