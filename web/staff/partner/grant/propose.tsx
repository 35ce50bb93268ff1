import { useState } from 'react';
import { proposeGrantsContract, viewInstitutionContract } from '../../../../src/sharing/partner/contract.ts';
import { readNetwork } from '../../../../src/sharing/partner/grant/network.ts';
import {
  beyondAgreed,
  ELEMENTS,
  TELLS,
  type Element,
  type Method,
  type Purpose,
  type Tell,
} from '../../../../src/sharing/partner/rules.ts';
import type { InstitutionPage, Pass } from '../../../../src/sharing/partner/view/schema.ts';
import { useAct } from '../../../kit/act.ts';
import { DateField } from '../../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../../kit/form-section.tsx';
import { Empty } from '../../../kit/states.tsx';
import { Submit } from '../../../kit/submit.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts as kitTexts } from '../../../kit/texts.ts';
import { useTell } from '../../../kit/toasts.tsx';
import { useAddressPart, useFilter } from '../../address.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { Asked, Go, useAsk, useGo, useRefresh } from '../form/ask.tsx';
import { ElementsField } from '../step/contents-field.tsx';
import { clock, elementsInWords, readClock } from '../words/elements.ts';
import { texts } from './texts.ts';

type Agreement = Pass['documents'][number];
type Grant = Pass['grants'][number];

/** The great act: what an institution may ask, within its PKS; another officer says yes to exactly this. */
export function ProposeGrant() {
  const id = useAddressPart('institutionId');
  const [wanted] = useFilter('kerjasama');
  const [replaced] = useFilter('ganti');
  const say = useSay(texts);
  const query = useAsk(viewInstitutionContract, { id });
  return (
    <>
      <p className="soft no-print">
        <Go to={`/lembaga/${id}`}>{query.data?.name ?? say('title')}</Go>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('title')}
      </h1>
      <Asked query={query}>
        {(page) => {
          const pass = page.passes.find((each) => each.id === wanted) ?? page.passes.find(({ ended }) => !ended);
          const agreement = pass?.documents.findLast(({ kind }) => kind === 'pks');
          if (!pass || !agreement) return <Empty will={say('none')} />;
          const old = pass.grants.find((grant) => grant.id === replaced && grant.endedAt === null) ?? null;
          return <Propose page={page} pass={pass} agreement={agreement} old={old} />;
        }}
      </Asked>
    </>
  );
}

interface Draft {
  readonly purpose: string;
  readonly methods: Readonly<Partial<Record<Element, Method>>>;
  readonly threshold: string;
  readonly quota: string;
  readonly from: string;
  readonly until: string;
  readonly networks: string;
  readonly regionCode: string;
  readonly dpop: boolean;
  readonly signed: boolean;
  readonly tells: readonly Tell[];
  readonly validFrom: string;
  readonly validUntil: string;
}

function begun({ contents, validFrom, validUntil }: Agreement, old: Grant | null): Draft {
  const asked = old?.elements ?? contents!.elements;
  const scores = asked.some(({ method }) => method === 'score');
  return {
    purpose: old?.purpose ?? (contents!.purposes.length === 1 ? contents!.purposes[0]! : ''),
    methods: Object.fromEntries(asked.map(({ element, method }) => [element, method])),
    threshold: old ? String(old.threshold ?? '') : scores ? '80' : '',
    quota: old ? String(old.dailyQuota) : '',
    from: old?.hoursFrom == null ? '' : clock(old.hoursFrom),
    until: old?.hoursUntil == null ? '' : clock(old.hoursUntil),
    networks: old?.networks.join('\n') ?? '',
    regionCode: old?.regionCode ?? '',
    dpop: old?.dpop ?? false,
    signed: old?.signed ?? false,
    tells: old?.tells ?? [],
    validFrom: validFrom!,
    validUntil: validUntil!,
  };
}

const linesOf = (text: string): string[] => text.split(/[\s,;]+/).filter((line) => line !== '');
const readCount = (text: string): number => Number(text.replaceAll(/[\s.]/g, ''));

interface Given {
  readonly page: InstitutionPage;
  readonly pass: Pass;
  readonly agreement: Agreement;
  readonly old: Grant | null;
}

function Propose({ page, pass, agreement, old }: Given) {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const tell = useTell();
  const refresh = useRefresh();
  const go = useGo();
  const { client } = useHouse();
  const { officer } = useSession();
  const form = `hak-akses.${pass.id}.${old?.id ?? 'baru'}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(officer.id, form) ?? begun(agreement, old));
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const { state, run } = useAct(client, proposeGrantsContract);
  const kept = useDraft(officer.id, form, draft, draft.quota !== '' && state.at !== 'done');
  const own = faultsOf(draft, agreement).map((name) => ({ name, label: say(name), message: say(`fault.${name}`) }));
  const refused = state.at === 'refused' ? state.problem : null;
  const fault = (name: string) =>
    (tried ? own.find((each) => each.name === name)?.message : undefined) ??
    refused?.errors.find(({ path }) => path.startsWith('grants.0.') && path.split('.')[2] === name)?.message;
  const send = async () => {
    setTried(true);
    if (own.length > 0 || state.at === 'sending') return;
    const done = await run({ grants: [grantOf(draft, agreement, old)] });
    if (done === null) return;
    dropDraft(officer.id, form);
    tell('waiting', say('done'));
    refresh();
    go(`/usul/${done.proposalId}`);
  };
  return (
    <form
      noValidate
      className="great-act"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Sentence page={page} draft={draft} agreement={agreement} />
      {old && <p className="note">{say('replaces')}</p>}
      <ErrorSummary problem={refused} faults={tried ? own : []} />
      <What draft={draft} set={set} agreement={agreement} fault={fault} fixed={old !== null} />
      <Bounds page={page} draft={draft} set={set} fault={fault} />
      <Telling draft={draft} set={set} />
      <FormSection title={say('term')} about={say('term.about')}>
        <DateField
          label={say('validFrom')}
          name="validFrom"
          required
          value={draft.validFrom}
          error={fault('validFrom')}
          onChange={(validFrom) => set({ validFrom })}
        />
        <DateField
          label={say('validUntil')}
          name="validUntil"
          required
          value={draft.validUntil}
          error={fault('validUntil')}
          onChange={(validUntil) => set({ validUntil })}
        />
      </FormSection>
      <dl className="facts">
        <dt>{say('hash')}</dt>
        <dd>{say('hash.later')}</dd>
        <dt>{say('proposedBy')}</dt>
        <dd>{say('proposedBy.you', { name: officer.name })}</dd>
        <dt>{say('mayApprove')}</dt>
        <dd>{say('mayApprove.who')}</dd>
      </dl>
      <p className="soft" role="status">
        {kept && kitSay('form.draftKept')}
      </p>
      <Submit state={state} busy={say('sending')}>
        {say('submit')}
      </Submit>
    </form>
  );
}

type Fault = 'purpose' | 'elements' | 'threshold' | 'dailyQuota' | 'hours' | 'networks' | 'validFrom' | 'validUntil';

function elementsOf({ methods }: Draft) {
  return (Object.keys(ELEMENTS) as Element[]).flatMap((element) => {
    const method = methods[element];
    return method ? [{ element, method }] : [];
  });
}

const scores = (draft: Draft) => elementsOf(draft).some(({ method }) => method === 'score');

function hoursOf({ from, until }: Draft): { from: number; until: number } | null | 'wrong' {
  if (from.trim() === '' && until.trim() === '') return null;
  const [begins, ends] = [readClock(from), readClock(until)];
  return begins === null || ends === null || begins === ends || begins === 1440
    ? 'wrong'
    : { from: begins, until: ends };
}

function faultsOf(draft: Draft, agreement: Agreement): Fault[] {
  const elements = elementsOf(draft);
  const threshold = Number(draft.threshold);
  const quota = readCount(draft.quota);
  const networks = linesOf(draft.networks);
  const scored = scores(draft);
  return [
    ...(draft.purpose === '' ? (['purpose'] as const) : []),
    ...(elements.length === 0 || beyondAgreed(elements, agreement.contents!.elements) ? (['elements'] as const) : []),
    ...(scored && !(threshold >= 50 && threshold <= 100 && threshold % 10 === 0) ? (['threshold'] as const) : []),
    ...(Number.isInteger(quota) && quota >= 1 && quota <= 100_000_000 ? [] : (['dailyQuota'] as const)),
    ...(hoursOf(draft) === 'wrong' ? (['hours'] as const) : []),
    ...(networks.length === 0 || networks.some((line) => readNetwork(line) === null) ? (['networks'] as const) : []),
    ...(draft.validFrom === '' || draft.validFrom < agreement.validFrom! ? (['validFrom'] as const) : []),
    ...(draft.validUntil === '' || draft.validUntil > agreement.validUntil! || draft.validUntil < draft.validFrom
      ? (['validUntil'] as const)
      : []),
  ];
}

function grantOf(draft: Draft, agreement: Agreement, old: Grant | null) {
  const hours = hoursOf(draft);
  return {
    agreementId: agreement.id,
    purpose: draft.purpose as Purpose,
    elements: elementsOf(draft),
    threshold: scores(draft) ? Number(draft.threshold) : null,
    dailyQuota: readCount(draft.quota),
    hours: hours === 'wrong' ? null : hours,
    networks: linesOf(draft.networks),
    regionCode: draft.regionCode.trim() || null,
    dpop: draft.dpop,
    signed: draft.signed,
    tells: [...draft.tells],
    validFrom: draft.validFrom,
    validUntil: draft.validUntil,
    replaces: old?.id ?? null,
  };
}

/** What will happen, said from what is typed. */
function Sentence({ page, draft, agreement }: { page: InstitutionPage; draft: Draft; agreement: Agreement }) {
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

function What({ draft, set, fault, agreement, fixed }: Part & { agreement: Agreement; fixed: boolean }) {
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

function Bounds({ page, draft, set, fault }: Part & { page: InstitutionPage }) {
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
      <TextField
        label={say('regionCode')}
        hint={page.place ? say('regionCode.own', { place: page.place }) : say('regionCode.hint')}
        name="regionCode"
        inputMode="numeric"
        className="short"
        autoComplete="off"
        maxLength={4}
        value={draft.regionCode}
        error={fault('regionCode')}
        onChange={(event) => set({ regionCode: event.target.value.replaceAll(/[^0-9]/g, '') })}
      />
    </FormSection>
  );
}

function Telling({ draft, set }: Omit<Part, 'fault'>) {
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
