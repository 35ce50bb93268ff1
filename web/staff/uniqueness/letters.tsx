import { openLetterContract, printLetterContract } from '../../../src/recording/uniqueness/contract.ts';
import { useAct } from '../../kit/act.ts';
import { Failing } from '../../kit/states.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { useHouse } from '../house.tsx';
import { PaperButton } from '../register/paper/paper-button.tsx';
import { useSession } from '../session.tsx';
import { PURPOSE, useReadAgain, type Pair } from './read.ts';
import { texts } from './texts.ts';

/** The letter of each person: what was found and what he does next. */
export function Letters({ pair }: { pair: Pair }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const { scopes } = useSession();
  const readAgain = useReadAgain(pair.id);
  const mayOpen = scopes.includes('uniqueness.object');
  // One person with two recordings gets one letter.
  const people = pair.sides.filter((side, n) => pair.sides.findIndex(({ nik }) => nik === side.nik) === n);
  return (
    <section>
      <h3>{say('letters')}</h3>
      <p className="soft">{say('letters.about')}</p>
      <ul className="offers">
        {people.map(({ side, name }) => {
          const of = { id: pair.id, side };
          const open = () => client.call(openLetterContract, of, { purpose: PURPOSE });
          const print = async (idempotencyKey: string) => {
            await client.call(printLetterContract, of, { idempotencyKey });
            const letter = await open();
            void readAgain();
            return letter;
          };
          const printed = pair.letters.includes(side);
          return (
            <li key={side}>
              {mayOpen && (
                <PaperButton
                  look="btn quiet"
                  label={say(printed ? 'letter.open' : 'letter.print', { name })}
                  fetchPaper={printed ? open : print}
                />
              )}
              {!mayOpen && <PrintOnly pair={pair} side={side} name={name} />}{' '}
              {printed && <Tag standing="done">{say('letter.printed')}</Tag>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** An officer of the ministry issues the letter; the counter of the citizen's region hands it over. */
function PrintOnly({ pair, side, name }: { pair: Pair; side: 'later' | 'earlier'; name: string }) {
  const say = useSay(texts);
  const { client } = useHouse();
  const readAgain = useReadAgain(pair.id);
  const { state, run } = useAct(client, printLetterContract);
  return (
    <>
      <button
        type="button"
        className="btn quiet"
        aria-disabled={state.at === 'sending'}
        onClick={() => state.at !== 'sending' && void run({ id: pair.id, side }).then((done) => done && readAgain())}
      >
        {say('letter.print', { name })}
      </button>
      {state.at === 'refused' && <Failing error={state.problem} />}
    </>
  );
}
