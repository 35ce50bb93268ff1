import type { AgreementPassPage, OwnAgreementPage } from '../../../../src/sharing/portal/agreement/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { GrantFacts } from '../../../kit/grant/grant-facts.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import type { PageOf } from '../../pages.ts';
import { NextStep, WayLine } from '../start/start.tsx';
import { NoteBox } from '../parts.tsx';
import { Suspensions } from './suspensions.tsx';
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
        <NoteBox note={data.note} />
        {current ? <OnePass pass={current} data={data} /> : <p>{say('way.none')}</p>}
        {earlier.map((pass) => (
          <details key={pass.way.number} className="plain-details">
            <summary>{say('earlier', { number: pass.way.number })}</summary>
            <OnePass pass={pass} data={data} />
          </details>
        ))}
      </>
    );
  },
};

function OnePass({ pass, data }: { pass: AgreementPassPage; data: OwnAgreementPage }) {
  const say = useSay(texts);
  return (
    <>
      <section>
        <h2>{say('pass', { number: pass.way.number })}</h2>
        <WayLine way={pass.way} />
        <NextStep way={pass.way} />
      </section>
      <Suspensions pass={pass} data={data} />
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

function OneGrant({ grant }: { grant: Grant }) {
  const say = useSay(texts);
  return (
    <article>
      <h3>
        {say(`partner.purpose.${grant.purpose}`)} {grant.endedAt && <Tag standing="plain">{say('grant.ended')}</Tag>}
      </h3>
      <GrantFacts grant={grant} packageUsed={grant.packageUsed} />
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
