import { openDocumentContract } from '../../../../src/sharing/partner/contract.ts';
import type { Pass } from '../../../../src/sharing/partner/view/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { OpenFile } from '../../disposal/form/open-file.tsx';
import { elementsInWords } from '../../../kit/grant/words.ts';
import { texts } from './texts.ts';

type Paper = Pass['documents'][number];

/** Every paper with its version, term, signatories and hash; the later ones stand on top. */
export function Documents({ pass }: { pass: Pass }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h3>{say('documents')}</h3>
      <DataTable
        caption={say('documents.of', { number: pass.number })}
        rows={{ at: 'here', rows: pass.documents.toReversed() }}
        rowKey={({ id }) => id}
        empty={say('documents.none')}
        columns={[
          {
            key: 'kind',
            head: say('document'),
            names: true,
            cell: (paper) => (
              <>
                {say(`partner.document.${paper.kind}`)}
                {paper.version > 1 && `, ${say('version', { n: paper.version })}`}{' '}
                {!paper.latest && <Tag standing="plain">{say('superseded')}</Tag>}
                <span className="soft block">{paper.number}</span>
              </>
            ),
          },
          { key: 'signed', head: say('signedOn'), cell: ({ signedOn }) => format.date(signedOn) },
          {
            key: 'term',
            head: say('term'),
            cell: ({ validFrom, validUntil }) =>
              validFrom && validUntil
                ? say('term.of', { from: format.date(validFrom), until: format.date(validUntil) })
                : say('nobody'),
          },
          { key: 'signatories', head: say('signatories'), cell: (paper) => <Signatories paper={paper} /> },
          { key: 'proof', head: say('file'), cell: (paper) => <Proof paper={paper} /> },
        ]}
      />
    </section>
  );
}

function Signatories({ paper: { signatories } }: { paper: Paper }) {
  const say = useSay(texts);
  if (signatories.length === 0) return <>{say('nobody')}</>;
  return (
    <ul className="plain-list">
      {signatories.map(({ name, position, side }) => (
        <li key={`${name}${position}`}>
          {name}, {position} <span className="soft">({say(`partner.side.${side}`)})</span>
        </li>
      ))}
    </ul>
  );
}

function Proof({ paper }: { paper: Paper }) {
  const say = useSay(texts);
  return (
    <>
      {paper.hasFile ? (
        <OpenFile contract={openDocumentContract} input={{ id: paper.id }} label={say('file.open')} />
      ) : (
        <span className="soft">{say('file.archive')}</span>
      )}
      <details className="fold">
        <summary>{say('file.proof')}</summary>
        <p className="hash">{paper.sha256}</p>
        <p className="soft">{say('file.filed', { by: paper.by ?? say('system') })}</p>
        {paper.contents && (
          <ul className="plain-list">
            {elementsInWords(paper.contents.elements, say).map((line) => (
              <li key={line}>{line}</li>
            ))}
            <li>{paper.contents.purposes.map((purpose) => say(`partner.purpose.${purpose}`)).join(', ')}</li>
          </ul>
        )}
      </details>
    </>
  );
}
