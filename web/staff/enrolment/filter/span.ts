import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** How long, of hours: minutes under an hour, hours up to two days, then days; one digit after the comma. */
export function useSpan(): (hours: number) => string {
  const say = useSay(texts);
  const format = useFormat();
  return (hours) => {
    if (hours < 1) return say('minutes', { n: format.number(hours * 60) });
    if (hours < 48) return say('hours', { n: format.number(hours, 1) });
    const days = hours / 24;
    return say('days', { n: format.number(days, days < 100 ? 1 : 0) });
  };
}
