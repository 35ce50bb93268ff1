import { useFormat, useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';
import { SupplyStanding, useDays, type RegionSupply } from './words.tsx';

/** What a region has, uses and waits for, in one row of figures. */
export function SupplyFigures({ supply }: { supply: RegionSupply }) {
  const say = useSay(texts);
  const format = useFormat();
  const days = useDays();
  const { stock, coming, backlog, perDay, daysLeft, wanted, standing } = supply;
  const figures = {
    daysLeft: days(daysLeft),
    stock: format.number(stock),
    backlog: format.number(backlog),
    perDay: format.number(perDay, 1),
    wanted: format.number(wanted),
    coming: coming === null ? say('coming.blind') : format.number(coming),
  };
  return (
    <>
      <p>
        <SupplyStanding standing={standing} />
      </p>
      <dl className="facts">
        {Object.entries(figures).map(([name, shown]) => (
          <div key={name} className="pair">
            <dt>{say(name as keyof typeof figures)}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
