import { formatDateShort } from '../../../kit/format.ts';
import { StateLine, type Station } from '../../../kit/state-line.tsx';
import { Tag, type Standing } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useSession } from '../../session.tsx';
import { useDayOf } from '../filter/day.ts';
import { Pictures } from '../picture/picture.tsx';
import { Items } from './items.tsx';
import type { PacketOf } from './recording.tsx';
import { roomTexts as uniquenessTexts } from '../../uniqueness/texts.ts';
import { texts } from './texts.ts';

/** One recording: where it came from, its way so far, who must act now, and what is in it. */
export function OnePacket({ packet, name }: { packet: PacketOf; name: string }) {
  const say = useSay(texts);
  const format = useFormat();
  const { scopes } = useSession();
  const stations = useStations(packet);
  const on = format.date(packet.recordedOn);
  const { now } = packet;
  const others = packet.next.slice(1).map(({ text }) => text.toLowerCase());
  const from = [
    packet.source === 'station'
      ? packet.station && say('source.station', { station: packet.station })
      : say('source.import'),
    packet.office && say('at', { office: packet.office }),
    packet.officer && say('by', { officer: packet.officer }),
    say('received', { at: format.instant(packet.receivedAt) }),
  ];
  const pictures = packet.items.filter(({ picture }) => picture);
  return (
    <section>
      <div className="page-head">
        <h2>{say('packet', { on })}</h2>
        <Tag standing={standingOf(packet)}>
          {now.text} ({now.abbreviation})
        </Tag>
      </div>
      <p className="soft">{from.filter(Boolean).join(' · ')}</p>
      <StateLine label={say('way', { on: formatDateShort(packet.recordedOn) })} stations={stations} />
      {now.acts !== 'nobody' && (
        <p>
          <b>{say('acts', { who: now.actsText })}</b>
          {others.length > 0 && <span className="soft block">{say('or', { others: others.join(', ') })}</span>}
        </p>
      )}
      <Items packet={packet} />
      {pictures.length > 0 && scopes.includes('enrolment.image') && (
        <details className="act no-print">
          <summary>{say('pictures', { on })}</summary>
          <Pictures packetId={packet.id} items={pictures} name={name} />
        </details>
      )}
    </section>
  );
}

function standingOf({ now }: PacketOf): Standing {
  if (now.stage === 'ended') return 'stopped';
  return now.stage === 'print' || now.stage === 'card' ? 'done' : 'waiting';
}

/** What was, with dates and names; where it is now; the ordinary next step and who must take it. */
function useStations(packet: PacketOf): Station[] {
  const say = useSay(texts);
  const dayOf = useDayOf();
  const sayUniqueness = useSay(uniquenessTexts);
  // The search at the centre gives its reason as a code, an officer as a sentence.
  const whySaid = (why: string) => {
    const key = `uniqueness.reason.${why}`;
    return key in uniquenessTexts.id ? sayUniqueness(key as 'uniqueness.reason.same_body') : why;
  };
  const [next] = packet.next;
  const { now } = packet;
  return [
    ...packet.steps.map((step, place): Station => ({
      name: step.text,
      when: place === packet.steps.length - 1 ? 'now' : 'past',
      date: dayOf(step.at),
      who: step.officer ?? say('centre'),
      ...(step.why ? { note: whySaid(step.why) } : {}),
    })),
    ...(next && now.acts !== 'nobody' ? [{ name: next.text, when: 'next' as const, who: now.actsText }] : []),
  ];
}
