import type { PersonView } from '../../../src/register/resident/schema.ts';
import { SideBySide } from '../../kit/side-by-side.tsx';
import { useSay } from '../../kit/text.tsx';
import { meant, type Values } from '../register/biodata-values.ts';
import { useRegisterWords } from '../register/words.ts';
import { fieldsOf } from './fields.ts';
import { texts } from './texts.ts';

/** Somebody changed the record while this form was open: what he changed beside what stands in the form, before going on. */
export function ChangedMeanwhile(given: { seen: PersonView; latest: PersonView; mine: Values; onGoOn: () => void }) {
  const say = useSay(texts);
  const words = useRegisterWords();
  const before = fieldsOf(given.seen);
  const after = fieldsOf(given.latest);
  const shown = (element: string, text: string | undefined) => words.value(element, meant(element, text ?? ''));
  // What they changed, and what I changed: everything else is as it was.
  const touched = Object.keys(after).filter(
    (element) => before[element] !== after[element] || before[element] !== given.mine[element],
  );
  return (
    <div className="note waiting" role="alert">
      <b>{say('meanwhile')}</b>
      <p>{say('meanwhile.about')}</p>
      <SideBySide
        caption={say('meanwhile.table')}
        left={say('meanwhile.now')}
        right={say('meanwhile.mine')}
        rows={touched.map((element) => ({
          label: words.element(element),
          left: shown(element, after[element]),
          right:
            before[element] === given.mine[element]
              ? shown(element, after[element])
              : shown(element, given.mine[element]),
        }))}
      />
      <button type="button" className="btn quiet" onClick={given.onGoOn}>
        {say('meanwhile.goOn')}
      </button>
    </div>
  );
}
