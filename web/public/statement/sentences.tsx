import type { ShownFigure } from '../../../src/insight/statement/schema.ts';
import { useFormat, useSay } from '../../kit/text.tsx';
import { evidenceId } from './figures.tsx';
import { en } from './en.ts';
import { id } from './id.ts';

const texts = { id, en };
type Key = keyof typeof id;

/** Indicators that can make the headline, the strongest first; one that a wing has not brought yet is passed over. */
const HEADLINES = ['resident.obligated', 'resident.total'] as const;

export function Headline({ figures }: { figures: readonly ShownFigure[] }) {
  const say = useSay(texts);
  const format = useFormat();
  const code = HEADLINES.find((each) => figures.some((figure) => figure.code === each && figure.numerator > 0));
  const figure = figures.find((each) => each.code === code);
  const saying = !figure
    ? say('headline.none')
    : say(`headline.${code!}`, {
        numerator: format.number(figure.numerator),
        denominator: format.number(figure.denominator ?? 0),
      });
  return <h1 data-live="headline">{saying}</h1>;
}

/** One sentence a figure, in the order of the floors; a figure without a sentence of its own stands in the grid alone. */
export function Lead({ figures }: { figures: readonly ShownFigure[] }) {
  return (
    <p className="lead" data-live="lead">
      {figures.map((figure) => (
        <Sentence key={figure.code} figure={figure} />
      ))}
    </p>
  );
}

const HERE = '\u2063';

function Sentence({ figure }: { figure: ShownFigure }) {
  const say = useSay(texts);
  const format = useFormat();
  const key = `sentence.${figure.code}`;
  if (!(key in id)) return null;
  // Of nobody there is no share to speak of.
  if (figure.percent === null && id[key as Key].includes('{percent}')) return null;
  const percent = figure.percent === null ? '' : format.percent(figure.percent, 1);
  const [before, after] = say(key as Key, { figure: HERE, percent }).split(HERE);
  return (
    <>
      {before}
      <a className="figure" href={`#${evidenceId(figure.code)}`}>
        {format.number(figure.numerator)}
      </a>
      {after}{' '}
    </>
  );
}
