import type { EndpointLine, WebhookPage } from '../../../../src/sharing/portal/webhook/schema.ts';
import { CHOICES } from '../../../../src/sharing/webhook/event/rules.ts';
import { Empty } from '../../../kit/states.tsx';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { PortalForm } from '../parts.tsx';
import { EventsChoice } from './events-choice.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/webhook';
const STANDINGS: Readonly<Record<EndpointLine['state'], Standing>> = { ON: 'done', OFF: 'plain', BROKEN: 'stopped' };

export function Endpoints({ data }: { data: WebhookPage }) {
  const say = useSay(texts);
  return (
    <section aria-labelledby="alamat-daftar">
      <h2 id="alamat-daftar">{say('list')}</h2>
      {data.endpoints.length === 0 && <Empty will={say('list.none')} />}
      {data.endpoints.map((endpoint) => (
        <Endpoint key={endpoint.id} endpoint={endpoint} data={data} />
      ))}
    </section>
  );
}

function Endpoint({ endpoint, data }: { endpoint: EndpointLine; data: WebhookPage }) {
  const say = useSay(texts);
  const { id, url, state } = endpoint;
  const on = state === 'ON';
  const named = (act: 'try' | 'on' | 'off' | 'remove') => say('act.of', { act: say(act), url });
  return (
    <article className="publication" aria-labelledby={`alamat-${id}`}>
      <h3 id={`alamat-${id}`}>
        <span className="mono wraps">{url}</span> <Tag standing={STANDINGS[state]}>{say(`state.${state}`)}</Tag>
      </h3>
      <Why endpoint={endpoint} />
      <Facts endpoint={endpoint} />
      <div className="holder-acts">
        {on && (
          <PortalForm to={PATH} act="uji" fields={{ id }}>
            <button className="btn" type="submit" aria-label={named('try')}>
              {say('try')}
            </button>
          </PortalForm>
        )}
        <PortalForm to={PATH} act={on ? 'matikan' : 'hidupkan'} fields={{ id }}>
          <button className={on ? 'btn quiet' : 'btn'} type="submit" aria-label={named(on ? 'off' : 'on')}>
            {say(on ? 'off' : 'on')}
          </button>
        </PortalForm>
        <PortalForm to={PATH} act="hapus" fields={{ id }}>
          <button className="btn quiet" type="submit" aria-label={named('remove')}>
            {say('remove')}
          </button>
        </PortalForm>
      </div>
      <Change endpoint={endpoint} data={data} />
      <Rotate endpoint={endpoint} form={data.form} />
      {on && endpoint.failed > 0 && <Replay endpoint={endpoint} today={data.today} />}
    </article>
  );
}

function Why({ endpoint: { why, since, failures } }: { endpoint: EndpointLine }) {
  const say = useSay(texts);
  const format = useFormat();
  if (why) return <p>{say(`why.${why}`, { since: format.instant(since) })}</p>;
  return failures > 0 ? <p className="note waiting">{say('failing', { n: failures })}</p> : null;
}

function Facts({ endpoint }: { endpoint: EndpointLine }) {
  const say = useSay(texts);
  const format = useFormat();
  const { events, deliveredAt, waiting, failed, secretAt, oldUntil } = endpoint;
  const facts = [
    ['events', say('events.of', { n: events.length, all: CHOICES.length })],
    ['delivered', deliveredAt ? format.instant(deliveredAt) : say('delivered.never')],
    ['waiting', format.number(waiting)],
    ['failed', format.number(failed)],
    [
      'secret.at',
      format.instant(secretAt) + (oldUntil ? ` (${say('secret.both', { until: format.instant(oldUntil) })})` : ''),
    ],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, text]) => (
        <div key={name} className="fact">
          <dt>{say(name)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Change({
  endpoint: { id, url, events },
  data: { editing, faults },
}: {
  endpoint: EndpointLine;
  data: WebhookPage;
}) {
  const say = useSay(texts);
  const open = editing === id;
  return (
    <details className="plain-details" open={open}>
      <summary>
        {say('change')}
        <span className="unseen"> {url}</span>
      </summary>
      <PortalForm to={PATH} act="peristiwa" fields={{ id }}>
        <EventsChoice
          within={`ubah-${id}`}
          chosen={open ? [] : events}
          error={open ? faults['peristiwa'] : undefined}
        />
        <button className="btn" type="submit">
          {say('change.act')}
        </button>
      </PortalForm>
    </details>
  );
}

function Rotate({ endpoint: { id, url, oldUntil }, form }: { endpoint: EndpointLine; form: string }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <details className="plain-details">
      <summary>
        {say('rotate')}
        <span className="unseen"> {url}</span>
      </summary>
      {oldUntil ? (
        <p>{say('rotate.wait', { until: format.instant(oldUntil) })}</p>
      ) : (
        <PortalForm to={PATH} act="rahasia" fields={{ id, formulir: form }}>
          <p>{say('rotate.about')}</p>
          <button className="btn" type="submit">
            {say('rotate.act')}
          </button>
        </PortalForm>
      )}
    </details>
  );
}

function Replay({ endpoint: { id, url }, today }: { endpoint: EndpointLine; today: string }) {
  const say = useSay(texts);
  const field = `sejak-${id}`;
  return (
    <details className="plain-details">
      <summary>
        {say('replay')}
        <span className="unseen"> {url}</span>
      </summary>
      <PortalForm to={PATH} act="ulang-gagal" fields={{ id }}>
        <p>{say('replay.about')}</p>
        <div className="field">
          <label htmlFor={field}>{say('replay.since')}</label>
          <input id={field} name="sejak" type="date" max={today} defaultValue={today} required />
        </div>
        <button className="btn" type="submit">
          {say('replay.act')}
        </button>
      </PortalForm>
    </details>
  );
}

/** What will happen, said once more before it does. */
export function Removing({ endpoint: { id, url } }: { endpoint: EndpointLine }) {
  const say = useSay(texts);
  return (
    <section className="note stopped" aria-labelledby="hapus">
      <h2 id="hapus" className="wraps">
        {say('remove.ask', { url })}
      </h2>
      <p>{say('remove.about')}</p>
      <div className="holder-acts">
        <PortalForm to={PATH} act="hapus" fields={{ id, setuju: 'ya' }}>
          <button className="btn" type="submit">
            {say('remove.yes')}
          </button>
        </PortalForm>
        <a className="btn quiet" href={PATH}>
          {say('remove.no')}
        </a>
      </div>
    </section>
  );
}
