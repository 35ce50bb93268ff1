import { useEffect, useRef, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { IdentityStrip } from '../../../kit/identity-strip.tsx';
import { isTyping } from '../../../kit/keys.ts';
import { Loading } from '../../../kit/states.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useSession } from '../../session.tsx';
import type { Device } from '../station/device.ts';
import type { Captured } from './captured.ts';
import { CheckStep } from './check/check-step.tsx';
import { Sealed } from './check/sealed.tsx';
import { STEPS, isDone, type Step } from './check/rules.ts';
import { dropDraft, listDrafts, openDraft, type Draft } from './draft.ts';
import { FaceStep } from './face/face-step.tsx';
import { Fingers } from './fingers.tsx';
import { Irises } from './irises.tsx';
import { PATHS } from './paths.ts';
import { findWaiting, wasSealed } from './seal.ts';
import { SignatureStep } from './signature/signature-step.tsx';
import { StepLine } from './step-line.tsx';
import type { Subject } from './subject.ts';
import { texts } from './texts.ts';
import { useRecording, type DraftState } from './use-recording.ts';

interface Begun {
  readonly draft: Draft;
  readonly captured: readonly Captured[];
  /** The packet in which he is recorded here already: it waits, or the device went down right after the seal. */
  readonly sealed: string | null;
}

/** One person before the station, from the face to the seal. A draft of him that is on the device is taken up again. */
export function Recording({
  device,
  subject,
  purpose,
}: {
  device: Device;
  subject: Subject;
  /** Why he was opened, in words. */
  purpose: string;
}) {
  const { officer } = useSession();
  const [begun, setBegun] = useState<Begun | null>(null);
  useEffect(() => {
    let left = false;
    void begin(officer.id, subject).then((found) => left || setBegun(found));
    return () => {
      left = true;
    };
    // Who he is does not change while he is recorded; a look that comes anew must not begin anew.
  }, [officer.id, subject.nik]);
  return (
    <>
      <Strip subject={subject} purpose={purpose} />
      {begun === null ? (
        <Loading lines={8} />
      ) : begun.sealed ? (
        <Sealed packet={begun.sealed} />
      ) : (
        <Steps device={device} begun={begun} />
      )}
    </>
  );
}

async function begin(officer: string, subject: Subject): Promise<Begun> {
  const fresh: Draft = { id: crypto.randomUUID(), subject, officer, begun: Date.now(), capturedAt: null };
  try {
    const found = (await listDrafts(officer)).find((draft) => draft.subject.nik === subject.nik);
    const sealed = (found && (await wasSealed(found))) ?? (await findWaiting(subject.nik));
    if (found && sealed) await dropDraft(found.id);
    if (!found || sealed) return { draft: fresh, captured: [], sealed };
    return { draft: { ...found, subject }, captured: await openDraft(found.id), sealed: null };
  } catch {
    // A device that keeps nothing: the page says so as soon as there is something to keep.
    return { draft: fresh, captured: [], sealed: null };
  }
}

function Strip({ subject, purpose }: { subject: Subject; purpose: string }) {
  const say = useSay(texts);
  return (
    <IdentityStrip
      name={subject.name}
      nik={subject.nik}
      facts={subject.facts}
      purpose={purpose}
      state={
        <Tag standing={subject.from === 'register' ? 'done' : 'waiting'}>{say(`subject.from.${subject.from}`)}</Tag>
      }
      links={
        subject.ref &&
        subject.from === 'register' && (
          <Link to={PATHS.person} params={{ ref: subject.ref } as never}>
            {say('toPerson')}
          </Link>
        )
      }
    />
  );
}

function Steps({ device, begun }: { device: Device; begun: Begun }) {
  const say = useSay(texts);
  const { captured, state, put, remove, mark, drop } = useRecording(begun.draft, begun.captured);
  const [step, setStep] = useState<Step>(() => STEPS.find((each) => !isDone(each, begun.captured)) ?? 'check');
  const [packet, setPacket] = useState<string | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useRef(false);
  const go = (next: Step) => {
    arrived.current = true;
    setStep(next);
  };
  useEffect(() => {
    // The step that had the focus is gone; the next is read out. Not at the beginning, where the strip is.
    if (arrived.current) heading.current?.focus({ preventScroll: true });
  }, [step]);
  useStepKeys(go);
  if (packet) return <Sealed packet={packet} />;
  if (cancelled) return <Cancelled />;
  const part = { captured, put, remove };
  const next = () => go(STEPS[STEPS.indexOf(step) + 1] ?? 'check');
  return (
    <div className="capture">
      <StepLine step={step} captured={captured} onStep={go} />
      <section aria-labelledby="step-title">
        <h2 id="step-title" tabIndex={-1} ref={heading}>
          {say(`step.${step}`)}
        </h2>
        {step === 'face' && <FaceStep {...part} onNext={next} />}
        {step === 'fingers' && <Fingers {...part} />}
        {step === 'irises' && <Irises {...part} />}
        {step === 'signature' && <SignatureStep {...part} onNext={next} />}
        {step === 'check' && (
          <CheckStep
            {...part}
            device={device}
            draft={begun.draft}
            onStep={go}
            mark={mark}
            drop={drop}
            onSealed={setPacket}
          />
        )}
        {(step === 'fingers' || step === 'irises') && (
          <p className="onwards">
            <button type="button" className={isDone(step, captured) ? 'btn' : 'btn quiet'} onClick={next}>
              {say(`${step}.next`)}
            </button>
          </p>
        )}
      </section>
      <Foot state={state} onCancel={() => void drop().then(() => setCancelled(true))} />
    </div>
  );
}

/** 1 to 5 go to the steps; inside a field they are digits. */
function useStepKeys(go: (step: Step) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const step = STEPS[Number(event.key) - 1];
      if (!step || isTyping(event)) return;
      event.preventDefault();
      go(step);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}

function Foot({ state, onCancel }: { state: DraftState; onCancel: () => void }) {
  const say = useSay(texts);
  const [asked, setAsked] = useState(false);
  return (
    <footer className="foot">
      <p className="soft" role="status">
        {state !== 'none' && say(`draft.${state}`)}
      </p>
      {asked ? (
        <div className="row" role="group" aria-label={say('cancel.ask')}>
          <span>{say('cancel.ask')}</span>
          <button type="button" className="btn stop" onClick={onCancel}>
            {say('cancel.yes')}
          </button>
          <button type="button" className="btn quiet" autoFocus onClick={() => setAsked(false)}>
            {say('cancel.no')}
          </button>
        </div>
      ) : (
        <button type="button" className="btn plain" onClick={() => setAsked(true)}>
          {say('cancel')}
        </button>
      )}
    </footer>
  );
}

function Cancelled() {
  const say = useSay(texts);
  return (
    <div className="note" role="status">
      <p>{say('cancelled')}</p>
      <p>
        <Link to={PATHS.start}>{say('toStart')}</Link>
      </p>
    </div>
  );
}
