import { listHoldsContract } from '../../../../src/cards/blank/closing/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { Asked } from '../../ask.tsx';
import { useAskBlanks } from '../ask.ts';
import { ProposeHold } from './propose.tsx';
import { texts } from './texts.ts';

type Hold = AnswerOf<typeof listHoldsContract>['holds'][number];

/** For how long whose stock is not published, and why: what is in force, what was, and a new one for another officer to decide. */
export function Holds() {
  const say = useSay(texts);
  const query = useAskBlanks(listHoldsContract, {});
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <p>
        <a href="/stok-blangko">{say('public')}</a>
      </p>
      <Asked query={query}>
        {({ holds, mostDays }) => (
          <>
            <HoldTable holds={holds} />
            <ProposeHold mostDays={mostDays} />
          </>
        )}
      </Asked>
    </>
  );
}

function HoldTable({ holds }: { holds: readonly Hold[] }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <DataTable
      caption={say('holds')}
      rows={{ at: 'here', rows: holds }}
      rowKey={({ id }) => id}
      empty={say('empty')}
      columns={[
        { key: 'place', head: say('place'), names: true, cell: ({ place }) => place ?? say('nation') },
        {
          key: 'state',
          head: say('state'),
          cell: ({ inForce }) => (
            <Tag standing={inForce ? 'sealed' : 'plain'}>{say(inForce ? 'state.now' : 'state.over')}</Tag>
          ),
        },
        {
          key: 'span',
          head: say('span'),
          cell: ({ fromOn, untilOn }) => say('span.of', { from: format.date(fromOn), until: format.date(untilOn) }),
        },
        { key: 'reason', head: say('reason'), cell: ({ reason }) => reason },
        {
          key: 'two',
          head: say('two'),
          cell: ({ askedBy, approvedBy, approvedAt }) =>
            say('two.of', { asked: askedBy, approved: approvedBy, at: format.instant(approvedAt) }),
        },
      ]}
    />
  );
}
