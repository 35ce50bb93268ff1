import { useState } from 'react';
import type { z } from 'zod';
import { openLooksContract } from '../../../src/register/resident/contract.ts';
import { DataTable, rowsOf, type Column } from '../../kit/data-table.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useLabelName } from '../ledger/label.ts';
import { useLook } from '../register/recorded.ts';
import { useSession } from '../session.tsx';
import { Proof } from './proof.tsx';
import { texts } from './texts.ts';

/** As many as one reads; the rest are one press away. */
const FIRST = 20;

type Look = z.output<typeof openLooksContract.output>['looks'][number];

/** Who looked at this person, when and why, as he himself may read it; every line opens into its proof. */
export function Looks({ personRef }: { personRef: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const labelName = useLabelName();
  const { purposes } = useSession();
  const [shown, setShown] = useState(FIRST);
  const [proven, setProven] = useState<string | null>(null);
  const query = useLook(openLooksContract, { ref: personRef });
  const rest = (query.data?.looks.length ?? 0) - shown;
  const purpose = (code: string | null) =>
    code === null ? say('look.noPurpose') : (purposes.find((each) => each.code === code)?.label ?? code);
  const columns: Column<Look>[] = [
    { key: 'at', head: say('look.at'), cell: (look) => format.instant(look.at) },
    { key: 'by', head: say('look.by'), cell: (look) => look.officer ?? say('by.system'), names: true },
    { key: 'office', head: say('look.office'), cell: (look) => look.officeName ?? say('by.noOffice') },
    { key: 'purpose', head: say('look.purpose'), cell: (look) => purpose(look.purpose) },
    { key: 'what', head: say('look.what'), cell: (look) => labelName(look.label) },
    {
      key: 'proof',
      head: say('look.proof'),
      cell: (look) => (
        <button type="button" className="link" onClick={() => setProven(look.entryId)}>
          {say('proof.open')}
          <span className="unseen">
            : {labelName(look.label)}, {format.instant(look.at)}
          </span>
        </button>
      ),
    },
  ];
  return (
    <div className="with-evidence">
      <section>
        <h2>{say('part.pelihat')}</h2>
        <p className="soft">{say('look.about')}</p>
        <DataTable
          caption={say('part.pelihat')}
          columns={columns}
          rows={rowsOf({ data: query.data?.looks.slice(0, shown), error: query.error, refetch: query.refetch })}
          rowKey={(look) => look.entryId + look.label}
          empty={say('look.none')}
        />
        {rest > 0 && (
          <p className="more no-print">
            <button type="button" className="btn quiet" onClick={() => setShown(Infinity)}>
              {say('look.more', { count: rest })}
            </button>
          </p>
        )}
      </section>
      {proven && <Proof personRef={personRef} entryId={proven} onClose={() => setProven(null)} />}
    </div>
  );
}
