import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { checkDuplicatesContract } from '../../../src/register/resident/contract.ts';
import type { FoundPerson } from '../../../src/register/resident/schema.ts';
import { previewEventContract, recordEventContract } from '../../../src/register/civil-event/contract.ts';
import { RECORDABLE, type RecordableKind } from '../../../src/register/civil-event/schema.ts';
import type { AnswerOf, CallOf } from '../../../src/core/http/contract.ts';
import { useAct } from '../../kit/act.ts';
import { dropDraft, readDraft, useDraft } from '../../kit/draft.ts';
import { ErrorSummary } from '../../kit/form-section.tsx';
import type { Problem } from '../../kit/problem.ts';
import { Empty, Failing, Loading } from '../../kit/states.tsx';
import { Submit } from '../../kit/submit.tsx';
import { useSay } from '../../kit/text.tsx';
import { useAddressPart } from '../address.ts';
import { useHouse } from '../house.tsx';
import type { Picked } from '../register/picker/person-field.tsx';
import { useSession } from '../session.tsx';
import { useBeginning } from './beginning.ts';
import { detailsOf, faultsOf, type EventDraft, type Faults } from './draft.ts';
import { EventFields } from './event-fields.tsx';
import { labelOfPath } from './labels.ts';
import { Outcome } from './outcome.tsx';
import { PURPOSE } from './parts.tsx';
import { Preview } from './preview.tsx';
import { texts } from './texts.ts';
import { Twins } from './twins.tsx';
import { useEventWords } from './words.ts';

/** Records one event: the report, what will follow from it, and only then the act. */
export function RecordEvent() {
  const kind = useAddressPart('kind');
  const say = useSay(texts);
  const [again, setAgain] = useState(0);
  if (!(RECORDABLE as readonly string[]).includes(kind)) {
    return (
      <>
        <h1 className="page-title">{say('choose.title')}</h1>
        <Empty
          will={say('form.unknown')}
          how={<Link to={'/petugas/peristiwa-baru' as '/petugas'}>{say('form.other')}</Link>}
        />
      </>
    );
  }
  return <Begun key={`${kind}${again}`} kind={kind as RecordableKind} onAgain={() => setAgain(again + 1)} />;
}

function Begun({ kind, onAgain }: { kind: RecordableKind; onAgain: () => void }) {
  const words = useEventWords();
  const { form, start, error, again } = useBeginning(kind);
  if (start) return <RecordOne key={form} kind={kind} form={form} start={start} onAgain={onAgain} />;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {words.kind(kind)}
      </h1>
      {error ? <Failing error={error} again={again} /> : <Loading lines={8} />}
    </>
  );
}

type Recording = CallOf<typeof recordEventContract>;
type Would = AnswerOf<typeof previewEventContract>;
type Recorded = AnswerOf<typeof recordEventContract>;

function RecordOne({
  kind,
  form,
  start,
  onAgain,
}: {
  kind: RecordableKind;
  form: string;
  start: EventDraft;
  onAgain: () => void;
}) {
  const say = useSay(texts);
  const words = useEventWords();
  const { client } = useHouse();
  const { officer } = useSession();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<EventDraft>(() => readDraft<EventDraft>(officer.id, form) ?? start);
  const [touched, setTouched] = useState(false);
  const [refusedFor, setRefusedFor] = useState<Faults>({});
  const [missed, setMissed] = useState<readonly string[]>([]);
  const [seen, setSeen] = useState<{ of: string; would: Would } | null>(null);
  const [twins, setTwins] = useState<readonly FoundPerson[]>([]);
  const [looked, setLooked] = useState<readonly string[]>([]);
  const [done, setDone] = useState<Recorded | null>(null);
  const previewing = useAct(client, previewEventContract);
  const recording = useAct(client, recordEventContract);
  const result = useRef<HTMLDivElement>(null);
  const kept = useDraft(officer.id, form, draft, touched && !done);

  const change = useCallback((how: (now: EventDraft) => EventDraft) => {
    setTouched(true);
    setDraft(how);
  }, []);
  const given: Recording = {
    kind,
    occurredOn: draft.occurredOn,
    ...(draft.reportedOn ? { reportedOn: draft.reportedOn } : {}),
    villageCode: draft.village?.code ?? '',
    details: detailsOf(kind, draft),
    looked: [...looked],
  };
  const now = JSON.stringify(given);
  const fresh = seen?.of === now ? seen.would : null;

  // What was missed when it was pressed is said until it is there, not until it is pressed again.
  const own = Object.entries(faultsOf(kind, draft)).filter(([path]) => missed.includes(path));
  const faults: Faults = { ...refusedFor, ...Object.fromEntries(own.map(([path, key]) => [path, words.fault(key)])) };

  const placeRefusal = (problem: Problem) => {
    setRefusedFor(Object.fromEntries(problem.errors.map((fault) => [fault.path, fault.message])));
    setSeen(null);
    if (problem.code === 'civil_event.likely_duplicates') void findTwins();
  };
  const findTwins = async () => {
    const { name, birthPlace, sex, mother } = draft.details as Record<string, string> & { mother?: Picked };
    const likely = await client
      .call(
        checkDuplicatesContract,
        {
          name: name ?? '',
          birthPlace: birthPlace ?? '',
          sex: Number(sex),
          birthDate: draft.occurredOn,
          motherName: mother && !mother.masked ? mother.name : null,
        },
        { purpose: PURPOSE },
      )
      .catch(() => null);
    setTwins(likely?.people ?? []);
  };
  const preview = async () => {
    if (previewing.state.at === 'sending') return;
    const lacking = Object.keys(faultsOf(kind, draft));
    setMissed(lacking);
    setRefusedFor({});
    previewing.reset();
    recording.reset();
    if (lacking.length > 0) return;
    const would = await previewing.run(given, { purpose: PURPOSE, onRefused: placeRefusal, patienceMs: 20_000 });
    if (!would) return;
    setTwins([]);
    setSeen({ of: now, would });
    requestAnimationFrame(() => {
      result.current?.focus();
      result.current?.scrollIntoView({ block: 'start' });
    });
  };
  const record = async () => {
    if (recording.state.at === 'sending') return;
    const recorded = await recording.run(given, { purpose: PURPOSE, onRefused: placeRefusal });
    if (!recorded) return;
    dropDraft(officer.id, form);
    setDone(recorded);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('main h1')?.focus());
  };
  const clear = () => {
    dropDraft(officer.id, form);
    onAgain();
  };

  const next = () => {
    // The next report is about somebody else.
    void navigate({ to: '.', search: {} as never, replace: true });
    onAgain();
  };

  if (done) return <Outcome kind={kind} draft={draft} recorded={done} onAgain={next} />;
  const refused = [recording.state, previewing.state].find((state) => state.at === 'refused');
  const lines = Object.entries(faults).map(([path, message]) => ({
    name: path,
    label: labelOfPath(kind, path, words, say),
    message,
  }));
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {words.kind(kind)}
      </h1>
      <p className="lead">{say(`leads.${kind}`)}</p>
      <Instead kind={kind} />
      <ErrorSummary problem={refused?.at === 'refused' ? refused.problem : null} faults={lines} />
      <Twins
        people={twins}
        looked={looked}
        onLook={(ref) => setLooked(looked.includes(ref) ? looked.filter((each) => each !== ref) : [...looked, ref])}
        onGo={() => void preview()}
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void preview();
        }}
      >
        <EventFields kind={kind} draft={draft} faults={faults} onChange={change} />
        {!fresh && (
          <div className="row acts">
            <Submit state={previewing.state} busy={say('form.previewing')}>
              {say('form.preview')}
            </Submit>
            {touched && (
              <button type="button" className="btn plain" onClick={clear}>
                {say('form.clear')}
              </button>
            )}
            <span className="soft" role="status">
              {kept ? say('form.draft') : ''}
            </span>
          </div>
        )}
        {seen && !fresh && <p className="soft">{say('preview.stale')}</p>}
      </form>
      {fresh && (
        <Preview
          ref={result}
          would={fresh}
          state={recording.state}
          onRecord={() => void record()}
          onChange={() => {
            setSeen(null);
            void navigate({ to: '.', hash: '' });
            document.querySelector<HTMLElement>('main form input, main form select')?.focus();
          }}
        />
      )}
    </>
  );
}

const MUSLIM = { marriage: 'marriage_notification', divorce: 'divorce_notification' } as const;
const OTHERS = { marriage_notification: 'marriage', divorce_notification: 'divorce' } as const;

/** Marriages and divorces are recorded by religion: the way to the other form stands where the wrong one was opened. */
function Instead({ kind }: { kind: RecordableKind }) {
  const say = useSay(texts);
  const words = useEventWords();
  const muslim = MUSLIM[kind as keyof typeof MUSLIM];
  const other = OTHERS[kind as keyof typeof OTHERS];
  const to = muslim ?? other;
  if (!to) return null;
  return (
    <p>
      <Link to={'/petugas/peristiwa-baru/$kind' as '/petugas'} params={{ kind: to } as never} search={true as never}>
        {say(muslim ? 'instead' : 'insteadNot', { kind: words.kind(to) })}
      </Link>
    </p>
  );
}
