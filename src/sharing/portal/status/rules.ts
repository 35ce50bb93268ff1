/** Which notices are of now, and how the list of changes is read. Pure. */
import type { Language } from '../../../core/text/index.ts';
import type { ChangesPage, Maintenance, Notice, StatusPage } from './schema.ts';

/** So many of what is past. */
const MOST_PAST = 20;

export function noticesAt(
  all: readonly Maintenance[],
  now: Date,
  language: Language,
): Pick<StatusPage, 'now' | 'planned' | 'past'> {
  const ms = now.getTime();
  const endOf = ({ until, endedAt }: Maintenance) => Date.parse(endedAt ?? until);
  const noticeOf = (each: Maintenance): Notice => {
    const calledOff = each.endedAt !== null && each.endedAt <= each.from;
    return {
      id: each.id,
      words: language === 'id' ? each.wordsId : each.wordsEn,
      from: each.from,
      // What did not come about keeps the term that was announced.
      until: calledOff ? each.until : new Date(endOf(each)).toISOString(),
      calledOff,
    };
  };
  const open = all.filter((each) => each.endedAt === null && endOf(each) > ms);
  const inOrder = (list: readonly Maintenance[]) => list.toSorted((a, b) => (a.from < b.from ? -1 : 1)).map(noticeOf);
  return {
    now: inOrder(open.filter(({ from }) => Date.parse(from) <= ms)),
    planned: inOrder(open.filter(({ from }) => Date.parse(from) > ms)),
    past: inOrder(all.filter((each) => !open.includes(each)))
      .toReversed()
      .slice(0, MOST_PAST),
  };
}

/** The days of `docs/api-changes.md` with their changes in one language. */
export function readChanges(text: string, language: Language): ChangesPage['days'] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [day = '', ...rest] = section.split('\n');
      const changes = rest
        .join('\n')
        .split(/^- /m)
        .slice(1)
        .flatMap(
          (item) => new RegExp(`(?:^|\\n) *${language}: ([\\s\\S]*?)(?=\\n *(?:id|en): |$)`).exec(item)?.[1] ?? [],
        );
      return { day: day.trim(), changes: changes.map((change) => change.replaceAll(/\s+/g, ' ').trim()) };
    });
}
