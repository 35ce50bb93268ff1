import type { Pass } from '../../../../src/sharing/partner/view/schema.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

interface Line {
  readonly key: string;
  readonly at: string;
  readonly what: string;
  readonly by: string | null;
  readonly words: string | null;
  readonly entryId: string;
}

/** All that was entered about a pass, the latest first, each with its entry in the log. */
export function Timeline({ pass }: { pass: Pass }) {
  const say = useSay(texts);
  const format = useFormat();
  const lines = useLines(pass);
  return (
    <section>
      <details className="fold">
        <summary>{say('timeline', { n: lines.length })}</summary>
        <ol className="timeline-list">
          {lines.map(({ key, at, what, by, words, entryId }) => (
            <li key={key}>
              <time dateTime={at}>{format.instant(at)}</time> <b>{what}</b>
              {by && <span className="soft">, {by}</span>}
              {words && <span className="block">{words}</span>}
              <span className="soft block">
                {say('timeline.entry')} <span className="mono">{entryId}</span>
              </span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

function useLines(pass: Pass): Line[] {
  const say = useSay(texts);
  const format = useFormat();
  const steps = pass.steps.map(({ id, stage, occurredOn, recordedAt, by, reason, words, takesBack, entryId }): Line => {
    const name = say(`partner.stage.${stage}`);
    const day = format.date(occurredOn);
    const why = reason ? `${say(`partner.reason.${reason as 'other'}`)}: ${words ?? ''}` : words;
    return {
      key: id,
      at: recordedAt,
      what: say(takesBack ? 'timeline.back' : 'timeline.step', { stage: name, day }),
      by,
      words: why,
      entryId,
    };
  });
  const papers = pass.documents.map(({ id, kind, version, number, recordedAt, by, entryId }): Line => ({
    key: id,
    at: recordedAt,
    what: say('timeline.paper', { kind: say(`partner.document.${kind}`), version }),
    by,
    words: number,
    entryId,
  }));
  const grants = pass.grants.map(({ id, purpose, givenAt, givenBy, entryId }): Line => ({
    key: id,
    at: givenAt,
    what: say('timeline.grant', { purpose: say(`partner.purpose.${purpose}`) }),
    by: givenBy,
    words: null,
    entryId,
  }));
  const cuts = pass.suspensions.map(({ id, cause, from, decidedBy, reason, entryId }): Line => ({
    key: id,
    at: from,
    what: say('timeline.cut', { cause: say(`partner.cause.${cause}`) }),
    by: decidedBy,
    words: reason,
    entryId,
  }));
  return [...steps, ...papers, ...grants, ...cuts].toSorted((a, b) => (a.at < b.at ? 1 : -1));
}
