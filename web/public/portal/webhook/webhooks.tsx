import type { WebhookPage } from '../../../../src/sharing/portal/webhook/schema.ts';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import { Island } from '../../island.tsx';
import type { PageOf } from '../../pages.ts';
import { NoteBox } from '../parts.tsx';
import { Add } from './add.tsx';
import { Check } from './check.tsx';
import { Deliveries } from './deliveries.tsx';
import { Endpoints, Removing } from './endpoints.tsx';
import { texts } from './texts.ts';

/** Where the institution is told of what, what was sent, and how to check it. */
export const Webhooks: PageOf<WebhookPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function WebhooksView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        {data.noteAt === 'top' && <NoteBox note={data.note} />}
        {data.secret && <Secret secret={data.secret} />}
        {data.removing && <Removing endpoint={data.removing} />}
        <Endpoints data={data} />
        {data.endpoints.length > 0 && <Deliveries data={data} />}
        <Add data={data} />
        <Check samples={data.samples} />
      </>
    );
  },
};

function Secret({ secret: { url, secret, oldUntil } }: { secret: NonNullable<WebhookPage['secret']> }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section className="note waiting" aria-labelledby="rahasia">
      <h2 id="rahasia" className="wraps">
        {say('secret', { url })}
      </h2>
      <p>{say('secret.about')}</p>
      <Island name="copy">
        <pre className="command">{secret}</pre>
      </Island>
      {oldUntil && <p>{say('secret.old', { until: format.instant(oldUntil) })}</p>}
    </section>
  );
}
