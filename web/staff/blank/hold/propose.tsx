import { useState, type FormEvent } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { proposeHoldContract } from '../../../../src/cards/blank/closing/contract.ts';
import { addDays, type CivilDate } from '../../../../src/core/time/civil-date.ts';
import type { Region } from '../../../../src/register/region/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../../kit/form-section.tsx';
import { RegionPicker } from '../../../kit/region-picker.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useOfficeDay } from '../../enrolment/filter/day.ts';
import { useHouse } from '../../house.tsx';
import { useProvinceOrRegencySearch } from '../../regions.ts';
import { useSession } from '../../session.tsx';
import { texts } from './texts.ts';

const FORM = 'tahan.blangko';

interface Draft {
  readonly nation: boolean;
  readonly region: Region | null;
  readonly untilOn: string;
  readonly reason: string;
}
const EMPTY: Draft = { nation: false, region: null, untilOn: '', reason: '' };

export function ProposeHold({ mostDays }: { mostDays: number }) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const navigate = useNavigate();
  const { client, queries } = useHouse();
  const { officer } = useSession();
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, FORM) ?? EMPTY);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, proposeHoldContract);
  const { nation, region, untilOn, reason } = draft;
  const begun = nation || region !== null || untilOn !== '' || reason !== '';
  const kept = useDraft(officer.id, FORM, draft, begun && state.at !== 'done');
  const search = useProvinceOrRegencySearch();
  const faults = useFaults(draft, mostDays);
  const fault = (name: string) => (tried ? faults.find((each) => each.name === name)?.message : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faults.length > 0 || state.at === 'sending') return;
    const done = await run({ regionCode: nation ? '' : region!.code, untilOn, reason: reason.trim() });
    if (done === null) return;
    dropDraft(officer.id, FORM);
    tell('done', say('done'));
    void queries.invalidateQueries({ queryKey: ['proposals'] });
    await navigate({ to: `/petugas/usul/${done.proposalId}` as '/petugas' });
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={state.at === 'refused' ? state.problem : null} faults={tried ? faults : []} />
      <FormSection title={say('propose')} about={say('beside')}>
        <label className="tick">
          <input type="checkbox" checked={nation} onChange={(event) => set({ nation: event.target.checked })} />
          <span>
            {say('nation')} <span className="soft">{say('nation.about')}</span>
          </span>
        </label>
        {!nation && (
          <RegionPicker
            label={say('region')}
            hint={say('region.hint')}
            name="regionCode"
            required
            search={search}
            value={region}
            error={fault('regionCode')}
            onChange={(chosen) => set({ region: chosen })}
          />
        )}
        <DateField
          label={say('until')}
          hint={say('until.hint', { days: mostDays })}
          name="untilOn"
          required
          value={untilOn}
          error={fault('untilOn')}
          onChange={(day) => set({ untilOn: day })}
        />
        <TextField
          label={say('reason')}
          hint={say('reason.hint')}
          name="reason"
          required
          autoComplete="off"
          maxLength={500}
          value={reason}
          error={fault('reason')}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </FormSection>
      <Preview draft={draft} whole={faults.every(({ name }) => name === 'reason')} />
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('submitting')}>
        {say('submit')}
      </Submit>
    </form>
  );
}

/** What is missing or wrong before anything is sent, in the order of the form. */
function useFaults({ nation, region, untilOn, reason }: Draft, mostDays: number) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const format = useFormat();
  const today = useOfficeDay();
  const last = addDays(today as CivilDate, mostDays);
  const until =
    untilOn === ''
      ? kitSay('fault.required')
      : untilOn < today
        ? say('fault.past')
        : untilOn > last && say('fault.far', { last: format.date(last) });
  const faults: readonly (readonly [string, string, string | false])[] = [
    ['regionCode', say('region'), !nation && region === null && say('fault.region')],
    ['untilOn', say('until'), until],
    ['reason', say('reason'), reason.trim().length < 5 && say('fault.reason')],
  ];
  return faults.flatMap(([name, label, message]) => (message === false ? [] : [{ name, label, message }]));
}

function Preview({ draft: { nation, region, untilOn }, whole }: { draft: Draft; whole: boolean }) {
  const say = useSay(texts);
  const format = useFormat();
  return (
    <section aria-live="polite">
      <h2>{say('preview')}</h2>
      {whole ? (
        <p className="lead">
          {say('sentence', { place: nation ? say('nation') : region!.name, until: format.date(untilOn) })}
        </p>
      ) : (
        <p className="soft">{say('preview.none')}</p>
      )}
    </section>
  );
}
