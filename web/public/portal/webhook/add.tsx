import type { WebhookPage } from '../../../../src/sharing/portal/webhook/schema.ts';
import { MOST_ENDPOINTS } from '../../../../src/sharing/webhook/endpoint/rules.ts';
import { useSay } from '../../../kit/text.tsx';
import { TextInput } from '../../text-input.tsx';
import { PortalForm } from '../parts.tsx';
import { EventsChoice } from './events-choice.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/webhook';

/** Folded up once there is one: it is long, and seldom wanted. */
export function Add({ data }: { data: WebhookPage }) {
  const say = useSay(texts);
  const { endpoints, faults, editing } = data;
  const wrong = Object.keys(faults).length > 0 && editing === null;
  return (
    <section aria-labelledby="tambah">
      <h2 id="tambah">{say('add')}</h2>
      {endpoints.length === 0 && <AddForm data={data} />}
      {endpoints.length >= MOST_ENDPOINTS && <p>{say('add.full')}</p>}
      {endpoints.length > 0 && endpoints.length < MOST_ENDPOINTS && (
        <details className="plain-details" open={wrong}>
          <summary>{say('add.open')}</summary>
          <AddForm data={data} />
        </details>
      )}
    </section>
  );
}

function AddForm({ data: { form, typed, faults, editing } }: { data: WebhookPage }) {
  const say = useSay(texts);
  return (
    <PortalForm to={PATH} act="tambah" fields={{ id: form }}>
      <TextInput
        name="alamat"
        label={say('add.url')}
        hint={say('add.url.hint')}
        value={typed.url}
        error={faults['alamat'] ?? null}
        required
      />
      <h3>{say('add.events')}</h3>
      <EventsChoice within="tambah" chosen={typed.events} error={editing === null ? faults['peristiwa'] : undefined} />
      <button className="btn" type="submit">
        {say('add.act')}
      </button>
    </PortalForm>
  );
}
