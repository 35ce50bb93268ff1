import { useState } from 'react';
import {
  proposeRestorationContract,
  proposeSuspensionContract,
  spareContract,
} from '../../../../src/sharing/partner/contract.ts';
import type { ReportLine } from '../../../../src/sharing/partner/view/schema.ts';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useGo, useMay, useRefresh } from '../form/ask.tsx';
import { semesterName } from '../words/semester.ts';
import { texts } from './texts.ts';

/** One proposal for all that are chosen; a hospital, an election body and the like with who serves instead. */
export function CutMany({ reports }: { reports: readonly ReportLine[] }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  const mayPropose = useMay('partner.suspension.propose');
  const [left, setLeft] = useState<readonly string[]>([]);
  const [substitutes, setSubstitutes] = useState<Readonly<Record<string, string>>>({});
  if (reports.length === 0 || !mayPropose) return null;
  // Somebody may owe two semesters: he is cut off once.
  const partners = [...new Map(reports.map((report) => [report.cooperationId, report])).values()];
  const chosen = partners.filter(({ cooperationId }) => !left.includes(cooperationId));
  const lacking = chosen.filter(
    ({ needsSubstitute, cooperationId }) => needsSubstitute && (substitutes[cooperationId] ?? '').trim().length < 5,
  );
  return (
    <section className="note stopped" aria-labelledby="usul-hentikan">
      <h2 id="usul-hentikan">{say('cut', { n: partners.length })}</h2>
      <p>{say('cut.about')}</p>
      <fieldset className="options">
        <legend>{say('cut.who')}</legend>
        {partners.map((report) => (
          <label className="tick" key={report.cooperationId}>
            <input
              type="checkbox"
              checked={!left.includes(report.cooperationId)}
              onChange={(event) =>
                setLeft(
                  event.target.checked
                    ? left.filter((id) => id !== report.cooperationId)
                    : [...left, report.cooperationId],
                )
              }
            />
            <span>
              {report.institution} · {semesterName(report.semester)} · {say('late', { n: report.late })}
            </span>
          </label>
        ))}
      </fieldset>
      {chosen
        .filter(({ needsSubstitute }) => needsSubstitute)
        .map(({ cooperationId, institution }) => (
          <TextField
            key={cooperationId}
            label={say('substitute', { institution })}
            hint={say('substitute.hint')}
            required
            autoComplete="off"
            maxLength={200}
            value={substitutes[cooperationId] ?? ''}
            onChange={(event) => setSubstitutes({ ...substitutes, [cooperationId]: event.target.value })}
          />
        ))}
      <ActForm
        contract={proposeSuspensionContract}
        form="hentikan.banyak"
        title={say('cut.title')}
        submit={say('cut.submit', { n: chosen.length })}
        missing={
          chosen.length === 0
            ? say('cut.none')
            : lacking.length > 0
              ? say('cut.lacking', { institution: lacking[0]!.institution })
              : undefined
        }
        questions={() => [{ name: 'reason', label: say('reason'), least: 10, most: 1_000 }]}
        inputOf={({ reason = '' }) => ({
          cause: 'report_missing' as const,
          reason: reason.trim(),
          cut: chosen.map(({ cooperationId }) => ({
            cooperationId,
            substitute: substitutes[cooperationId]?.trim() || null,
          })),
        })}
        onDone={({ proposalId }) => {
          tell('waiting', say('proposed'));
          refresh();
          void go(`/usul/${proposalId}`);
        }}
      />
      {partners.length === 1 && <Spare report={partners[0]!} />}
      {partners.length > 1 && (
        <details className="act">
          <summary>{say('spare.some')}</summary>
          {partners.map((report) => (
            <Spare key={report.id} report={report} />
          ))}
        </details>
      )}
    </section>
  );
}

function Spare({ report }: { report: ReportLine }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  if (!useMay('partner.manage')) return null;
  return (
    <details className="act">
      <summary>{say('spare', { institution: report.institution })}</summary>
      <ActForm
        contract={spareContract}
        form={`tidak-dihentikan.${report.id}`}
        title={say('spare', { institution: report.institution })}
        about={say('spare.about')}
        submit={say('spare.submit')}
        questions={() => [{ name: 'reason', label: say('reason'), least: 10, most: 1_000 }]}
        inputOf={({ reason = '' }) => ({ id: report.id, reason: reason.trim() })}
        onDone={() => {
          tell('plain', say('spare.done', { institution: report.institution }));
          refresh();
        }}
      />
    </details>
  );
}

/** Those whose report has come: one proposal lets them all ask again. */
export function RestoreMany({ reports }: { reports: readonly ReportLine[] }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  if (!useMay('partner.restoration.propose') || reports.length === 0) return null;
  const suspensions = [...new Set(reports.map(({ suspensionId }) => suspensionId!))];
  return (
    <section className="note waiting" aria-labelledby="usul-pulihkan">
      <h2 id="usul-pulihkan">{say('restore', { n: suspensions.length })}</h2>
      <p>{say('restore.about')}</p>
      <ul className="plain-list">
        {reports.map(({ id, institution, semester }) => (
          <li key={id}>
            {institution} · {semesterName(semester)}
          </li>
        ))}
      </ul>
      <ActForm
        contract={proposeRestorationContract}
        form="pulihkan.banyak"
        title={say('restore.title')}
        submit={say('restore.submit', { n: suspensions.length })}
        questions={() => [{ name: 'reason', label: say('reason'), least: 10, most: 1_000 }]}
        inputOf={({ reason = '' }) => ({ suspensions, reason: reason.trim() })}
        onDone={({ proposalId }) => {
          tell('waiting', say('proposed'));
          refresh();
          void go(`/usul/${proposalId}`);
        }}
      />
    </section>
  );
}
