import { useId } from 'react';
import {
  closeInstitutionContract,
  closeUnitContract,
  openUnitContract,
} from '../../../../src/sharing/partner/contract.ts';
import type { InstitutionPage } from '../../../../src/sharing/partner/view/schema.ts';
import { Tag } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActButton } from '../../disposal/form/act-button.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useMay, useRefresh } from '../form/ask.tsx';
import { texts } from './texts.ts';

/** Parts of the institution that ask in its name, and its closing. */
export function Units({ page }: { page: InstitutionPage }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const heading = useId();
  const mayManage = useMay('partner.manage') && page.state === 'active';
  const mayClose = mayManage && page.passes.every(({ ended }) => ended);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{say('units')}</h2>
      <p className="soft">{say('units.about')}</p>
      <ul className="plain-list">
        {page.units.map(({ id, name, open }) => (
          <li key={id} className="row">
            {name} {!open && <Tag standing="plain">{say('unit.closed')}</Tag>}
            {open && mayManage && (
              <ActButton
                contract={closeUnitContract}
                input={{ id: page.id, unitId: id }}
                label={say('unit.close', { name })}
                look="btn quiet"
                onDone={() => {
                  tell('plain', say('unit.close.done', { name }));
                  refresh();
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {mayManage && (
        <details className="act no-print">
          <summary>{say('unit.open')}</summary>
          <ActForm
            contract={openUnitContract}
            form={`unit.${page.id}`}
            title={say('unit.open')}
            submit={say('unit.open.submit')}
            questions={() => [{ name: 'name', label: say('unit.name'), most: 160 }]}
            inputOf={({ name = '' }) => ({ id: page.id, name: name.trim() })}
            onDone={(_, { name = '' }) => {
              tell('done', say('unit.open.done', { name }));
              refresh();
            }}
          />
        </details>
      )}
      {mayClose && (
        <details className="act no-print">
          <summary>{say('close')}</summary>
          <ActForm
            contract={closeInstitutionContract}
            form={`tutup.${page.id}`}
            title={say('close')}
            about={say('close.about')}
            submit={say('close.submit')}
            questions={() => [{ name: 'reason', label: say('reason'), least: 10, most: 1_000 }]}
            inputOf={({ reason = '' }) => ({ id: page.id, reason: reason.trim() })}
            onDone={() => {
              tell('plain', say('close.done'));
              refresh();
            }}
          />
        </details>
      )}
    </section>
  );
}
