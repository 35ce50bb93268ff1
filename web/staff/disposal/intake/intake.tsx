import { useState } from 'react';
import { listLooseContract, releasePieceContract } from '../../../../src/cards/disposal/contract.ts';
import type { IntakeReport } from '../../../../src/cards/disposal/schema.ts';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../form/act-form.tsx';
import { Asked, useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { Pieces, usePieceName, type Piece } from '../words/pieces.tsx';
import { TakeInList } from './list.tsx';
import { TakeInOne } from './one.tsx';
import { Report } from './report.tsx';
import { texts } from './texts.ts';

/** Damaged and invalid cards come in, one by one or by a list; what lies in no bag yet stands below. */
export function Intake() {
  const say = useSay(texts);
  const refresh = useRefresh();
  const loose = useAsk(listLooseContract, {});
  const [report, setReport] = useState<IntakeReport | null>(null);
  const maySettle = useMay('disposal.settle');
  const mayTake = useMay('disposal.take_in');
  const reported = (next: IntakeReport) => {
    setReport(next);
    refresh();
  };
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <p>{say('about')}</p>
      <Asked query={loose}>
        {({ pieces, cutNow }) => (
          <>
            {mayTake && <TakeInOne cut={cutNow} onReport={reported} />}
            {report && <Report report={report} />}
            {mayTake && <TakeInList onReport={reported} />}
            <h2>{say('loose')}</h2>
            <Pieces pieces={pieces} empty={say('loose.empty')} />
            <p>
              <Go to="/pemusnahan/kantong" look="btn quiet">
                {say('bags')}
              </Go>
            </p>
            {maySettle && <Release pieces={pieces} />}
          </>
        )}
      </Asked>
    </>
  );
}

function Release({ pieces }: { pieces: readonly Piece[] }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const nameOf = usePieceName();
  const stopped = pieces.filter(({ contradiction, released }) => contradiction !== null && !released);
  if (stopped.length === 0) return null;
  return (
    <ActForm
      contract={releasePieceContract}
      form="lepas"
      title={say('release')}
      about={say('release.about')}
      submit={say('release.submit')}
      questions={() => [
        {
          name: 'id',
          label: say('which'),
          kind: 'choice',
          choices: stopped.map((piece) => ({ value: piece.id, label: nameOf(piece) })),
        },
        { name: 'reason', label: say('reason'), least: 10 },
      ]}
      inputOf={({ id = '', reason = '' }) => ({ id, reason: reason.trim() })}
      onDone={() => {
        tell('done', say('release.done'));
        refresh();
      }}
    />
  );
}
