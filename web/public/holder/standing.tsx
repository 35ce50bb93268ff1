import type { CardInHand, CardOnItsWay, HolderStep, Standing } from '../../../src/cards/card/holder/schema.ts';
import { StateLine, type Station } from '../../kit/state-line.tsx';
import { Tag, type Standing as Look } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { texts } from './texts.ts';

/** What somebody has and waits for: each with what he has to do. */
export function StandingView({ standing }: { standing: Standing }) {
  const say = useSay(texts);
  const { applications, onItsWay, inHand } = standing;
  return (
    <>
      <p className="soft">{say('holder', { name: standing.holder })}</p>
      {applications.map((application) => (
        <Application key={application.number} application={application} zone={standing.zone} />
      ))}
      {onItsWay && <OnItsWay card={onItsWay} zone={standing.zone} />}
      {inHand.map((card) => (
        <InHand key={`${card.state}${card.since}${card.printedOn}`} card={card} zone={standing.zone} />
      ))}
      {applications.length === 0 && !onItsWay && inHand.length === 0 && (
        <>
          <p>{say('nothing')}</p>
          <ToDo text={say('nothing.how')} />
        </>
      )}
    </>
  );
}

function ToDo({ text }: { text: string }) {
  const say = useSay(texts);
  return (
    <div className="note todo">
      <p>
        <b>{say('todo')}</b>
      </p>
      <p>{text}</p>
    </div>
  );
}

function Application({ application, zone }: { application: Standing['applications'][number]; zone: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const { number, state, office, dueOn } = application;
  const stations: Station[] = [
    { name: say('step.SUBMITTED'), when: 'now', date: dayOf(application.submittedAt, zone), note: office },
    {
      name: say('step.DECIDED'),
      when: 'next',
      who: state === 'incomplete' ? say('who.you') : say('who.office'),
      ...(dueOn && state !== 'incomplete' ? { note: say('application.due', { date: format.date(dueOn) }) } : {}),
    },
  ];
  const title = say('application.title', { number });
  return (
    <section>
      <h2>{title}</h2>
      <StateLine label={title} stations={stations} />
      <ToDo text={say(`application.${state}`, { office })} />
      <p className="no-print">
        <a href="/ikuti-permohonan">{say('application.follow')}</a>
      </p>
    </section>
  );
}

type Stage = 'waiting' | 'checking' | 'shipped' | 'counter' | 'again' | 'ended';

function stageOf({ state, steps, outdated }: CardOnItsWay): Stage {
  if (state === 'ended') return 'ended';
  if (outdated) return 'again';
  switch (steps.at(-1)?.state) {
    case 'PRINTED':
    case 'CHECKED':
      return 'checking';
    case 'SHIPPED':
      return 'shipped';
    case 'AT_COUNTER':
      return 'counter';
    default:
      return 'waiting';
  }
}

const LOOKS = {
  waiting: 'waiting',
  checking: 'waiting',
  shipped: 'waiting',
  counter: 'done',
  again: 'waiting',
  ended: 'stopped',
} as const satisfies Record<Stage, Look>;
const NEXT = {
  waiting: 'next.waiting',
  checking: 'next.checking',
  shipped: 'next.shipped',
  counter: 'next.counter',
  again: 'next.outdated',
  ended: 'next.ended',
} as const satisfies Record<Stage, keyof typeof texts.id>;

function OnItsWay({ card, zone }: { card: CardOnItsWay; zone: string }) {
  const say = useSay(texts);
  const stage = stageOf(card);
  const office = card.steps.at(-1)?.office ?? card.office;
  return (
    <section>
      <h2>{say('making.title')}</h2>
      <p>
        <Tag standing={LOOKS[stage]}>{say(`state.${stage}`)}</Tag>
      </p>
      <StateLine label={say('making.line')} stations={useStations(card, zone)} />
      <ToDo text={say(NEXT[stage], { office })} />
      <dl className="facts">
        {card.number && (
          <>
            <dt>{say('making.number')}</dt>
            <dd className="mono">{card.number}</dd>
          </>
        )}
        <dt>{say('making.kind')}</dt>
        <dd>{say(`kind.${card.kind}`)}</dd>
      </dl>
    </section>
  );
}

const WAY = ['ASKED', 'PRINTED', 'CHECKED', 'SHIPPED', 'AT_COUNTER', 'VALID'] as const;
type OnTheWay = (typeof WAY)[number];
const onTheWay = (step: HolderStep): step is HolderStep & { state: OnTheWay } =>
  (WAY as readonly string[]).includes(step.state);

/** What was, where it is, and what comes: of what is to come only what everybody's card goes through. */
function useStations(card: CardOnItsWay, zone: string): Station[] {
  const say = useSay(texts);
  const been = card.steps.filter(onTheWay);
  const ended = card.state === 'ended';
  const stations = been.map(({ state, at, office }, place): Station => ({
    name: say(`step.${state}`),
    when: !ended && place === been.length - 1 ? 'now' : 'past',
    date: dayOf(at, zone),
    ...(office && { note: state === 'SHIPPED' ? say('step.to', { office }) : office }),
  }));
  if (ended) return [...stations, { name: say('step.ENDED'), when: 'now' }];
  const last = been.at(-1)?.state ?? 'ASKED';
  const coming = WAY.slice(WAY.indexOf(last) + 1).filter((state) => state !== 'SHIPPED');
  return [
    ...stations,
    ...coming.map((state): Station => ({
      name: say(`step.${state}`),
      when: 'next',
      who: say(state === 'VALID' ? 'who.you' : 'who.office'),
    })),
  ];
}

const HAND_LOOKS = {
  VALID: 'done',
  SUSPENDED: 'sealed',
  LOST: 'stopped',
  INVALID: 'stopped',
  TAKEN_IN: 'plain',
  DESTROYED: 'plain',
} as const satisfies Partial<Record<CardInHand['state'], Look>>;
type HandState = keyof typeof HAND_LOOKS;

function InHand({ card, zone }: { card: CardInHand; zone: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const state = card.state as HandState;
  return (
    <section>
      <h2>{say('hand.title')}</h2>
      <p>
        <Tag standing={HAND_LOOKS[state]}>{say(`state.${state}`)}</Tag>
      </p>
      <ToDo text={useToDo(card)} />
      <dl className="facts">
        <dt>{say('hand.since')}</dt>
        <dd>{format.date(dayOf(card.since, zone))}</dd>
        <dt>{say('hand.printed')}</dt>
        <dd>{format.date(card.printedOn)}</dd>
        {(state === 'VALID' || state === 'SUSPENDED') && (
          <>
            <dt>{say('hand.until')}</dt>
            <dd>{card.validUntil ? format.date(card.validUntil) : say('hand.life')}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function useToDo({ state, loss, replaceSince, died }: CardInHand): string {
  const say = useSay(texts);
  const format = useFormat();
  switch (state) {
    case 'SUSPENDED':
      return loss?.mayLift ? say('do.SUSPENDED', { until: format.instant(loss.liftUntil) }) : say('do.late');
    case 'LOST':
      return say('do.LOST');
    case 'INVALID':
      return say(died ? 'do.died' : 'do.INVALID');
    case 'TAKEN_IN':
    case 'DESTROYED':
      return say('do.TAKEN_IN');
    default:
      return replaceSince ? say('do.replace', { date: format.date(replaceSince) }) : say('do.VALID');
  }
}

/** The civil day of an instant where the holder lives. */
function dayOf(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));
}
