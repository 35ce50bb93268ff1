import { plain } from '../../kit/plain.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState, type FormEvent } from 'react';
import { changeDetailsContract, draftApplicationContract } from '../../../src/register/application/contract.ts';
import { requirementsOf, SERVICE_KINDS, SERVICES, type ServiceKind } from '../../../src/register/application/rules.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary, FormSection } from '../../kit/form-section.tsx';
import { Empty, Failing, Loading } from '../../kit/states.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay, type Say } from '../../kit/text.tsx';
import { ChoiceField, TextField } from '../../kit/text-field.tsx';
import { texts as kitTexts } from '../../kit/texts.ts';
import { useTell } from '../../kit/toasts.tsx';
import { useAddressPart, useFilter } from '../address.ts';
import { detailsOf, EMPTY_DRAFT, faultsOf, startOf, type EventDraft, type Faults } from '../event/draft.ts';
import { EventFields } from '../event/event-fields.tsx';
import { INSIDE, labelOfPath } from '../event/labels.ts';
import { texts as eventTexts, type EventTextKey } from '../event/texts.ts';
import { useEventWords } from '../event/words.ts';
import { useHouse } from '../house.tsx';
import { usePersonAtHand } from '../register/person-at-hand.ts';
import { PersonField, type Picked } from '../register/picker/person-field.tsx';
import { useRegisterWords } from '../register/words.ts';
import { useHouseDay, useSession } from '../session.tsx';
import { eventOf, useApplication, type ApplicationView } from './read.ts';
import { ArrivalFields } from './arrival-fields.tsx';
import { arrivalFaults, arrivalSent } from './arrival-values.ts';
import { BiodataFields } from './biodata-fields.tsx';
import { biodataFaults, biodataSent } from './biodata-values.ts';
import { CardFields } from './card-fields.tsx';
import { cardFaults, cardSent, isCardKind } from './card-values.ts';
import { useDraftFrom } from './draft-from.ts';
import { texts } from './texts.ts';

const PURPOSE = 'service';

interface FormDraft {
  readonly kind: ServiceKind | '';
  readonly applicant: Picked | null;
  readonly contact: string;
  readonly event: EventDraft;
  readonly note: string;
  readonly move: string;
}

const NEW: FormDraft = { kind: '', applicant: null, contact: '', event: EMPTY_DRAFT, note: '', move: '' };

/** A new application; from a person's page (`?pemohon=`) he is the applicant already, and `?layanan=` says what he asks for. */
export function NewApplication() {
  const say = useSay(texts);
  const { officer } = useSession();
  const atHand = usePersonAtHand('pemohon', PURPOSE);
  const [wanted] = useFilter('layanan');
  const kind = SERVICE_KINDS.find((each) => each === wanted) ?? '';
  // One draft for each applicant: beginning with the next in the queue must not lay itself over the one before.
  const form = atHand.ref ? `permohonan.baru.${atHand.ref}` : 'permohonan';
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('new.title')}
      </h1>
      {atHand.error ? (
        <Failing error={atHand.error} again={atHand.again} />
      ) : atHand.ready ? (
        <ApplicationForm
          key={form}
          form={form}
          start={readDraft<FormDraft>(officer.id, form) ?? { ...NEW, kind, applicant: atHand.picked }}
          edited={null}
        />
      ) : (
        <Loading lines={6} />
      )}
    </>
  );
}

/** Changes what a draft, or an application that was returned, asks for. */
export function EditApplication() {
  const id = useAddressPart('applicationId');
  const say = useSay(texts);
  const query = useApplication(id);
  const words = useEventWords();
  const from = useDraftFrom(query.data);
  const back = (
    <Link to={'/petugas/permohonan/$applicationId' as '/petugas'} params={{ applicationId: id } as never}>
      {say('edit.back')}
    </Link>
  );
  const editable = query.data?.state === 'draft' || query.data?.state === 'incomplete';
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {say('edit.title')}
      </h1>
      {query.error ? (
        <Failing error={query.error} again={() => void query.refetch()} />
      ) : query.data && !editable ? (
        <Empty will={say('edit.not')} how={back} />
      ) : query.data && from ? (
        <>
          <p className="soft">
            {query.data.applicantName} · {words.service(query.data.kind)} · {query.data.number}
          </p>
          <ApplicationForm
            form={`permohonan.${id}`}
            edited={query.data}
            start={{
              kind: query.data.kind,
              applicant: null,
              contact: query.data.contact ?? '',
              event: from,
              note: plain(query.data.details['note']),
              move: plain(query.data.details['move']),
            }}
          />
          <p className="more">{back}</p>
        </>
      ) : (
        <Loading lines={10} />
      )}
    </>
  );
}

function ApplicationForm({
  form,
  start,
  edited,
}: {
  /** The draft's name on the device. */
  form: string;
  start: FormDraft;
  edited: ApplicationView | null;
}) {
  const say = useSay(texts);
  const sayEvent = useSay(eventTexts);
  const kit = useSay(kitTexts);
  const words = useEventWords();
  const registerWords = useRegisterWords();
  const tell = useTell();
  const { client } = useHouse();
  const { officer } = useSession();
  const day = useHouseDay();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(start);
  const [touched, setTouched] = useState(false);
  const [refusedFor, setRefusedFor] = useState<Faults>({});
  const [missed, setMissed] = useState<readonly string[]>([]);
  const drafting = useAct(client, draftApplicationContract);
  const changing = useAct(client, changeDetailsContract);
  const kept = useDraft(officer.id, form, draft, touched);
  const set = (part: Partial<FormDraft>) => {
    setTouched(true);
    setDraft((now) => ({ ...now, ...part }));
  };
  const changeEvent = useCallback((how: (now: EventDraft) => EventDraft) => {
    setTouched(true);
    setDraft((now) => ({ ...now, event: how(now.event) }));
  }, []);
  const event = draft.kind === '' ? null : eventOf(draft.kind);

  const details = () => {
    if (draft.kind === 'arrival') return arrivalSent(draft.move, draft.event);
    if (draft.kind === 'biodata.new') return biodataSent(draft.event.details);
    if (isCardKind(draft.kind)) return cardSent(draft.kind, draft.event.details);
    if (!event) return draft.note.trim() ? { note: draft.note.trim() } : {};
    const { occurredOn, reportedOn, village } = draft.event;
    return {
      occurredOn,
      ...(reportedOn ? { reportedOn } : {}),
      ...(village ? { villageCode: village.code } : {}),
      ...detailsOf(event, draft.event),
    };
  };
  const own = (): Faults => ({
    ...(edited || draft.applicant ? {} : { applicant: 'field.needed' }),
    ...(draft.kind === '' ? { kind: 'field.needed' } : {}),
    ...(draft.kind === 'arrival' ? arrivalFaults(draft.move, draft.event) : {}),
    ...(draft.kind === 'biodata.new' ? biodataFaults(draft.event.details, day) : {}),
    ...(isCardKind(draft.kind) ? cardFaults(draft.kind, draft.event.details) : {}),
    ...(event ? faultsOf(event, draft.event) : {}),
  });
  // What was missed when it was pressed is said until it is there, not until it is pressed again.
  const lacking = Object.entries(own()).filter(([path]) => missed.includes(path));
  const faults: Faults = {
    ...refusedFor,
    ...Object.fromEntries(lacking.map(([path, key]) => [path, words.fault(key)])),
  };
  const send = async (submitted: FormEvent) => {
    submitted.preventDefault();
    const found = Object.keys(own());
    setMissed(found);
    setRefusedFor({});
    if (found.length > 0 || drafting.state.at === 'sending' || changing.state.at === 'sending') return;
    const contact = draft.contact.trim() || null;
    const options = {
      onRefused: (problem: { errors: readonly { path: string; message: string }[] }) =>
        setRefusedFor(Object.fromEntries(problem.errors.map(({ path, message }) => [path, message]))),
    };
    const done = edited
      ? await changing.run({ id: edited.id, details: details(), contact }, options)
      : await drafting.run(
          {
            kind: draft.kind as ServiceKind,
            applicant: draft.applicant!.ref,
            contact,
            details: details(),
            ...(draft.event.village ? { villageCode: draft.event.village.code } : {}),
          },
          options,
        );
    if (!done) return;
    dropDraft(officer.id, form);
    setTouched(false);
    if (edited) tell('done', say('edit.done'));
    await queries.invalidateQueries({ queryKey: ['application', done.id] });
    void navigate({
      to: '/petugas/permohonan/$applicationId' as '/petugas',
      params: { applicationId: done.id } as never,
    });
  };
  const act = edited ? changing : drafting;
  const label = (path: string) => {
    if (path === 'applicant') return say('new.who');
    if (path === 'kind') return say('new.kind');
    if (path === 'details.move') return say('new.move');
    if (isCardKind(draft.kind)) return cardLabel(path, say, sayEvent);
    if (draft.kind === 'biodata.new' && !path.startsWith('details.seat'))
      return registerWords.element(path.split('.').at(-1)!);
    if (path === 'details.seat.card' || path === 'details.seat.relation')
      return say(`seat.${path.slice(13)}` as 'seat.card');
    if (path === 'details.card') return say('arrival.card');
    if (path.startsWith('details.address')) return say('arrival.address');
    return event ? labelOfPath(event, path, words, sayEvent) : say('new.arrivedOn');
  };
  return (
    <form noValidate onSubmit={(submitted) => void send(submitted)}>
      <ErrorSummary
        problem={act.state.at === 'refused' ? act.state.problem : null}
        faults={Object.entries(faults).map(([path, message]) => ({ name: path, label: label(path), message }))}
      />
      <FormSection title={say('new.applicant')}>
        {!edited && (
          <>
            <PersonField
              label={say('new.who')}
              name="applicant"
              required
              error={faults['applicant']}
              value={draft.applicant}
              onChange={(applicant) => set({ applicant })}
            />
            <ChoiceField
              label={say('new.kind')}
              name="kind"
              required
              error={faults['kind']}
              none={say('choose')}
              choices={SERVICE_KINDS.map((kind) => ({ value: kind, label: words.service(kind) }))}
              value={draft.kind}
              onChange={(chosen) => {
                const kind = chosen.target.value as ServiceKind | '';
                const next = kind === '' ? null : eventOf(kind);
                setMissed([]);
                setRefusedFor({});
                set({ kind, event: { ...(next ? startOf(next) : EMPTY_DRAFT), village: draft.event.village } });
              }}
            />
            {draft.kind !== '' && <Needs kind={draft.kind} />}
          </>
        )}
        <TextField
          label={say('new.contact')}
          hint={say('new.contact.hint')}
          name="contact"
          autoComplete="off"
          maxLength={120}
          value={draft.contact}
          onChange={(typed) => set({ contact: typed.target.value })}
        />
      </FormSection>
      {event && <EventFields key={event} kind={event} draft={draft.event} faults={faults} onChange={changeEvent} />}
      {draft.kind === 'arrival' && (
        <ArrivalFields
          move={draft.move}
          event={draft.event}
          faults={faults}
          onMove={(move) =>
            set({ move, event: { ...draft.event, details: { ...draft.event.details, movers: undefined } } })
          }
          onChange={changeEvent}
        />
      )}
      {isCardKind(draft.kind) && (
        <CardFields
          kind={draft.kind}
          draft={draft.event.details}
          faults={faults}
          onChange={(part) => changeEvent((now) => ({ ...now, details: { ...now.details, ...part } }))}
        />
      )}
      {draft.kind === 'biodata.new' && (
        <BiodataFields
          draft={draft.event.details}
          faults={faults}
          onChange={(part) => changeEvent((now) => ({ ...now, details: { ...now.details, ...part } }))}
        />
      )}
      {draft.kind === 'family_card.lost' && (
        <FormSection title={say('new.details')}>
          <TextField
            label={say('new.note')}
            hint={say('new.note.hint')}
            name="details.note"
            maxLength={500}
            value={draft.note}
            onChange={(typed) => set({ note: typed.target.value })}
          />
        </FormSection>
      )}
      <div className="row acts">
        <Submit state={act.state} busy={say('new.saving')}>
          {say(edited ? 'edit.save' : 'new.save')}
        </Submit>
        <span className="soft" role="status">
          {kept ? kit('form.draftKept') : ''}
        </span>
      </div>
    </form>
  );
}

/** The label of a field of a card by the path that the server names. */
function cardLabel(path: string, say: Say<keyof typeof texts.id>, sayEvent: Say<EventTextKey>): string {
  const [, name = '', inside = ''] = path.split('.');
  const own = `card.${name}` in texts.id ? say(`card.${name}` as 'card.members') : say('act.reason');
  const within = INSIDE[inside];
  return within ? `${own}, ${sayEvent(within)}` : own;
}

/** What the service asks for and how long it takes, before anything is filled in. */
function Needs({ kind }: { kind: ServiceKind }) {
  const say = useSay(texts);
  const words = useEventWords();
  const names = (needed: boolean) =>
    requirementsOf(kind)
      .filter((requirement) => requirement.needed === needed)
      .map(({ code }) => words.document(code))
      .join(', ');
  const sometimes = names(false);
  return (
    <div className="note">
      <p>
        {say('new.documents', { names: names(true) })} {sometimes && say('new.sometimes', { names: sometimes })}{' '}
        {say('new.days', { days: SERVICES[kind].days })}
      </p>
    </div>
  );
}
