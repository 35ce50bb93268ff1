import { SideBySide } from '../../kit/side-by-side.tsx';
import { inFours } from '../../kit/format.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import type { ExceptionReason } from '../../../src/recording/biometric/schema.ts';
import { useItemWords } from '../enrolment/item/words.ts';
import { useRegisterWords } from '../register/words.ts';
import type { Pair, PairSide } from './read.ts';
import { texts } from './texts.ts';

const COMPARED = ['name', 'sex', 'birthPlace', 'birthDate', 'state'] as const;

/** The biodata under which the two were recorded; what differs is marked by word and shape. */
export function People({ pair: { sides } }: { pair: Pair }) {
  const say = useSay(texts);
  const words = useRegisterWords();
  const [later, earlier] = sides;
  if (!later) return null;
  const alone = !earlier;
  const row = (label: string, of: (side: PairSide) => string | null, same?: null) => ({
    label,
    left: of(later),
    right: earlier ? of(earlier) : null,
    ...(alone || same === null ? { same: null } : {}),
  });
  return (
    <section>
      <h2>{say('people')}</h2>
      <SideBySide
        caption={say('people')}
        left={say(alone ? 'onlyOne' : 'later')}
        right={say('earlier')}
        rows={[
          row('NIK', ({ nik }) => inFours(nik)),
          ...COMPARED.map((element) => row(words.element(element), (side) => words.value(element, side[element]))),
          row(say('row.address'), ({ address }) => address),
          row(say('row.place'), ({ place }) => place),
        ]}
      />
    </section>
  );
}

/** When and how each was recorded, and what each holds. */
export function Recordings({ pair: { sides } }: { pair: Pair }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useItemWords();
  const [later, earlier] = sides;
  if (!later) return null;
  const there = ({ items }: PairSide) => items.filter(({ exception }) => !exception).length;
  const excepted = ({ items }: PairSide) =>
    items
      .filter(({ exception }) => exception)
      .map((each) => `${words.item(each)} (${words.reason(each.exception as ExceptionReason)})`)
      .join(', ');
  // Two recordings are made at two times; only what each holds is worth comparing.
  const row = (label: string, of: (side: PairSide) => string, compare = false) => ({
    label,
    left: of(later) || null,
    right: earlier ? of(earlier) || null : null,
    ...(compare && earlier && (of(later) || of(earlier)) ? {} : { same: null }),
  });
  return (
    <section>
      <h2>{say('recordings')}</h2>
      <SideBySide
        caption={say('recordings')}
        left={say(earlier ? 'later' : 'onlyOne')}
        right={say('earlier')}
        rows={[
          row(say('row.recordedOn'), ({ recordedOn }) => format.date(recordedOn)),
          row(say('row.receivedAt'), ({ receivedAt }) => format.instant(receivedAt)),
          row(say('row.status'), ({ status }) => status.text),
          row(say('row.items'), (side) => say('items.count', { count: there(side) }), true),
          row(say('row.exceptions'), excepted, true),
        ]}
      />
    </section>
  );
}

export function Histories({ pair: { sides } }: { pair: Pair }) {
  const say = useSay(texts);
  const format = useFormat();
  const words = useRegisterWords();
  const people = sides.filter((side, n) => sides.findIndex(({ nik }) => nik === side.nik) === n);
  return (
    <section>
      <h2>{say('history')}</h2>
      <div className="two-sides">
        {people.map((side) => (
          <div key={side.nik}>
            <h3>{say('history.of', { name: side.name })}</h3>
            {side.history.length === 0 && <p className="soft">{say('history.none')}</p>}
            <ul className="plain">
              {side.history.map((act) => (
                <li key={act.kind + act.recordedAt}>
                  <time dateTime={act.occurredOn}>{format.date(act.occurredOn)}</time> · {words.act(act.kind)}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
