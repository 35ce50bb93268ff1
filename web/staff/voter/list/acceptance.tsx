import { acceptExtractContract } from '../../../../src/sharing/voter/contract.ts';
import { compareRecount, readRecount } from '../../../../src/sharing/voter/rules.ts';
import type { ExtractView } from '../../../../src/sharing/voter/schema.ts';
import { DataTable } from '../../../kit/data-table.tsx';
import { Tag } from '../../../kit/tag.tsx';
import { useFormat, useSay } from '../../../kit/text.tsx';
import { useTell } from '../../../kit/toasts.tsx';
import { ActForm } from '../../disposal/form/act-form.tsx';
import { useRefresh } from '../ask.ts';
import { texts } from './texts.ts';

/** What is wrong with a count as it stands in the field, in words. */
function useCountFault(parts: NonNullable<ExtractView['made']>['parts']) {
  const say = useSay(texts);
  const named = (codes: readonly string[]) => codes.slice(0, 8).join(', ') + (codes.length > 8 ? ' …' : '');
  return (text: string): string | undefined => {
    const { counts, line } = readRecount(text);
    if (line !== null) return say('accept.line', { line });
    const { wrong, unexplained } = compareRecount(parts, counts);
    if (wrong.length > 0) return say('accept.wrong', { parts: named(wrong) });
    if (unexplained.length > 0) return say('accept.unexplained', { parts: named(unexplained.map(({ part }) => part)) });
    return undefined;
  };
}

/** The commission's signed acceptance, with a count of its own. */
export function Accept({ extract: { id, made } }: { extract: ExtractView }) {
  const say = useSay(texts);
  const tell = useTell();
  const refresh = useRefresh();
  const fault = useCountFault(made?.parts ?? []);
  return (
    <ActForm
      contract={acceptExtractContract}
      form={`pemilihan.terima.${id}`}
      title={say('accept')}
      about={say('accept.about')}
      questions={() => [
        { name: 'number', label: say('accept.number'), most: 120 },
        { name: 'datedOn', kind: 'date', label: say('accept.datedOn') },
        { name: 'signedBy', label: say('accept.signedBy'), most: 120 },
        {
          name: 'counts',
          kind: 'words',
          label: say('accept.counts'),
          hint: say('accept.counts.hint'),
          most: 4_000_000,
          check: fault,
        },
      ]}
      inputOf={(values) => ({
        id,
        number: (values['number'] ?? '').trim(),
        datedOn: values['datedOn'] ?? '',
        signedBy: (values['signedBy'] ?? '').trim(),
        counts: readRecount(values['counts'] ?? '').counts,
      })}
      submit={say('accept.submit')}
      onDone={() => {
        tell('done', say('accept.done'));
        refresh();
      }}
    />
  );
}

/** Both counts side by side. */
export function Accepted({ acceptance }: { acceptance: NonNullable<ExtractView['acceptance']> }) {
  const say = useSay(texts);
  const format = useFormat();
  const { number, signedBy, datedOn } = acceptance;
  const both = (male: number, female: number) => `${format.number(male)} / ${format.number(female)}`;
  return (
    <section>
      <h2>{say('accept')}</h2>
      <dl className="facts">
        <dt>{say('accept.document')}</dt>
        <dd>{say('accept.document.of', { number, signedBy, day: format.date(datedOn) })}</dd>
        <dt>{say('accept.entered')}</dt>
        <dd>{[format.instant(acceptance.enteredAt), acceptance.enteredBy].filter(Boolean).join(', ')}</dd>
      </dl>
      <DataTable
        caption={`${say('accept.counts')} (${say('male')} / ${say('female')})`}
        empty={say('list.none')}
        rows={{ at: 'here', rows: acceptance.counts }}
        rowKey={({ part }) => part}
        columns={[
          { key: 'name', head: say('part'), names: true, cell: ({ name }) => name },
          { key: 'ours', head: say('accept.ours'), number: true, cell: ({ ours }) => both(ours.male, ours.female) },
          { key: 'theirs', head: say('accept.theirs'), number: true, cell: ({ male, female }) => both(male, female) },
          {
            key: 'result',
            head: say('accept.result'),
            cell: ({ explanation }) => (
              <Tag standing={explanation === null ? 'done' : 'waiting'}>
                {explanation === null ? say('accept.same') : say('accept.differs', { why: explanation })}
              </Tag>
            ),
          },
        ]}
      />
    </section>
  );
}
