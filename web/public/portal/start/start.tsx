import type { Stage } from '../../../../src/sharing/partner/ladder/rules.ts';
import { CHECKS, type StartPage, type Way } from '../../../../src/sharing/portal/start/schema.ts';
import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { sayer, useFormat, useSay } from '../../../kit/text.tsx';
import { useFrame } from '../../frame.ts';
import type { PageOf } from '../../pages.ts';
import { Expiries } from './expiries.tsx';
import { texts } from './texts.ts';

/** Where we stand and what we must do next: the question with which somebody of an institution opens the portal. */
export const Start: PageOf<StartPage> = {
  title: ({ language }) => sayer(texts, language)('title'),
  Page: function StartView({ data }) {
    const say = useSay(texts);
    return (
      <>
        <h1>{data.institution}</h1>
        <Standing data={data} />
        <Stops data={data} />
        <Warnings data={data} />
        <WaySection way={data.way} />
        <Checklist data={data} />
        <section>
          <h2>{say('expiries')}</h2>
          <Expiries expiries={data.expiries} />
        </section>
      </>
    );
  },
};

function Standing({ data: { whyNot, closed } }: { data: StartPage }) {
  const say = useSay(texts);
  if (closed)
    return (
      <p className="note stopped">
        <b>{say('closed')}</b>
      </p>
    );
  return (
    <p className={whyNot === null ? 'note done' : 'note waiting'}>
      {whyNot === null ? say('may_ask') : `${say('may_not')} ${whyNot}`}
    </p>
  );
}

/** Why it was cut off, until when, and what it can do about it. */
function Stops({ data: { stops } }: { data: StartPage }) {
  const say = useSay(texts);
  const format = useFormat();
  if (stops.length === 0) return null;
  return (
    <section aria-labelledby="henti">
      <h2 id="henti">{say('stops')}</h2>
      {stops.map((stop) => (
        <div key={`${stop.cause}${stop.from}`} className="note stopped">
          <p>
            <b>{say(`partner.cause.${stop.cause}`)}</b>,{' '}
            {stop.until
              ? say('stop.term', { from: format.instant(stop.from), until: format.instant(stop.until) })
              : say('stop.since', { from: format.instant(stop.from) })}
          </p>
          <p>{stop.reason}</p>
          <p>{say(`stop.do.${stop.cause}`)}</p>
          <p>
            {say(stop.appealed ? 'stop.appealed' : 'stop.appeal')}{' '}
            <Open path="/mitra/perjanjian">{say('stop.open')}</Open>
          </p>
        </div>
      ))}
    </section>
  );
}

function Warnings({ data: { warnings } }: { data: StartPage }) {
  const say = useSay(texts);
  const format = useFormat();
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="laporan">
      <h2 id="laporan">{say('reports')}</h2>
      <ul className="plain-list">
        {warnings.map(({ semester, dueOn, level, madeOn, cutDue }) => (
          <li key={semester}>
            <Tag standing={level > 0 ? 'stopped' : 'waiting'}>
              {level > 0 ? say('report.warned', { level }) : say('report.owed')}
            </Tag>{' '}
            {say('report.of', { semester, due: format.date(dueOn) })}
            {madeOn && ` ${say('report.letter', { day: format.date(madeOn) })}`}
            {cutDue && ` ${say('report.cut')}`} <Open path="/mitra/laporan">{say('report.open')}</Open>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A way to another page, where the house has that page. */
function Open({ path, children }: { path: string; children: string }) {
  return useFrame().paths.includes(path) ? <a href={path}>{children}</a> : null;
}

const RUNGS: readonly Stage[] = [
  'REQUEST',
  'APPROVAL',
  'MOU',
  'AGREEMENT',
  'TECHNICAL_GUIDE',
  'ONBOARDING',
  'CONNECTED',
];

/** The stages behind and ahead. */
export function WayLine({ way }: { way: Way }) {
  const say = useSay(texts);
  const past = way.steps.map(({ stage, on }, at): Station => ({
    name: say(`partner.stage.${stage}`),
    when: at === way.steps.length - 1 ? 'now' : 'past',
    date: on,
  }));
  const ahead = way.ended || !way.nextUp || way.stage === 'CONNECTED' || way.stage === 'EVALUATION';
  const rest = ahead ? [] : RUNGS.slice(RUNGS.indexOf(way.nextUp!));
  const next = rest.map((stage, at): Station => ({
    name: say(`partner.stage.${stage}`),
    when: 'next',
    ...(at === 0 && way.acts ? { who: say('must_act', { who: say(`doer.${way.acts}`) }) } : {}),
  }));
  return <StateLine label={say('way')} stations={[...past, ...next]} />;
}

function WaySection({ way }: { way: Way | null }) {
  const say = useSay(texts);
  return (
    <section aria-labelledby="jalan">
      <h2 id="jalan">{say('way')}</h2>
      {way === null ? (
        <p>{say('way.none')}</p>
      ) : (
        <>
          <WayLine way={way} />
          <NextStep way={way} />
          <p>
            <Open path="/mitra/perjanjian">{say('way.open', { number: way.number })}</Open>
          </p>
        </>
      )}
    </section>
  );
}

/** Who must act, until when, and what is lacking. */
export function NextStep({ way }: { way: Way }) {
  const say = useSay(texts);
  const format = useFormat();
  if (way.ended)
    return (
      <p className="note stopped">
        {say('ended', { stage: say(`partner.stage.${way.stage}`) })}{' '}
        {way.endReason && say(`partner.reason.${way.endReason as 'other'}`)}
        {way.endWords && `: ${way.endWords}`} {say('ended.do')}
      </p>
    );
  if (!way.acts) return <p>{say('next.none')}</p>;
  return (
    <p className={way.acts === 'institution' ? 'note waiting' : 'note'}>
      {say(`next.${way.acts}`)}{' '}
      {way.lacking.length > 0 &&
        say('next.lacking', {
          what: way.lacking.map((what) => say(`partner.lacking.${what as 'pks'}`)).join(', '),
        })}{' '}
      {way.dueOn && say('next.due', { day: format.date(way.dueOn) })}
    </p>
  );
}

function Checklist({ data: { checks } }: { data: StartPage }) {
  const say = useSay(texts);
  const next = CHECKS.find((check) => !checks[check]);
  return (
    <section aria-labelledby="langkah">
      <h2 id="langkah">{say('checks')}</h2>
      <ol className="check-steps">
        {CHECKS.map((check) => (
          <li key={check}>
            <b>{say(`check.${check}`)}</b>{' '}
            <Tag standing={checks[check] ? 'done' : check === next ? 'waiting' : 'plain'}>
              {say(checks[check] ? 'check.done' : check === next ? 'check.now' : 'check.later')}
            </Tag>
            {!checks[check] && (
              <p>
                {say(`check.${check}.how`)}{' '}
                {check !== 'production' && (
                  <a href={check === 'key' ? '/mitra/kunci' : '/mitra/uji-coba'}>{say(`check.${check}.go`)}</a>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
