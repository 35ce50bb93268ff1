import type { Cell, NamedMeasure } from '../../../src/insight/dashboard/schema.ts';
import { useFormat, useSay } from '../text.tsx';
import { texts } from './texts.ts';

/** Numbers of a dashboard in words; what is withheld says so in its place. */
export function useShown() {
  const say = useSay(texts);
  const format = useFormat();
  const number = ({ n, withheld }: Pick<Cell, 'n' | 'withheld'>) => (withheld ? say(withheld) : format.number(n ?? 0));
  const percent = (value: number) => format.percent(value, 1);
  return {
    number,
    percent,
    /** The share where the measure is one, else the number. */
    main: (of: Pick<NamedMeasure, 'of'>, cell: Cell) =>
      of.of === null || cell.withheld ? number(cell) : cell.percent === null ? '–' : percent(cell.percent),
    unit: (unit: string) => say(`unit.${unit}` as 'unit.people'),
    signed: (change: number, shown: string) => `${change > 0 ? '+' : change < 0 ? '\u2212' : ''}${shown}`,
  };
}

/** A name inside a sentence: "Wajib KTP" is "wajib KTP" there. */
export function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** What a measure is compared by: its share, or its number; `null` where it is withheld. */
export function valueOf(of: Pick<NamedMeasure, 'of'>, cell: Cell): number | null {
  return of.of === null ? cell.n : cell.percent;
}
