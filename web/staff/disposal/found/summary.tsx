import { Fragment } from 'react';
import type { FoundSummary } from '../../../../src/cards/disposal/schema.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** What the records say of the listed cards: known or not, their states, who had them last, what contradicts. */
export function Summary({ summary }: { summary: FoundSummary }) {
  const say = useSay(texts);
  const format = useFormat();
  const { listed, known, unknown, byState, lastCustodians, contradictions } = summary;
  const named = (counts: Readonly<Record<string, number>>, group: 'state' | 'says') =>
    Object.entries(counts)
      .toSorted(([, a], [, b]) => b - a)
      .map(([key, n]): [string, number] => [say(`${group}.${key}` as 'known'), n]);
  return (
    <>
      <h2>{say('list')}</h2>
      <dl className="figures">
        {Object.entries({ listed, known, unknown }).map(([name, n]) => (
          <div key={name}>
            <dt>{say(name as 'known')}</dt>
            <dd>{format.number(n)}</dd>
          </div>
        ))}
      </dl>
      <Lines title={say('contradictions')} lines={named(contradictions, 'says')} />
      <Lines title={say('states')} lines={named(byState, 'state')} />
      <Lines
        title={say('custodians')}
        lines={lastCustodians.map(({ custodian, n }): [string, number] => [custodian, n])}
      />
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly (readonly [string, number])[] }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <dl className="facts">
          {lines.map(([name, n]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{format.number(n)}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </>
  );
}
