import { Link } from '@tanstack/react-router';
import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useSession } from '../../session.tsx';
import { useRegionChosen } from '../filter/region-filter.tsx';
import type { BoardView } from './board.tsx';
import { ListLink } from './list-link.tsx';
import { statusesAt } from './stages.tsx';
import { texts } from './texts.ts';

/** What stations are sending and what is held: of people whom nobody knows yet. */
export function Intake({ board }: { board: BoardView }) {
  const say = useSay(texts);
  const format = useFormat();
  const { scopes } = useSession();
  const { receiving, quarantined, oldestSince } = board.intake;
  return (
    <section>
      <h2>{say('intake')}</h2>
      <dl className="figures counts">
        <div>
          <dt>{say('intake.receiving')}</dt>
          <dd>{format.number(receiving)}</dd>
        </div>
        <div>
          <dt>{say('intake.held')}</dt>
          <dd>
            {quarantined > 0 && scopes.includes('enrolment.release') ? (
              <Link to={'/petugas/perekaman/ditahan' as '/petugas'} preload={false}>
                {format.number(quarantined)}
                <span className="unseen">, {say('intake.open')}</span>
              </Link>
            ) : (
              format.number(quarantined)
            )}
          </dd>
          {oldestSince && (
            <dd className="note-line">
              {say('intake.oldest', { age: format.age(Date.parse(oldestSince), Date.parse(board.now)) })}
            </dd>
          )}
        </div>
      </dl>
      <p className="soft">{say('intake.about')}</p>
    </section>
  );
}

/** Offices with packets that have not reached the centre, the longest wait first. */
export function Offices({ board }: { board: BoardView }) {
  const say = useSay(texts);
  const format = useFormat();
  const { office: own } = useSession();
  const region = useRegionChosen() ?? own.regionCode ?? '';
  const now = Date.parse(board.now);
  return (
    <section>
      <h2>{say('offices')}</h2>
      <p className="soft">{say('offices.about')}</p>
      <DataTable
        caption={say('offices')}
        empty={say('offices.none')}
        rows={{ at: 'here', rows: board.offices }}
        rowKey={(row) => row.officeId}
        columns={[
          {
            key: 'office',
            head: say('offices.office'),
            names: true,
            cell: (row) => row.office ?? say('offices.unknown'),
          },
          {
            key: 'n',
            head: say('table.n'),
            number: true,
            cell: (row) => (
              <ListLink
                statuses={statusesAt('station', 'transit')}
                what={row.office ?? say('offices.unknown')}
                // Of the region by name: of an own office alone the list would be all that it recorded, wherever they live.
                also={{ kantor: row.officeId, ...(region ? { wilayah: region } : {}) }}
              >
                {format.number(row.n)}
              </ListLink>
            ),
          },
          {
            key: 'oldest',
            head: say('table.oldest'),
            number: true,
            cell: (row) => format.age(Date.parse(row.oldestSince), now),
          },
        ]}
      />
    </section>
  );
}
