import type { ReactNode } from 'react';
import type { Pass } from '../../../src/sharing/partner/view/schema.ts';
import { useFormat, useSay } from '../text.tsx';
import { texts } from './texts.ts';
import { clock, elementsInWords } from './words.ts';

type Grant = Pick<
  Pass['grants'][number],
  | 'elements'
  | 'threshold'
  | 'place'
  | 'dailyQuota'
  | 'packageRows'
  | 'hoursFrom'
  | 'hoursUntil'
  | 'networks'
  | 'tells'
  | 'dpop'
  | 'signed'
  | 'validFrom'
  | 'validUntil'
>;

/** What may be asked under a grant and within which bounds, as both sides of the agreement read it. */
export function GrantFacts({
  grant,
  packageUsed,
  children,
}: {
  grant: Grant;
  /** Rows of its package that files have taken, where the reader is told. */
  packageUsed?: number;
  /** What one side alone reads. */
  children?: ReactNode;
}) {
  const say = useSay(texts);
  const format = useFormat();
  const { threshold, packageRows, hoursFrom, hoursUntil, tells } = grant;
  const binding = [grant.dpop && say('binding.dpop'), grant.signed && say('binding.signed')].filter(Boolean);
  return (
    <dl className="facts">
      <dt>{say('elements')}</dt>
      <dd>
        {elementsInWords(grant.elements, say).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </dd>
      {threshold !== null && (
        <>
          <dt>{say('threshold')}</dt>
          <dd>{say('threshold.from', { n: threshold })}</dd>
        </>
      )}
      <dt>{say('about')}</dt>
      <dd>{grant.place ? say('about.region', { place: grant.place }) : say('about.nation')}</dd>
      <dt>{say('quota')}</dt>
      <dd>{say('quota.day', { n: grant.dailyQuota })}</dd>
      <dt>{say('package')}</dt>
      <dd>
        {packageRows === null
          ? say('package.none')
          : packageUsed === undefined
            ? say('package.rows', { n: packageRows })
            : say('package.used', {
                n: packageRows,
                used: packageUsed,
                left: Math.max(0, packageRows - packageUsed),
              })}
      </dd>
      <dt>{say('hours')}</dt>
      <dd>
        {hoursFrom === null
          ? say('hours.always')
          : say('hours.of', { from: clock(hoursFrom), until: clock(hoursUntil!) })}
      </dd>
      <dt>{say('networks')}</dt>
      <dd className="mono wraps">{grant.networks.join(', ')}</dd>
      <dt>{say('tells')}</dt>
      <dd>{tells.length === 0 ? say('tells.none') : tells.map((tell) => say(`partner.tell.${tell}`)).join(', ')}</dd>
      <dt>{say('binding')}</dt>
      <dd>{binding.join(', ') || say('binding.none')}</dd>
      <dt>{say('term')}</dt>
      <dd>{say('term.of', { from: format.instant(grant.validFrom), until: format.instant(grant.validUntil) })}</dd>
      {children}
    </dl>
  );
}
