import { Link } from '@tanstack/react-router';
import { useSay } from '../../kit/text.tsx';
import { Fact, Village } from '../event/details.tsx';
import { useEventWords } from '../event/words.ts';
import { SECTIONS } from '../new-person/values.ts';
import { useRegisterWords } from '../register/words.ts';
import type { ApplicationView } from './read.ts';
import { texts } from './texts.ts';

type Part = Readonly<Record<string, unknown>>;
const part = (value: unknown): Part => (typeof value === 'object' && value !== null ? (value as Part) : {});

/** The person of an application for new biodata; parents and disability where the reader may see them. */
export function BiodataAsked({ application: { details } }: { application: ApplicationView }) {
  const say = useSay(texts);
  const words = useRegisterWords();
  const eventWords = useEventWords();
  const said = { ...part(details['biodata']), ...part(details['protected']) };
  const seat = part(details['seat']);
  const elements = [...Object.values(SECTIONS).flat(), 'previousAddress'];
  return (
    <>
      <dl className="facts">
        {elements
          .filter((element) => (said[element] ?? null) !== null)
          .map((element) => (
            <Fact key={element} label={words.element(element)}>
              {words.value(element, said[element])}
            </Fact>
          ))}
        {typeof said['villageCode'] === 'string' && (
          <Fact label={words.element('villageCode')}>
            <Village code={said['villageCode']} />
          </Fact>
        )}
        {typeof details['legalBasis'] === 'string' && (
          <Fact label={words.element('legalBasis')}>{details['legalBasis']}</Fact>
        )}
        <Fact label={say('seat.title')}>
          {seat['in'] === 'card' ? (
            <Link to={'/petugas/keluarga/$ref' as '/petugas'} params={{ ref: String(seat['card']) } as never}>
              {say('seat.joins', { relation: eventWords.code('relation', Number(seat['relation'])) })}
            </Link>
          ) : (
            say(seat['in'] === 'new_card' ? 'seat.in.new_card' : 'seat.none')
          )}
        </Fact>
      </dl>
      {!('protected' in details) && <p className="soft">{say('biodata.protected')}</p>}
    </>
  );
}
