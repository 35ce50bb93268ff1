import { openDocumentContract } from '../../../../src/sharing/partner/contract.ts';
import type { InstitutionPage, Pass } from '../../../../src/sharing/partner/view/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { OpenFile } from '../../disposal/form/open-file.tsx';
import { Go, useMay } from '../form/ask.tsx';
import { ReportCounts } from './report-counts.tsx';
import { semesterName } from '../words/semester.ts';
import { texts } from './texts.ts';

/** Suspensions with their causes, who decided, appeals and how each ended. */
export function Suspensions({ page, pass }: { page: InstitutionPage; pass: Pass }) {
  const say = useSay(texts);
  const format = useFormat();
  const mayManage = useMay('partner.manage');
  const live = pass.stage === 'CONNECTED' || pass.stage === 'EVALUATION';
  if (!live && pass.suspensions.length === 0) return null;
  return (
    <section>
      <h3>{say('suspensions')}</h3>
      {pass.suspensions.length === 0 && <p className="soft">{say('suspensions.none')}</p>}
      {pass.suspensions.map((one) => (
        <article key={one.id} className="grant">
          <h4>
            {say(`partner.cause.${one.cause}`)}{' '}
            <Tag standing={one.inForce ? 'stopped' : 'plain'}>
              {say(one.inForce ? 'suspension.inForce' : 'suspension.over')}
            </Tag>{' '}
            {one.atOnce && <Tag standing="waiting">{say('suspension.atOnce')}</Tag>}
          </h4>
          <dl className="facts">
            <dt>{say('suspension.from')}</dt>
            <dd>{format.instant(one.from)}</dd>
            {one.until && (
              <>
                <dt>{say('suspension.until')}</dt>
                <dd>{format.instant(one.until)}</dd>
              </>
            )}
            <dt>{say('reason')}</dt>
            <dd>{one.reason}</dd>
            {one.substitute && (
              <>
                <dt>{say('suspension.substitute')}</dt>
                <dd>{one.substitute}</dd>
              </>
            )}
            <dt>{say('suspension.decided')}</dt>
            <dd>
              {one.askedBy
                ? say('two', { asked: one.askedBy, decided: one.decidedBy ?? '' })
                : (one.decidedBy ?? say('system'))}
            </dd>
            {one.liftedAt && (
              <>
                <dt>{say('suspension.lifted')}</dt>
                <dd>
                  {format.instant(one.liftedAt)}, {say(`lifted.${one.liftedHow!}`)}
                  {one.liftWhy && `: ${one.liftWhy}`}
                </dd>
              </>
            )}
            {one.appeals.map((appeal) => (
              <div key={appeal.id} className="contents">
                <dt>{say('appeal')}</dt>
                <dd>
                  {format.date(appeal.receivedOn)}: {appeal.words}{' '}
                  <Tag standing={appeal.outcome === null ? 'waiting' : appeal.outcome === 'granted' ? 'done' : 'plain'}>
                    {say(`appeal.${appeal.outcome ?? 'open'}`)}
                  </Tag>
                  {appeal.outcome === null && (
                    <span className={appeal.dueOn < page.day ? 'late block' : 'soft block'}>
                      {say(appeal.dueOn < page.day ? 'appeal.late' : 'appeal.due', { day: format.date(appeal.dueOn) })}
                    </span>
                  )}
                  {appeal.why && <span className="soft block">{appeal.why}</span>}
                  {appeal.documentId && (
                    <OpenFile
                      contract={openDocumentContract}
                      input={{ id: appeal.documentId }}
                      label={say('appeal.letter')}
                    />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </article>
      ))}
      {mayManage && live && (
        <p className="no-print">
          <Go to={`/lembaga/${page.id}/penghentian`} search={{ kerjasama: pass.id }} look="btn quiet">
            {say(pass.suspensions.some(({ inForce }) => inForce) ? 'suspension.manage' : 'suspension.begin')}
          </Go>
        </p>
      )}
    </section>
  );
}

/** Semester reports with their warnings. */
export function Reports({ page, pass }: { page: InstitutionPage; pass: Pass }) {
  const say = useSay(texts);
  const format = useFormat();
  if (pass.reports.length === 0) return null;
  const stopped = pass.suspensions.some(({ cause, inForce }) => cause === 'report_missing' && inForce);
  return (
    <section>
      <h3>{say('reports')}</h3>
      <DataTable
        caption={say('reports.of', { number: pass.number })}
        rows={{ at: 'here', rows: pass.reports }}
        rowKey={({ id }) => id}
        empty={say('reports')}
        columns={[
          { key: 'semester', head: say('semester'), names: true, cell: ({ semester }) => semesterName(semester) },
          { key: 'due', head: say('reports.due'), cell: ({ dueOn }) => format.date(dueOn) },
          {
            key: 'filed',
            head: say('reports.filed'),
            cell: ({ filedOn, cutDue, sparedWhy }) => (
              <>
                {filedOn ? format.date(filedOn) : <Tag standing="waiting">{say('reports.owed')}</Tag>}{' '}
                {cutDue && !stopped && <Tag standing="stopped">{say('reports.cutDue')}</Tag>}
                {sparedWhy && <span className="soft block">{say('reports.spared', { why: sparedWhy })}</span>}
              </>
            ),
          },
          {
            key: 'warnings',
            head: say('warnings'),
            cell: ({ warnings }) =>
              warnings.length === 0
                ? say('nobody')
                : warnings.map(({ id, level, madeOn, documentId }) => (
                    <div key={id}>
                      {say('warning', { level, day: format.date(madeOn) })}{' '}
                      {documentId && (
                        <OpenFile
                          contract={openDocumentContract}
                          input={{ id: documentId }}
                          label={say('warning.open')}
                        />
                      )}
                    </div>
                  )),
          },
        ]}
      />
      {pass.reports.map((report) => (
        <ReportCounts key={report.id} institutionId={page.id} report={report} />
      ))}
    </section>
  );
}
