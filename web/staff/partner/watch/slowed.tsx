import {
  holdPaceContract,
  liftPaceContract,
  viewSlowedContract,
} from '../../../../src/sharing/verification/watch/contract.ts';
import { MOST_HOLD_HOURS } from '../../../../src/sharing/verification/watch/rules.ts';
import type { SlowedPartner } from '../../../../src/sharing/verification/watch/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { readNumber } from '../../disposal/form/field.tsx';
import { Asked, Go, useAsk, useGo, useMay, useRefresh } from '../form/ask.tsx';
import { texts } from './texts.ts';

/** One institution that is slowed down: why, beside what is usual; lifted early or held longer. */
export function Slowed() {
  const id = useAddressPart('institutionId');
  const say = useSay(texts);
  const query = useAsk(viewSlowedContract, {}, { again: 15_000 });
  const partner = query.data?.slowed.find(({ institution }) => institution.id === id);
  return (
    <>
      <p className="soft no-print">
        <Go to="/peringatan">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {partner?.institution.name ?? say('slowed.title')}
      </h1>
      <Asked query={query}>
        {() => (partner ? <Shown partner={partner} /> : <p className="note done">{say('slowed.over')}</p>)}
      </Asked>
    </>
  );
}

function Shown({ partner }: { partner: SlowedPartner }) {
  const say = useSay(texts);
  const format = useFormat();
  const mayAct = useMay('partner.watch.act');
  const mayManage = useMay('partner.manage');
  const { institution, since, until, reasons } = partner;
  return (
    <>
      <p className="lead">{say('slowed.sentence', { asker: institution.name })}</p>
      <dl className="facts">
        <dt>{say('slowed.since')}</dt>
        <dd>{format.instant(since)}</dd>
        <dt>{say('slowed.until')}</dt>
        <dd>{format.instant(until)}</dd>
      </dl>
      {reasons.map((reason) => (
        <Reason key={`${reason.signal} ${reason.beganAt}`} reason={reason} />
      ))}
      <p className="row no-print">
        <Go to={`/lembaga/${institution.id}`} look="btn quiet">
          {institution.name}
        </Go>
        {mayManage && (
          <Go to={`/lembaga/${institution.id}/penghentian`} look="btn quiet">
            {say('suspend')}
          </Go>
        )}
      </p>
      {mayAct && <Acts partner={partner} />}
    </>
  );
}

type ReasonShown = SlowedPartner['reasons'][number];

function Reason({ reason }: { reason: ReasonShown }) {
  const say = useSay(texts);
  const format = useFormat();
  const { signal, beganAt, until, heldBy, figures } = reason;
  return (
    <section aria-label={say(`signal.${signal}`)}>
      <h2>{say(`signal.${signal}`)}</h2>
      <p className="soft">
        {format.instant(beganAt)} – {format.instant(until)}
      </p>
      {signal === 'held' ? (
        <p>{say('held.by', { by: heldBy ?? '-', reason: reason.reason ?? '' })}</p>
      ) : figures ? (
        <Figures signal={say(`signal.${signal}`)} figures={figures} />
      ) : (
        <p className="soft">{say('slowed.none')}</p>
      )}
    </section>
  );
}

/** Fewer days tell nothing of what is usual. */
const KNOWN_DAYS = 7;

function Figures({
  signal,
  figures: { now, usual },
}: {
  signal: string;
  figures: NonNullable<ReasonShown['figures']>;
}) {
  const say = useSay(texts);
  const format = useFormat();
  const known = usual.days >= KNOWN_DAYS;
  const rows = [
    {
      key: 'questions',
      now: format.number(now.questions),
      usual: known ? format.number(Math.round(usual.perHour)) : null,
    },
    { key: 'mismatched', now: format.number(now.mismatched), usual: null },
    { key: 'inSequence', now: format.number(now.inSequence), usual: null },
    { key: 'regencies', now: format.number(now.regencies), usual: known ? format.number(usual.mostRegencies) : null },
    {
      key: 'hour',
      now: say('figure.yes'),
      usual: known ? say('figure.hourDays', { n: usual.daysAtThisHour, days: usual.days }) : null,
    },
  ] as const;
  return (
    <>
      <DataTable
        caption={say('slowed.table', { signal })}
        rows={{ at: 'here', rows }}
        rowKey={({ key }) => key}
        empty={say('slowed.none')}
        columns={[
          { key: 'what', head: say('slowed.figures'), names: true, cell: ({ key }) => say(`figure.${key}`) },
          { key: 'now', head: say('slowed.now'), number: true, cell: (row) => row.now },
          { key: 'usual', head: say('slowed.usual'), number: true, cell: (row) => row.usual ?? '–' },
        ]}
      />
      {!known && <p className="soft">{say('slowed.new')}</p>}
    </>
  );
}

function Acts({ partner: { institution, until } }: { partner: SlowedPartner }) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  const asker = institution.name;
  const reason = {
    name: 'reason',
    label: say('reason'),
    hint: say('reason.hint'),
    kind: 'words',
    least: 10,
    most: 1_000,
  } as const;
  const isHours = (text: string) => {
    const hours = readNumber(text);
    return hours !== null && hours >= 1 && hours <= MOST_HOLD_HOURS ? undefined : say('hold.hours.wrong');
  };
  return (
    <div className="no-print">
      <details className="act">
        <summary>{say('lift')}</summary>
        <ActForm
          contract={liftPaceContract}
          form={`akhiri.${institution.id}.${until}`}
          title={say('lift')}
          about={say('lift.about', { asker })}
          submit={say('lift.submit')}
          questions={() => [reason]}
          inputOf={({ reason: why = '' }) => ({ id: institution.id, reason: why.trim() })}
          onDone={() => {
            tell('done', say('lift.done', { asker }));
            refresh();
            void go('/peringatan');
          }}
        />
      </details>
      <details className="act">
        <summary>{say('hold')}</summary>
        <ActForm
          contract={holdPaceContract}
          form={`perpanjang.${institution.id}.${until}`}
          title={say('hold')}
          about={say('hold.about')}
          submit={say('hold.submit')}
          questions={() => [{ name: 'hours', label: say('hold.hours'), kind: 'count', check: isHours }, reason]}
          inputOf={({ hours = '', reason: why = '' }) => ({
            id: institution.id,
            hours: readNumber(hours)!,
            reason: why.trim(),
          })}
          onDone={({ until: held }) => {
            tell('waiting', say('hold.done', { asker, until: format.instant(held) }));
            refresh();
          }}
        />
      </details>
    </div>
  );
}
