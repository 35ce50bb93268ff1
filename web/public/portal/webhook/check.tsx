import type { WebhookPage } from '../../../../src/sharing/portal/webhook/schema.ts';
import { GROUP_NAMES, GROUPS, type Kind } from '../../../../src/sharing/webhook/event/rules.ts';
import { exampleOf } from '../../../../src/sharing/webhook/event/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { Island } from '../../island.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/webhook';
const STEPS = ['1', '2', '3', '4', '5'] as const;
const SAMPLES = [
  ['receive.ts', 'typescript'],
  ['receive.py', 'python'],
] as const;

/** How a receiver knows that it was us, with programs to begin with, and what each event looks like. */
export function Check({ samples }: Pick<WebhookPage, 'samples'>) {
  const say = useSay(texts);
  return (
    <section aria-labelledby="periksa">
      <h2 id="periksa">{say('check')}</h2>
      <p>{say('check.about')}</p>
      <ol className="check-steps">
        {STEPS.map((step) => (
          <li key={step}>{say(`check.${step}`)}</li>
        ))}
      </ol>
      {SAMPLES.map(([name, kind]) => (
        <details key={name} className="plain-details">
          <summary>
            {say(`sample.${kind}`)} <span className="mono">{name}</span>
          </summary>
          <p>
            <a href={`${PATH}?contoh=${name}`}>{say('sample.keep', { name })}</a>
          </p>
          <Island name="copy">
            <pre className="command">{samples[name]}</pre>
          </Island>
        </details>
      ))}
      <h3>{say('catalogue')}</h3>
      <p>{say('catalogue.about')}</p>
      {GROUP_NAMES.map((group) => (
        <details key={group} className="plain-details">
          <summary>{say(`webhook.group.${group}`)}</summary>
          {GROUPS[group].map((kind) => (
            <Example key={kind} kind={kind} />
          ))}
        </details>
      ))}
    </section>
  );
}

function Example({ kind }: { kind: Kind }) {
  const say = useSay(texts);
  return (
    <>
      <p>{say(`webhook.kind.${kind}`)}</p>
      <pre className="command answer">{exampleOf(kind)}</pre>
    </>
  );
}
