import type { DeliveryLine, WebhookPage } from '../../../../src/sharing/portal/webhook/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { Choice, NoteBox, PortalForm } from '../parts.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/webhook';
const STANDINGS: Readonly<Record<DeliveryLine['state'], Standing>> = {
  WAITING: 'waiting',
  DELIVERED: 'done',
  FAILED: 'stopped',
};

/** What was sent, the latest first, and what came of it. */
export function Deliveries({ data }: { data: WebhookPage }) {
  const say = useSay(texts);
  const format = useFormat();
  const { filter, deliveries } = data;
  return (
    <section aria-labelledby="kiriman">
      <h2 id="kiriman">{say('log')}</h2>
      {data.noteAt === 'log' && <NoteBox note={data.note} />}
      <p className="soft">{say('log.about', { n: data.shown })}</p>
      <Filter data={data} />
      <DataTable<DeliveryLine>
        caption={say('log.caption')}
        rows={{ at: 'here', rows: deliveries }}
        rowKey={({ eventId, endpointId }) => eventId + endpointId}
        empty={say(filter.onlyFailed ? 'log.none_failed' : 'log.none')}
        columns={[
          {
            key: 'event',
            head: say('event'),
            names: true,
            cell: ({ kind }) => (
              <>
                {say(`webhook.kind.${kind}`)}
                <span className="soft under mono wraps">{kind}</span>
              </>
            ),
          },
          { key: 'at', head: say('at'), cell: ({ at }) => format.instant(at) },
          { key: 'to', head: say('to'), cell: ({ url }) => <span className="mono wraps">{url}</span> },
          { key: 'outcome', head: say('outcome'), cell: (delivery) => <Outcome delivery={delivery} /> },
          { key: 'act', head: say('act'), cell: (delivery) => <Again delivery={delivery} /> },
        ]}
      />
      {deliveries.length > 0 && (
        <p className="no-print">
          <a href={address(filter)}>{say('log.reload')}</a>
        </p>
      )}
    </section>
  );
}

function address({ onlyFailed, endpointId }: WebhookPage['filter']): string {
  const query = new URLSearchParams();
  if (onlyFailed) query.set('gagal', 'ya');
  if (endpointId) query.set('ke', endpointId);
  const text = query.toString();
  return `${PATH}${text && `?${text}`}#kiriman`;
}

function Filter({ data: { endpoints, filter } }: { data: WebhookPage }) {
  const say = useSay(texts);
  return (
    <form method="get" action={`${PATH}#kiriman`} className="short-form no-print">
      {endpoints.length > 1 && (
        <Choice
          name="ke"
          label={say('filter.endpoint')}
          hint={say('filter.endpoint.hint')}
          value={filter.endpointId ?? ''}
          options={[['', say('filter.all')], ...endpoints.map(({ id, url }) => [id, url] as const)]}
        />
      )}
      <label className="tick">
        <input type="checkbox" name="gagal" value="ya" defaultChecked={filter.onlyFailed} /> {say('filter.failed')}
      </label>
      <button className="btn quiet" type="submit">
        {say('filter.act')}
      </button>
    </form>
  );
}

function Outcome({ delivery: { state, words, nextAt, attempts } }: { delivery: DeliveryLine }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      <Tag standing={STANDINGS[state]}>{say(`delivery.${state}`)}</Tag> {words}
      {nextAt && attempts.length > 0 && (
        <span className="soft under">{say('next', { at: format.instant(nextAt) })}</span>
      )}
      {attempts.length > 0 && (
        <details className="plain-details">
          <summary>{say('attempts', { n: attempts.length })}</summary>
          <ol className="plain-list" reversed>
            {attempts.map(({ n, at, ms, words: said }) => (
              <li key={n}>{say('attempt', { at: format.instant(at), words: said, ms })}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function Again({ delivery: { endpointId, eventId, kind, at, mayReplay } }: { delivery: DeliveryLine }) {
  const say = useSay(texts);
  const format = useFormat();
  if (!mayReplay) return null;
  return (
    <PortalForm to={PATH} act="ulang" fields={{ id: endpointId, kejadian: eventId }}>
      <button className="btn quiet" type="submit" aria-label={say('again.of', { kind, at: format.instant(at) })}>
        {say('again')}
      </button>
    </PortalForm>
  );
}
