import {
  abandonExtractContract,
  orderExtractContract,
  viewElectionContract,
} from '../../../../src/sharing/voter/contract.ts';
import type { ElectionView, ExtractsView, ExtractView } from '../../../../src/sharing/voter/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Empty } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { Asked, useMay } from '../../ask.tsx';
import { ActButton } from '../../disposal/form/act-button.tsx';
import { Go } from '../../go.tsx';
import { useAsk, useRefresh } from '../ask.ts';
import { useElectionName } from '../words.tsx';
import { Accept, Accepted } from './acceptance.tsx';
import { ListNumbers, Parts, Reasons } from './counts.tsx';
import { CommissionKey } from './key.tsx';
import { ListState, ListWay } from './state.tsx';
import { texts } from './texts.ts';
import { useLists } from './use-lists.ts';

/** The list of an election, from its making to the commission's acceptance. */
export function ElectionList() {
  const id = useAddressPart('electionId');
  const say = useSay(texts);
  const nameOf = useElectionName();
  const election = useAsk(viewElectionContract, { id });
  const lists = useLists(id);
  return (
    <>
      <p className="soft no-print">
        <Go to={`/pemilih/${id}`}>{say('back.election')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('list')}
        {election.data && `: ${nameOf(election.data)}`}
      </h1>
      <Asked query={election}>
        {(shown) => <Asked query={lists}>{(all) => <Lists election={shown} all={all} />}</Asked>}
      </Asked>
    </>
  );
}

function Lists({ election, all: { key, extracts } }: { election: ElectionView; all: ExtractsView }) {
  const say = useSay(texts);
  const open = election.state === 'OPEN';
  const present = extracts.find(({ state }) => state !== 'ABANDONED');
  const earlier = extracts.filter((extract) => extract !== present);
  return (
    <>
      {present === undefined ? (
        <Empty
          will={say(election.state === 'PLANNED' ? 'list.notOpen' : 'list.none')}
          how={open && <Order election={election} label={say('list.make')} look="btn" />}
        />
      ) : (
        <>
          <ListWay extract={present} />
          <Next election={election} extract={present} hasKey={key !== null} />
          {present.made && <ListNumbers made={present.made} />}
          {present.acceptance && <Accepted acceptance={present.acceptance} />}
        </>
      )}
      {election.state !== 'PLANNED' && <CommissionKey electionId={election.id} shown={key} changes={open} />}
      {present?.made && (
        <>
          <Reasons excluded={present.made.excluded} />
          <Parts parts={present.made.parts} />
        </>
      )}
      {earlier.length > 0 && <Earlier extracts={earlier} />}
    </>
  );
}

/** What must be done now, and by whom. */
function Next({ election, extract, hasKey }: { election: ElectionView; extract: ExtractView; hasKey: boolean }) {
  const say = useSay(texts);
  const format = useFormat();
  const may = useMay('voter.extract.propose');
  const { state, proposal, orderedAt } = extract;
  const next = useNextWords(proposal, hasKey);
  switch (state) {
    case 'ORDERED':
      return (
        <>
          <p className="note waiting" role="status">
            {say('list.ordered', { at: format.instant(orderedAt) })}
          </p>
          {may && (
            <div className="row acts no-print">
              <Order election={election} label={say('list.order.again')} look="btn quiet" />
              <Abandon id={extract.id} />
            </div>
          )}
        </>
      );
    case 'MADE':
      return (
        <>
          <p className="note waiting">{next}</p>
          <div className="row acts no-print">
            {proposal?.state === 'waiting' && !proposal.stale ? (
              <Go to={`/usul/${proposal.id}`} look="btn">
                {say('next.open')}
              </Go>
            ) : (
              may &&
              hasKey && (
                <Go to={`/pemilih/${election.id}/daftar/serahkan`} look="btn">
                  {say('next.propose.go')}
                </Go>
              )
            )}
            {may && <Order election={election} label={say('list.make.again')} look="btn quiet" />}
            {may && <Abandon id={extract.id} />}
          </div>
          {may && <p className="soft no-print">{say('list.make.again.about')}</p>}
        </>
      );
    case 'RELEASED':
      return (
        <>
          <HandOut election={election} extract={extract} />
          {may && <Accept extract={extract} />}
        </>
      );
    case 'ACCEPTED':
    case 'ABANDONED':
      return null;
  }
}

function useNextWords(proposal: ExtractView['proposal'], hasKey: boolean): string {
  const say = useSay(texts);
  const format = useFormat();
  if (!hasKey) return say('next.key');
  if (!proposal) return say('next.propose');
  if (proposal.stale) return say('next.stale');
  if (proposal.state === 'waiting') return say('next.waiting', { until: format.instant(proposal.expiresAt) });
  return say('next.over', { state: say(`proposal.${proposal.state}`) });
}

function HandOut({ election, extract }: { election: ElectionView; extract: ExtractView }) {
  const say = useSay(texts);
  const approval = extract.proposal?.id ?? extract.id;
  const command = `jatidiri voter extract --voting-day ${election.votingDay} --approval ${approval} --out DIR`;
  return (
    <section>
      <p>{say('next.released')}</p>
      <pre className="command">{command}</pre>
      {extract.released && (
        <dl className="facts">
          <dt>{say('entry')}</dt>
          <dd className="hash">{extract.released.entry}</dd>
        </dl>
      )}
    </section>
  );
}

function Order({ election, label, look }: { election: ElectionView; label: string; look: 'btn' | 'btn quiet' }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const may = useMay('voter.extract.propose');
  if (!may) return null;
  return (
    <ActButton
      contract={orderExtractContract}
      input={{ id: election.id }}
      label={label}
      look={look}
      onDone={() => {
        tell('done', say('list.order.done'));
        refresh();
      }}
    />
  );
}

function Abandon({ id }: { id: string }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <ActButton
      contract={abandonExtractContract}
      input={{ id }}
      label={say('list.abandon')}
      look="btn stop"
      onDone={() => {
        tell('stopped', say('list.abandon.done'));
        refresh();
      }}
    />
  );
}

function Earlier({ extracts }: { extracts: readonly ExtractView[] }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section>
      <h2>{say('earlier')}</h2>
      <DataTable
        caption={say('earlier')}
        empty=""
        rows={{ at: 'here', rows: extracts }}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'at',
            head: say('earlier.at'),
            names: true,
            cell: ({ orderedAt, orderedBy }) => [format.instant(orderedAt), orderedBy].filter(Boolean).join(', '),
          },
          { key: 'state', head: say('earlier.state'), cell: ({ state }) => <ListState state={state} /> },
          {
            key: 'eligible',
            head: say('eligible'),
            number: true,
            cell: ({ made }) => (made ? format.number(made.eligible) : '–'),
          },
        ]}
      />
    </section>
  );
}
