import { announceContract } from '../../../../src/sharing/portal/contract.ts';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { TIME, type Values } from '../../disposal/form/field.tsx';
import { instantOf } from '../../disposal/form/instant.ts';
import { useRefresh } from '../form/ask.tsx';
import { texts } from './texts.ts';

/** One notice for everybody, in both languages, by the clock of Jakarta. */
export function Announce() {
  const say = useSay(texts);
  const format = useFormat();
  const tell = useTell();
  const refresh = useRefresh();
  return (
    <details className="act no-print">
      <summary>{say('announce')}</summary>
      <ActForm
        contract={announceContract}
        form="pemeliharaan"
        title={say('announce')}
        about={say('announce.about')}
        submit={say('announce.submit')}
        questions={() => [
          { name: 'wordsId', label: say('wordsId'), hint: say('words.hint'), kind: 'words', least: 10, most: 1_000 },
          { name: 'wordsEn', label: say('wordsEn'), hint: say('words.hint'), kind: 'words', least: 10, most: 1_000 },
          { name: 'from', label: say('from.day'), kind: 'date' },
          { name: 'fromAt', label: say('from.time'), hint: say('time.hint'), kind: 'time' },
          { name: 'until', label: say('until.day'), kind: 'date' },
          { name: 'untilAt', label: say('until.time'), hint: say('time.hint'), kind: 'time' },
        ]}
        missing={(values) => {
          const term = termOf(values);
          return term && term.until <= term.from ? say('term.turned') : undefined;
        }}
        before={(values) => {
          const term = termOf(values);
          return term && term.until > term.from ? (
            <p className="note">
              {say('announce.means', { from: format.instant(term.from), until: format.instant(term.until) })}
            </p>
          ) : null;
        }}
        inputOf={(values) => ({
          wordsId: (values['wordsId'] ?? '').trim(),
          wordsEn: (values['wordsEn'] ?? '').trim(),
          ...termOf(values)!,
        })}
        onDone={() => {
          tell('done', say('announce.done'));
          refresh();
        }}
      />
    </details>
  );
}

/** Both ends as instants, once both are typed. */
function termOf({ from = '', fromAt = '', until = '', untilAt = '' }: Values): { from: string; until: string } | null {
  if (from === '' || until === '' || !TIME.test(fromAt.trim()) || !TIME.test(untilAt.trim())) return null;
  const instant = (day: string, time: string) => new Date(instantOf(day, time, 'Asia/Jakarta')).toISOString();
  return { from: instant(from, fromAt), until: instant(until, untilAt) };
}
