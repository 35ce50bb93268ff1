import type { BadKind } from '../../../src/core/ledger/finding.ts';
import type { TamperPage } from '../../../src/core/ledger/pages.ts';
import { Tag } from '../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../kit/text.tsx';
import { Command } from '../command.tsx';
import type { PageOf } from '../pages.ts';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };

/** An invitation to cheat the log as a superuser of the database, and what came of it. */
export const Tamper: PageOf<TamperPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function TamperPageView({ data }) {
    const say = useSay(texts);
    const { demonstration, trial } = data;
    return (
      <>
        <h1>{say('title')}</h1>
        {!trial && <p className="lead">{say(demonstration ? 'lead' : 'lead.explained')}</p>}
        {trial && <Outcome trial={trial} />}
        {demonstration && <Choice data={data} />}
        <CommandLine />
        <p>
          <a href="/cara-memeriksa-log">{say('check')}</a>
        </p>
      </>
    );
  },
};

function Choice({ data: { kinds, chosen, fault, trial } }: { data: TamperPage }) {
  const say = useSay(texts);
  return (
    <form method="post" action="/coba-curangi">
      {trial && <h2>{say('again')}</h2>}
      {fault && (
        <div className="note waiting" role="alert">
          <p>{fault}</p>
        </div>
      )}
      <fieldset className="choices">
        <legend>{say('choose')}</legend>
        {kinds.map((kind, place) => (
          <label key={kind}>
            <input
              type="radio"
              name="cara"
              value={kind}
              required
              defaultChecked={chosen === null ? place === 0 : kind === chosen}
            />
            <span>
              <b>{say(`kind.${kind}`)}</b>
              <small>{say(`kind.${kind}.about`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="row">
        <button className="btn stop" type="submit">
          {say('act')}
        </button>
        <small>{say('takes')}</small>
      </div>
    </form>
  );
}

function Outcome({ trial }: { trial: NonNullable<TamperPage['trial']> }) {
  const say = useSay(texts);
  const format = useFormat();
  const { before, after, found } = trial;
  const kind = found?.kind as BadKind | undefined;
  return (
    <section aria-labelledby="hasil" className="outcome">
      <h2 id="hasil">{say('done')}</h2>
      <p className="lead">{trial.did}</p>
      <div className={found ? 'note done' : 'note stopped'} role="status">
        <p>
          <Tag standing={found ? 'done' : 'stopped'}>{say(found ? 'caught' : 'missed')}</Tag>{' '}
          {kind ? say(`found.${kind}`) : say('missed.about')}{' '}
          {typeof found?.seq === 'number' && say('atEntry', { seq: found.seq })}
        </p>
      </div>
      <table className="before-after">
        <thead>
          <tr>
            <th scope="col">{say('state')}</th>
            <th scope="col">{say('before')}</th>
            <th scope="col">{say('after')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('size')}</th>
            <td data-label={say('before')}>{format.number(before.size)}</td>
            <td data-label={say('after')}>{format.number(after.size)}</td>
          </tr>
          <tr>
            <th scope="row">{say('root')}</th>
            <td className="hash" data-label={say('before')}>
              {before.root}
            </td>
            <td className={after.root ? 'hash' : undefined} data-label={say('after')}>
              {after.root ?? say('root.none')}
            </td>
          </tr>
        </tbody>
      </table>
      {after.root === before.root && <p className="soft">{say('root.same')}</p>}
      <dl className="facts">
        {kind && (
          <>
            <dt>{say('who')}</dt>
            <dd>{say(`found.${kind}.who`)}</dd>
          </>
        )}
        <dt>{say('time')}</dt>
        <dd>{say('seconds', { seconds: Math.round(trial.ms / 10) / 100, size: before.size })}</dd>
        {found && (
          <>
            <dt>{say('detail')}</dt>
            <dd lang="en">{found.detail}</dd>
          </>
        )}
      </dl>
      <p className="soft">{say('undone')}</p>
    </section>
  );
}

function CommandLine() {
  const say = useSay(texts);
  return (
    <section aria-labelledby="perintah">
      <h2 id="perintah">{say('cli')}</h2>
      <p>{say('cli.about')}</p>
      <Command>
        {'npm run -s jatidiri -- tamper delete --data data/demo\nnpm run -s jatidiri -- ledger verify --data data/demo'}
      </Command>
      <p className="soft">{say('cli.after')}</p>
    </section>
  );
}
