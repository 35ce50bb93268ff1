import type { Erasure } from '../../../src/register/resident/schema.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { useRegisterWords } from '../register/words.ts';
import { texts } from './texts.ts';

/** Why nothing sealed of this person opens any more. */
export function ErasedNote({ erased }: { erased: Erasure }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useRegisterWords();
  return (
    <div className="note stopped">
      <p>
        {say('erased', {
          at: format.instant(erased.at),
          ground: words.room(`erasure.ground.${erased.ground}`) ?? erased.ground,
          basis: erased.legalBasis,
        })}
      </p>
    </div>
  );
}
