import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useForm, type FieldPath } from 'react-hook-form';
import { useState } from 'react';
import type { z } from 'zod';
import { listOfficesContract, openOfficeContract } from '../../../src/register/office/contract.ts';
import { fixedRegion, mayHead } from '../../../src/register/office/rules.ts';
import { newOffice, OFFICE_KINDS, type ListedOffice, type OfficeKind } from '../../../src/register/office/schema.ts';
import type { Region } from '../../../src/register/region/schema.ts';
import { useAct } from '../../kit/act.ts';
import { DateField } from '../../kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary, FormSection, placeFaults } from '../../kit/form-section.tsx';
import { RegionPicker } from '../../kit/region-picker.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { validated } from '../../kit/validated.ts';
import { useHouse } from '../house.tsx';
import { useServiceWords } from '../officer/words.ts';
import { useRegionSearch } from '../regions.ts';
import { useSession } from '../session.tsx';
import { texts } from './texts.ts';
import { ZONES } from './zones.ts';

type Values = z.input<typeof newOffice>;
const FORM = 'kantor.buka';
const FIELDS = ['kind', 'name', 'regionCode', 'parentId', 'zone', 'openedOn', 'legalBasis'] as const;
const EMPTY: Values = {
  kind: 'unit',
  name: '',
  regionCode: '',
  zone: 'Asia/Jakarta',
  parentId: '',
  openedOn: '',
  legalBasis: '',
};
/** There is one Directorate General, and it is there from the first migration. */
const KINDS = (Object.keys(OFFICE_KINDS) as OfficeKind[]).filter((kind) => kind !== 'ditjen');
/** Units of the centre and missions are opened by who answers for the nation. */
const kindsFor = (region: string | null) =>
  region === '' ? KINDS : KINDS.filter((kind) => fixedRegion(kind) === undefined);

/** A new office under another one, of a kind and for a region that fit one another. */
export function OpenOffice() {
  const say = useSay(texts);
  const kitSay = useSay(kitTexts);
  const words = useServiceWords();
  const navigate = useNavigate();
  const { client, queries } = useHouse();
  const { officer, office } = useSession();
  const { state, run } = useAct(client, openOfficeContract);
  const [region, setRegion] = useState<Region | null>(null);
  const search = useRegionSearch();
  const own = (key: string) => (key === 'fault.date' ? kitSay('date.shape') : words.fault(key));
  const form = useForm<Values>({
    resolver: validated(newOffice, kitSay, own),
    defaultValues: { ...EMPTY, ...readDraft<Values>(officer.id, FORM), regionCode: '', parentId: '' },
  });
  const values = form.watch();
  const kept = useDraft(officer.id, FORM, values, form.formState.isDirty);
  const fixed = fixedRegion(values.kind);
  const abroad = fixed === null;
  // Of a kind that has one region nothing is chosen; before a choice no office fits.
  const regionCode = fixed === undefined ? values.regionCode || undefined : fixed;
  const parents = useParents(values.kind, regionCode);
  const { errors } = form.formState;
  const set = <Name extends FieldPath<Values>>(name: Name, value: never) =>
    form.setValue(name, value, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  const send = form.handleSubmit(async (given) => {
    if (state.at === 'sending') return;
    const made = await run(
      { ...given, regionCode: fixed === undefined ? given.regionCode : fixed, legalBasis: given.legalBasis || null },
      { onRefused: (problem) => placeFaults(problem, FIELDS, form.setError) },
    );
    if (!made) return;
    dropDraft(officer.id, FORM);
    await queries.invalidateQueries({ queryKey: ['offices'] });
    await navigate({ to: `/petugas/kantor/${made.id}` as '/petugas' });
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        if (fixed === undefined && region === null) form.setError('regionCode', { message: kitSay('fault.required') });
        void send(event);
      }}
    >
      <p className="soft">
        <Link to={'/petugas/kantor' as '/petugas'}>{say('back')}</Link>
      </p>
      <h1 className="page-title" tabIndex={-1}>
        {say('open')}
      </h1>
      <ErrorSummary
        problem={state.at === 'refused' ? state.problem : null}
        faults={FIELDS.flatMap((name) =>
          errors[name]?.message ? [{ name, label: say(`label.${name}`), message: errors[name].message }] : [],
        )}
      />
      <FormSection title={say('section.what')} about={say('section.what.about')}>
        <ChoiceField
          label={say('kind')}
          required
          choices={kindsFor(office.regionCode).map((kind) => ({ value: kind, label: words.kind(kind) }))}
          error={errors.kind?.message}
          {...form.register('kind')}
        />
        <TextField label={say('name')} required error={errors.name?.message} {...form.register('name')} />
      </FormSection>
      <FormSection title={say('section.where')} about={say('section.where.about')}>
        {fixed !== undefined && <p>{say(abroad ? 'region.isAbroad' : 'region.isNation')}</p>}
        {fixed === undefined && (
          <RegionPicker
            label={say('region')}
            required
            name="regionCode"
            search={search}
            value={region}
            error={errors.regionCode?.message}
            onChange={(chosen) => {
              setRegion(chosen);
              set('regionCode', (chosen?.code ?? '') as never);
              if (chosen) set('zone', chosen.zone as never);
              set('parentId', '' as never);
            }}
          />
        )}
        <ChoiceField
          label={say('parent')}
          hint={say(parents.length === 0 ? 'parent.none' : 'parent.hint')}
          required
          none={say('parent.choose')}
          choices={parents.map((office) => ({ value: office.id, label: office.name }))}
          error={errors.parentId?.message}
          {...form.register('parentId')}
        />
        {abroad ? (
          <TextField
            label={say('zone')}
            hint={say('zone.hint')}
            error={errors.zone?.message}
            {...form.register('zone')}
          />
        ) : (
          <ChoiceField label={say('zone')} choices={ZONES} error={errors.zone?.message} {...form.register('zone')} />
        )}
      </FormSection>
      <FormSection title={say('section.since')}>
        <DateField
          label={say('opened')}
          required
          value={values.openedOn}
          error={errors.openedOn?.message}
          onChange={(date) => set('openedOn', date as never)}
        />
        <TextField
          label={say('legalBasis')}
          hint={say('legalBasis.hint')}
          error={errors.legalBasis?.message}
          {...form.register('legalBasis')}
        />
        <Submit state={state} busy={say('busy')}>
          {say('open.do')}
        </Submit>
        {kept && <p className="soft">{kitSay('form.draftKept')}</p>}
      </FormSection>
    </form>
  );
}

/** The offices that may head one of this kind in this region, by the same rule as the server's; none before a region is chosen. */
function useParents(kind: OfficeKind, regionCode: string | null | undefined): readonly ListedOffice[] {
  const { client } = useHouse();
  const province = regionCode?.slice(0, 2) ?? '';
  const query = useQuery({
    queryKey: ['offices', 'heads', kind, province],
    enabled: regionCode !== undefined,
    queryFn: async () => {
      const kinds: readonly string[] = OFFICE_KINDS[kind].above;
      const lists = await Promise.all(
        kinds.map((above) =>
          client.call(listOfficesContract, {
            kind: above as OfficeKind,
            ...(fixedRegion(above as OfficeKind) === undefined ? { region: province } : {}),
          }),
        ),
      );
      return lists.flatMap((list) => list.offices);
    },
  });
  if (regionCode === undefined) return [];
  return (query.data ?? []).filter((office) => mayHead(office, kind, regionCode));
}
