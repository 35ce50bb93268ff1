import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { boardContract, ladderContract } from '../../../../src/sharing/partner/contract.ts';
import { COUNTERS, STAGE_NAMES, type Stage } from '../../../../src/sharing/partner/ladder/rules.ts';
import { COUNTER_KEYS } from '../../../../src/sharing/partner/view/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { DateField } from '../../../kit/date-field.tsx';
import { Failing } from '../../../kit/states.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useFilter } from '../../address.ts';
import { Asked, Go, useAsk } from '../form/ask.tsx';
import { PassTags, StageTag } from '../words/tags.tsx';
import { texts } from './texts.ts';

type BoardShown = AnswerOf<typeof boardContract>;

/** The counters of any day, how many wait at each stage, and who they are, the longest wait first. */
export function Board() {
  const say = useSay(texts);
  const [stage] = useFilter('tahap');
  const chosen = STAGE_NAMES.find((each) => each === stage);
  const query = useAsk(boardContract, chosen ? { stage: chosen } : {}, { again: 60_000 });
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <Counters />
      <Asked query={query}>
        {(board) => (
          <>
            <Stages board={board} chosen={chosen} />
            <Waiting board={board} chosen={chosen} />
          </>
        )}
      </Asked>
    </>
  );
}

/** Each opens into the institutions that it counts. */
function Counters() {
  const say = useSay(texts);
  const format = useFormat();
  const [day, setDay] = useFilter('tanggal');
  const query = useAsk(ladderContract, day ? { asOf: day } : {}, { again: 60_000 });
  const { data } = query;
  return (
    <section aria-labelledby="jumlah">
      <h2 id="jumlah">{say('counters')}</h2>
      {query.error && !data ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : (
        <ul className="ladder-counters">
          {COUNTERS.map((counter) => (
            <li key={counter}>
              <Go to={`/kerja-sama/hitungan/${counter}`} search={day ? { tanggal: day } : {}}>
                <strong className="num">{data ? format.number(data[COUNTER_KEYS[counter]]) : '…'}</strong>{' '}
                {say(`counter.${counter}`)}
              </Go>
            </li>
          ))}
        </ul>
      )}
      <div className="ladder-day">
        <DateField
          label={say('counters.day')}
          hint={say('counters.today')}
          name="tanggal"
          value={day ?? ''}
          onChange={(next) => setDay(next || undefined)}
        />
        <p className="soft">{say('counters.notOne')}</p>
      </div>
    </section>
  );
}

function Stages({ board, chosen }: { board: BoardShown; chosen: Stage | undefined }) {
  const say = useSay(texts);
  const format = useFormat();
  const [, setStage] = useFilter('tahap');
  return (
    <section aria-labelledby="tahap">
      <h2 id="tahap">{say('stages')}</h2>
      <ul className="ladder-board">
        {board.columns.map(({ stage, n, longest, overdue, days }) => (
          <li key={stage}>
            <button
              type="button"
              aria-pressed={stage === chosen}
              onClick={() => setStage(stage === chosen ? undefined : stage)}
            >
              <span>{say(`partner.stage.${stage}`)}</span>
              <strong className="num">{format.number(n)}</strong>
              <span className="soft">
                {n === 0
                  ? say('stages.none')
                  : stage === 'CONNECTED'
                    ? say('stages.inUse')
                    : say('stages.longest', { n: longest })}
              </span>
              {overdue > 0 && <span className="late">{say('stages.overdue', { n: overdue })}</span>}
              {days !== null && <span className="soft">{say('stages.within', { n: days })}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ board, chosen }: { board: BoardShown; chosen: Stage | undefined }) {
  const say = useSay(texts);
  const format = useFormat();
  const [, setStage] = useFilter('tahap');
  return (
    <section aria-labelledby="menunggu">
      <h2 id="menunggu">{chosen ? say('waiting.of', { stage: say(`partner.stage.${chosen}`) }) : say('waiting')}</h2>
      {chosen && (
        <p className="no-print">
          <button type="button" className="btn plain" onClick={() => setStage(undefined)}>
            {say('all')}
          </button>
        </p>
      )}
      <DataTable
        caption={say('waiting.table')}
        rows={{ at: 'here', rows: board.lines }}
        rowKey={({ cooperationId }) => cooperationId}
        empty={say('empty')}
        columns={[
          {
            key: 'institution',
            head: say('institution'),
            names: true,
            cell: ({ institutionId, institution }) => <Go to={`/lembaga/${institutionId}`}>{institution}</Go>,
          },
          { key: 'stage', head: say('stage'), cell: ({ stage }) => <StageTag stage={stage} /> },
          { key: 'since', head: say('since'), cell: ({ since }) => format.date(since) },
          { key: 'waits', head: say('waits'), number: true, cell: ({ waits }) => say('days', { n: waits }) },
          {
            key: 'acts',
            head: say('acts'),
            cell: ({ acts }) => (acts ? say(`partner.doer.${acts}`) : say('nobody')),
          },
          { key: 'marks', head: say('marks'), cell: (line) => <PassTags {...line} /> },
        ]}
      />
      {board.more > 0 && <p className="soft">{say('more', { n: board.more })}</p>}
    </section>
  );
}
