import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import {
  cancelVisitContract,
  visitDoneContract,
  type listVisitsContract,
} from '../../../../src/recording/enrolment/queue/contract.ts';
import { useAct } from '../../../kit/act.ts';
import { DataTable, rowsOf, type Column } from '../../../kit/data-table.tsx';
import { EvidenceDrawer } from '../../../kit/evidence-drawer.tsx';
import { formatDateShort } from '../../../kit/format.ts';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useHouse } from '../../house.tsx';
import { FixedPurpose } from '../../purpose/purpose.tsx';
import { ReasonForm } from '../../register/reason-form.tsx';
import { useOfficeDay } from '../filter/day.ts';
import type { Visit } from './teams.tsx';
import { texts } from './texts.ts';

interface Asked {
  readonly data: AnswerOf<typeof listVisitsContract> | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** Visits with what each reached; a planned one is ended, or cancelled with the reason. */
export function VisitTable({ visits, label, empty }: { visits: Asked; label: string; empty: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const queries = useQueryClient();
  const tell = useTell();
  const [cancelled, cancel] = useState<Visit | null>(null);
  const acts = visits.data?.visits.some(({ state }) => state === 'planned') ?? false;
  const columns: (Column<Visit> | false)[] = [
    {
      key: 'village',
      head: say('visit'),
      names: true,
      cell: (visit) => (
        <>
          {visit.village}
          <div className="soft">{visit.place}</div>
        </>
      ),
    },
    { key: 'day', head: say('day'), cell: (visit) => <span className="day">{formatDateShort(visit.day)}</span> },
    { key: 'office', head: say('office'), cell: (visit) => visit.office ?? '–' },
    {
      key: 'reached',
      head: say('reached'),
      cell: (visit) =>
        say('reached.of', {
          reached: format.number(visit.recordedSince),
          unrecorded: format.number(visit.unrecorded),
        }),
    },
    { key: 'state', head: say('state'), cell: (visit) => <StateOf visit={visit} /> },
    acts && {
      key: 'act',
      head: say('act'),
      cell: (visit) => visit.state === 'planned' && <Acts visit={visit} onCancel={() => cancel(visit)} />,
    },
  ];
  return (
    <div className="with-evidence">
      <DataTable<Visit>
        caption={label}
        empty={empty}
        rows={rowsOf({ data: visits.data?.visits, error: visits.error, refetch: visits.refetch })}
        rowKey={(visit) => visit.id}
        columns={columns.filter((column) => column !== false)}
      />
      {cancelled && (
        <EvidenceDrawer
          title={say('cancel.of', { village: cancelled.village, day: format.date(cancelled.day) })}
          open
          onClose={() => cancel(null)}
        >
          <FixedPurpose code="service">
            <ReasonForm
              key={cancelled.id}
              contract={cancelVisitContract}
              form={`batal.${cancelled.id}`}
              input={({ reason = '' }) => ({ id: cancelled.id, reason })}
              fields={[{ name: 'reason', label: say('reason'), hint: say('reason.hint') }]}
              submit={say('cancel')}
              busy={say('cancelling')}
              onDone={() => {
                tell('done', say('cancelled', { village: cancelled.village }));
                cancel(null);
                void queries.invalidateQueries({ queryKey: ['visits'] });
                void queries.invalidateQueries({ queryKey: ['plan'] });
              }}
            />
          </FixedPurpose>
        </EvidenceDrawer>
      )}
    </div>
  );
}

function Acts({ visit, onCancel }: { visit: Visit; onCancel: () => void }) {
  const say = useSay(texts);
  const sayKit = useSay(kitTexts);
  const tell = useTell();
  const queries = useQueryClient();
  const { client } = useHouse();
  const today = useOfficeDay();
  const act = useAct(client, visitDoneContract);
  const sending = act.state.at === 'sending';
  const end = async () => {
    if (sending) return;
    const done = await act.run({ id: visit.id }, { onRefused: (problem) => tell('stopped', problem.title) });
    if (done === null) return;
    tell('done', say('ended', { village: visit.village }));
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['visits'] }),
      queries.invalidateQueries({ queryKey: ['plan'] }),
    ]);
  };
  return (
    <div className="row no-print">
      {visit.day <= today && (
        <button type="button" className="btn quiet" aria-disabled={sending} onClick={() => void end()}>
          {sending ? say('ending') : say('end')}
          <span className="unseen">: {visit.village}</span>
        </button>
      )}
      <button type="button" className="btn plain" onClick={onCancel}>
        {say('cancel')}
        <span className="unseen">: {visit.village}</span>
      </button>
      {act.state.at === 'notReached' && (
        <span className="fault" role="alert">
          {sayKit('form.notSent')}
        </span>
      )}
    </div>
  );
}

const STANDING = { planned: 'waiting', done: 'done', cancelled: 'stopped' } as const satisfies Record<
  Visit['state'],
  Standing
>;

function StateOf({ visit }: { visit: Visit }) {
  const say = useSay(texts);
  const today = useOfficeDay();
  const { state, day, why } = visit;
  const word = state !== 'planned' ? state : day === today ? 'today' : day < today ? 'due' : 'planned';
  return (
    <>
      <Tag standing={word === 'due' ? 'stopped' : STANDING[state]}>{say(`state.${word}`)}</Tag>
      {why && <div className="soft">{why}</div>}
    </>
  );
}
