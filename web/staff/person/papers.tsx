import type { z } from 'zod';
import {
  listResidentPapersContract,
  openBiodataPaperContract,
  printBiodataContract,
} from '../../../src/register/family/contract.ts';
import type { PersonView } from '../../../src/register/resident/schema.ts';
import { DataTable, rowsOf, type Column } from '../../kit/data-table.tsx';
import { formatDateShort } from '../../kit/format.ts';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
import { usePurpose } from '../purpose/purpose.tsx';
import { PaperButton } from '../register/paper/paper-button.tsx';
import { useForgetLooks, useLook } from '../register/recorded.ts';
import { useRegisterWords } from '../register/words.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';

type Paper = z.output<typeof listResidentPapersContract.output>['papers'][number];

const STANDING = { valid: 'done', replaced: 'plain', cancelled: 'stopped' } as const satisfies Record<
  Paper['state'],
  Standing
>;

/** Every paper issued in this person's name, and his biodata as a paper. */
export function Papers({ person: { ref: personRef, erased } }: { person: PersonView }) {
  const say = useSay(texts);
  const words = useRegisterWords();
  const forget = useForgetLooks();
  const { client } = useHouse();
  const { scopes } = useSession();
  const { code: purpose } = usePurpose();
  const query = useLook(listResidentPapersContract, { ref: personRef });
  const columns: Column<Paper>[] = [
    { key: 'kind', head: say('paper.kind'), cell: (paper) => words.paper(paper.kind), names: true },
    { key: 'number', head: say('paper.number'), cell: (paper) => <span className="mono">{paper.number}</span> },
    { key: 'issued', head: say('paper.issued'), cell: (paper) => formatDateShort(paper.issuedOn) },
    { key: 'office', head: say('paper.office'), cell: (paper) => paper.office },
    {
      key: 'state',
      head: say('paper.state'),
      cell: (paper) => (
        <>
          <Tag standing={STANDING[paper.state]}>{say(`paper.${paper.state}`)}</Tag> {paper.endReason}
        </>
      ),
    },
  ];
  const print = async (idempotencyKey: string) => {
    await client.call(printBiodataContract, { ref: personRef }, { purpose, idempotencyKey });
    const paper = await client.call(openBiodataPaperContract, { ref: personRef }, { purpose });
    void forget();
    return paper;
  };
  return (
    <section>
      <h2>{say('part.dokumen')}</h2>
      <DataTable
        caption={say('part.dokumen')}
        columns={columns}
        rows={rowsOf({ data: query.data?.papers, error: query.error, refetch: query.refetch })}
        rowKey={(paper) => paper.id}
        empty={say('paper.none')}
      />
      {/* Of somebody who was erased no new paper can be kept. */}
      {!erased && scopes.includes('document.issue') && (
        <ul className="offers no-print">
          <li>
            <PaperButton label={say('paper.biodata')} fetchPaper={print} />
            <p className="soft">{say('paper.biodataAbout')}</p>
          </li>
        </ul>
      )}
    </section>
  );
}
