import { beyondAgreed, ELEMENTS, TELLS, type Element, type Purpose } from '../../../../src/sharing/partner/rules.ts';
import type { InstitutionPage } from '../../../../src/sharing/partner/view/schema.ts';
import { FormSection } from '../../../kit/form-section.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { PlacePicker } from '../form/place-picker.tsx';
import { ElementsField } from '../step/contents-field.tsx';
import { elementsInWords } from '../../../kit/grant/words.ts';
import { elementsOf, readCount, scores, type Agreement, type Draft } from './draft.ts';
import { texts } from './texts.ts';

/** What will happen, said from what is typed. */
export function Sentence({ page, draft, agreement }: { page: InstitutionPage; draft: Draft; agreement: Agreement }) {
  const say = useSay(texts);
  const format = useFormat();
  const elements = elementsOf(draft);
  const quota = readCount(draft.quota);
  return (
    <div aria-live="polite">
      <p className="lead">
        {say('sentence', {
          institution: page.name,
          purpose: draft.purpose ? say(`partner.purpose.${draft.purpose as Purpose}`) : '…',
          elements: elements.length,
          quota: Number.isInteger(quota) && quota > 0 ? format.number(quota) : '…',
          until: draft.validUntil ? format.date(draft.validUntil) : '…',
        })}
      </p>
      <ul className="plain-list">
        {elementsInWords(elements, say).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="soft">
        {say('agreement', {
          number: agreement.number,
          version: agreement.version,
          until: format.date(agreement.validUntil!),
        })}
      </p>
    </div>
  );
}

interface Part {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly fault: (name: string) => string | undefined;
}

export function What({ draft, set, fault, agreement, fixed }: Part & { agreement: Agreement; fixed: boolean }) {
  const say = useSay(texts);
  const agreed = agreement.contents!;
  const within = (element: Element) =>
    ELEMENTS[element].filter((method) => beyondAgreed([{ element, method }], agreed.elements) === null);
  return (
    <FormSection title={say('what')} about={say('what.about')}>
      <ChoiceField
        label={say('purpose')}
        name="purpose"
        required
        none={say('choose')}
        choices={(fixed ? agreed.purposes.filter((each) => each === draft.purpose) : agreed.purposes).map((value) => ({
          value,
          label: say(`partner.purpose.${value}`),
        }))}
        value={draft.purpose}
        error={fault('purpose')}
        onChange={(event) => set({ purpose: event.target.value })}
      />
      <ElementsField
        legend={say('elements')}
        value={draft.methods}
        allowed={within}
        error={fault('elements')}
        onChange={(methods) => set({ methods })}
      />
      {scores(draft) && (
        <ChoiceField
          label={say('threshold')}
          hint={say('threshold.hint')}
          name="threshold"
          required
          none={say('choose')}
          choices={[50, 60, 70, 80, 90, 100].map((n) => ({ value: String(n), label: String(n) }))}
          value={draft.threshold}
          error={fault('threshold')}
          onChange={(event) => set({ threshold: event.target.value })}
        />
      )}
    </FormSection>
  );
}

export function Bounds({ page, draft, set, fault }: Part & { page: InstitutionPage }) {
  const say = useSay(texts);
  return (
    <FormSection title={say('bounds')} about={say('bounds.about')}>
      <TextField
        label={say('dailyQuota')}
        name="dailyQuota"
        required
        inputMode="numeric"
        className="short"
        autoComplete="off"
        maxLength={11}
        value={draft.quota}
        error={fault('dailyQuota')}
        onChange={(event) => set({ quota: event.target.value })}
      />
      <TextField
        label={say('packageRows')}
        hint={say('packageRows.hint')}
        name="packageRows"
        inputMode="numeric"
        className="short"
        autoComplete="off"
        maxLength={11}
        value={draft.packageRows}
        error={fault('packageRows')}
        onChange={(event) => set({ packageRows: event.target.value })}
      />
      <TextField
        label={say('hours.from')}
        hint={say('hours.hint')}
        name="hours"
        className="short"
        autoComplete="off"
        maxLength={5}
        value={draft.from}
        error={fault('hours')}
        onChange={(event) => set({ from: event.target.value })}
      />
      <TextField
        label={say('hours.until')}
        name="hoursUntil"
        className="short"
        autoComplete="off"
        maxLength={5}
        value={draft.until}
        onChange={(event) => set({ until: event.target.value })}
      />
      <TextField
        label={say('networks')}
        hint={say('networks.hint')}
        name="networks"
        required
        spellCheck={false}
        autoComplete="off"
        maxLength={2_000}
        value={draft.networks}
        error={fault('networks')}
        onChange={(event) => set({ networks: event.target.value })}
      />
      <PlacePicker
        label={say('regionCode')}
        hint={page.place ? say('regionCode.own', { place: page.place }) : say('regionCode.hint')}
        name="regionCode"
        within={page.regionCode ?? undefined}
        value={draft.place}
        error={fault('regionCode')}
        onChange={(place) => set({ place })}
      />
    </FormSection>
  );
}

export function Telling({ draft, set }: Omit<Part, 'fault'>) {
  const say = useSay(texts);
  const tick = (label: string, checked: boolean, change: (on: boolean) => void) => (
    <label className="tick" key={label}>
      <input type="checkbox" checked={checked} onChange={(event) => change(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
  return (
    <FormSection title={say('telling')} about={say('telling.about')}>
      <fieldset className="options">
        <legend>{say('tells')}</legend>
        {TELLS.map((each) =>
          tick(say(`partner.tell.${each}`), draft.tells.includes(each), (on) =>
            set({ tells: on ? [...draft.tells, each] : draft.tells.filter((one) => one !== each) }),
          ),
        )}
      </fieldset>
      <fieldset className="options">
        <legend>{say('binding')}</legend>
        {tick(say('dpop'), draft.dpop, (dpop) => set({ dpop }))}
        {tick(say('signed'), draft.signed, (signed) => set({ signed }))}
      </fieldset>
    </FormSection>
  );
}
