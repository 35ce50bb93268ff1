import type { ElectionView, ExtractView } from '../../../../src/sharing/voter/schema.ts';
import { Empty } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { Asked } from '../../ask.tsx';
import { Go } from '../../go.tsx';
import { ListState } from './state.tsx';
import { texts } from './texts.ts';
import { useLists } from './use-lists.ts';

/** On the page of an election: how far its list is, and the way to it. */
export function ListSection({ election: { id, state } }: { election: ElectionView }) {
  const say = useSay(texts);
  const query = useLists(id);
  return (
    <section aria-labelledby="daftar-pemilih">
      <h2 id="daftar-pemilih">{say('list')}</h2>
      {state === 'PLANNED' ? (
        <p className="soft">{say('list.notOpen')}</p>
      ) : (
        <Asked query={query}>
          {({ extracts: [newest] }) => (
            <>
              {newest === undefined ? <Empty will={say('list.none')} /> : <Standing extract={newest} />}
              <p className="no-print">
                <Go to={`/pemilih/${id}/daftar`}>{say('list.open')}</Go>
              </p>
            </>
          )}
        </Asked>
      )}
    </section>
  );
}

function Standing({ extract: { state, made, acceptance } }: { extract: ExtractView }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <dl className="facts">
      <dt>{say('stateHead')}</dt>
      <dd>
        <ListState state={state} />
      </dd>
      {made && (
        <>
          <dt>{say('eligible')}</dt>
          <dd>{format.number(made.eligible)}</dd>
          <dt>{say('root')}</dt>
          <dd className="hash">{made.root}</dd>
        </>
      )}
      {acceptance && (
        <>
          <dt>{say('accept.document')}</dt>
          <dd>
            {say('accept.document.of', {
              number: acceptance.number,
              signedBy: acceptance.signedBy,
              day: format.date(acceptance.datedOn),
            })}
          </dd>
        </>
      )}
    </dl>
  );
}
