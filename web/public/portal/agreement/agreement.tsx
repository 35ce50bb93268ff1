import { byMethod } from '../../../../src/sharing/partner/rules.ts';
import type { AgreementPassPage, OwnAgreementPage } from '../../../../src/sharing/portal/agreement/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { NextStep, WayLine } from '../start/start.tsx';
import { texts } from './texts.ts';

const PATH = '/mitra/perjanjian';
type Document = AgreementPassPage['documents'][number];
type Grant = AgreementPassPage['grants'][number];

/** What was agreed, on which papers, and what may be asked. */
export const Agreement: PageOf<OwnAgreementPage> = {
  title: ({ language }) => sayer(texts, language)('agreement'),
  Page: function AgreementView({ data }) {
    const say = useSay(texts);
    const [current, ...earlier] = data.passes;
    return (
      <>
        <h1>{say('agreement')}</h1>
        <p className="lead">{data.institution}</p>
        {current ? <OnePass pass={current} /> : <p>{say('way.none')}</p>}
        {earlier.map((pass) => (
          <details key={pass.way.number} className="plain-details">
            <summary>{say('earlier', { number: pass.way.number })}</summary>
            <OnePass pass={pass} />
          </details>
        ))}
      </>
    );
  },
};

function OnePass({ pass }: { pass: AgreementPassPage }) {
  const say = useSay(texts);
  return (
    <>
      <section>
        <h2>{say('pass', { number: pass.way.number })}</h2>
        <WayLine way={pass.way} />
        <NextStep way={pass.way} />
      </section>
      <section>
        <h2>{say('grants')}</h2>
        {pass.grants.length === 0 ? (
          <p>{say('grants.none')}</p>
        ) : (
          pass.grants.map((grant) => <OneGrant key={grant.id} grant={grant} />)
        )}
      </section>
      <Documents documents={pass.documents} number={pass.way.number} />
    </>
  );
}

/** 480 is 08.00. */
function clock(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}.${two(minute % 60)}`;
}

function OneGrant({ grant }: { grant: Grant }) {
  const say = useSay(texts);
  const format = useFormat();
  const binding = [grant.dpop && say('binding.dpop'), grant.signed && say('binding.signed')].filter(Boolean).join(', ');
  return (
    <article>
      <h3>
        {say(`partner.purpose.${grant.purpose}`)} {grant.endedAt && <Tag standing="plain">{say('grant.ended')}</Tag>}
      </h3>
      <dl className="facts">
        {byMethod(grant.elements).map(([method, elements]) => (
          <div key={method} className="fact">
            <dt>{say(`partner.method.${method}`)}</dt>
            <dd>{elements.map((element) => say(`partner.element.${element}`)).join(', ')}</dd>
          </div>
        ))}
        {grant.threshold !== null && (
          <>
            <dt>{say('threshold')}</dt>
            <dd>{say('threshold.from', { n: grant.threshold })}</dd>
          </>
        )}
        <dt>{say('about')}</dt>
        <dd>{grant.place ? say('about.region', { place: grant.place }) : say('about.nation')}</dd>
        <dt>{say('quota')}</dt>
        <dd>{say('quota.day', { n: grant.dailyQuota })}</dd>
        <dt>{say('hours')}</dt>
        <dd>
          {grant.hoursFrom === null
            ? say('hours.always')
            : say('hours.of', { from: clock(grant.hoursFrom), until: clock(grant.hoursUntil!) })}
        </dd>
        <dt>{say('networks')}</dt>
        <dd className="mono wraps">{grant.networks.join(', ')}</dd>
        <dt>{say('tells')}</dt>
        <dd>
          {grant.tells.length === 0
            ? say('tells.none')
            : grant.tells.map((tell) => say(`partner.tell.${tell}`)).join(', ')}
        </dd>
        <dt>{say('binding')}</dt>
        <dd>{binding || say('binding.none')}</dd>
        <dt>{say('term')}</dt>
        <dd>{say('term.of', { from: format.instant(grant.validFrom), until: format.instant(grant.validUntil) })}</dd>
      </dl>
    </article>
  );
}

function Documents({ documents, number }: { documents: readonly Document[]; number: string }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('documents')}</h2>
      <DataTable<Document>
        caption={say('documents.of', { number })}
        rows={{ at: 'here', rows: documents }}
        rowKey={({ id }) => id}
        empty={say('documents.none')}
        columns={[
          {
            key: 'kind',
            head: say('document'),
            names: true,
            cell: ({ kind, number: own, version, latest }) => (
              <>
                {say(`partner.document.${kind}`)} {!latest && <Tag standing="plain">{say('document.former')}</Tag>}
                <span className="soft under wraps">
                  {own}, {say('document.version', { version })}
                </span>
              </>
            ),
          },
          { key: 'signed', head: say('signed'), cell: ({ signedOn }) => format.date(signedOn) },
          {
            key: 'term',
            head: say('term'),
            cell: ({ validFrom, validUntil }) =>
              validFrom && validUntil
                ? say('term.of', { from: format.date(validFrom), until: format.date(validUntil) })
                : say('term.none'),
          },
          {
            key: 'file',
            head: say('file'),
            cell: ({ id, hasFile }) =>
              hasFile ? <a href={`${PATH}?dokumen=${id}`}>{say('file.keep')}</a> : say('file.archive'),
          },
          { key: 'hash', head: 'SHA-256', cell: ({ sha256 }) => <span className="mono wraps">{sha256}</span> },
        ]}
      />
    </section>
  );
}
