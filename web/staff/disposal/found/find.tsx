import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import {
  importFoundContract,
  issueFoundReportsContract,
  noteCustodyContract,
  policeReportContract,
  publicReportContract,
  viewFoundContract,
} from '../../../../src/cards/disposal/contract.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart } from '../../address.ts';
import { CustodyTimeline } from '../../blank/custody.tsx';
import { useSession } from '../../session.tsx';
import { ActButton } from '../form/act-button.tsx';
import { ActForm } from '../form/act-form.tsx';
import { Asked, useAsk, useMay, useRefresh } from '../form/ask.tsx';
import { Go } from '../../go.tsx';
import { instantOf } from '../form/instant.ts';
import { OpenFile } from '../form/open-file.tsx';
import { TABLES, Upload } from '../form/upload.tsx';
import { Counts } from './counts.tsx';
import { Summary } from './summary.tsx';
import { texts } from './texts.ts';

export type Found = AnswerOf<typeof viewFoundContract>;

/** One find: place and finder, who held it, who counted what, what the records say, and the two reports. */
export function Find() {
  const id = useAddressPart('foundId');
  const say = useSay(texts);
  const query = useAsk(viewFoundContract, { id });
  return (
    <>
      <p className="soft no-print">
        <Go to="/ktp-ditemukan">{say('back')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {query.data?.number ?? say('one')}
      </h1>
      <Asked query={query}>
        {(found) => (
          <>
            <Facts found={found} />
            <Counts found={found} />
            <Custody found={found} />
            <List found={found} />
            <Reports found={found} />
          </>
        )}
      </Asked>
    </>
  );
}

function Facts({ found }: { found: Found }) {
  const say = useSay(texts);
  const format = useFormat();
  const { place, foundOn, finder, policeReport, description } = found;
  return (
    <dl className="facts">
      <dt>{say('place')}</dt>
      <dd>{place}</dd>
      <dt>{say('on')}</dt>
      <dd>{format.date(foundOn)}</dd>
      <dt>{say('finder')}</dt>
      <dd>{finder}</dd>
      <dt>{say('police')}</dt>
      <dd>{policeReport ?? '–'}</dd>
      {description && (
        <>
          <dt>{say('description')}</dt>
          <dd>{description}</dd>
        </>
      )}
    </dl>
  );
}

function Custody({ found }: { found: Found }) {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const refresh = useRefresh();
  const may = useMay('disposal.found.record');
  const { office } = useSession();
  const holdings = found.custody.map(({ holder, institution, takenAt, note }, at) => ({
    what: 'held' as const,
    key: `${at}${holder}`,
    title: holder,
    about: [institution, note].filter(Boolean).join(' · '),
    from: takenAt,
    until: found.custody[at + 1]?.takenAt ?? null,
  }));
  return (
    <>
      <h2>{say('custody')}</h2>
      <p>{say('custody.begins', { finder: found.finder, day: format.date(found.foundOn) })}</p>
      {holdings.length > 0 && <CustodyTimeline label={say('custody')} holdings={holdings.toReversed()} />}
      {may && (
        <details className="act scanner">
          <summary>{say('custody.add')}</summary>
          <ActForm
            contract={noteCustodyContract}
            form={`tangan.${found.id}`}
            title={say('custody.add')}
            submit={say('custody.add')}
            questions={() => [
              { name: 'holder', label: say('holder'), most: 120 },
              { name: 'institution', label: say('institution'), most: 160 },
              { name: 'takenOn', label: say('takenOn'), kind: 'date' },
              { name: 'takenAt', label: say('takenAt'), hint: say('time.hint'), kind: 'time' },
              { name: 'note', label: say('note'), most: 300, optional: true },
            ]}
            inputOf={({ holder = '', institution = '', takenOn = '', takenAt = '', note = '' }) => ({
              id: found.id,
              holder: holder.trim(),
              institution: institution.trim(),
              takenAt: instantOf(takenOn, takenAt, office.zone),
              note: note.trim() || null,
            })}
            onDone={() => {
              tell('done', say('custody.done'));
              refresh();
            }}
          />
        </details>
      )}
    </>
  );
}

function List({ found }: { found: Found }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const may = useMay('disposal.found.record');
  if (found.listed > 0) return <Summary summary={found.summary} />;
  if (!may) return null;
  return (
    <>
      <h2>{say('list')}</h2>
      <p>{say('list.about')}</p>
      <Upload
        contract={importFoundContract}
        input={{ id: found.id }}
        label={say('list.label')}
        hint={say('list.hint')}
        accept={TABLES}
        onDone={({ listed, known }) => {
          tell('done', say('list.done', { listed, known }));
          refresh();
        }}
      />
    </>
  );
}

function Reports({ found: { id, reports, listed, reconciled } }: { found: Found }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const may = useMay('disposal.found.report');
  return (
    <>
      <h2>{say('reports')}</h2>
      {reports ? (
        <div className="row">
          <OpenFile contract={publicReportContract} input={{ id }} label={say('public')} />
          {may && <OpenFile contract={policeReportContract} input={{ id }} label={say('police.report')} />}
        </div>
      ) : listed === 0 || reconciled === null || !may ? (
        <p>{say('reports.wait')}</p>
      ) : (
        <ActButton
          contract={issueFoundReportsContract}
          input={{ id }}
          label={say('reports.issue')}
          onDone={() => {
            tell('done', say('reports.issued'));
            refresh();
          }}
        />
      )}
    </>
  );
}
