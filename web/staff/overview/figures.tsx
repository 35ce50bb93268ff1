import type { ReactNode } from 'react';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useFormat, useSay } from '../../kit/text.tsx';
import { FigureLink } from '../figure-link.tsx';
import { useSession } from '../session.tsx';
import type { Overview } from './overview.tsx';
import { texts } from './texts.ts';

/** A region's figures, or the whole's; its code is empty for the nation. */
export type Figures = Overview['total'] & { readonly code: string; readonly name: string };

const STANDING: Readonly<Record<Figures['standing'], Standing>> = {
  short: 'stopped',
  low: 'waiting',
  enough: 'done',
  unused: 'plain',
};

/** Each figure of a region as it opens into the list behind it. */
export function useOpening({ code, name, ...figures }: Figures, due: boolean) {
  const say = useSay(texts);
  const format = useFormat();
  const { scopes } = useSession();
  const within: Readonly<Record<string, string>> = code === '' ? {} : { wilayah: code };
  const link = (to: string, of: Readonly<Record<string, string>>, what: keyof typeof texts.id, shown: ReactNode) => (
    <FigureLink to={to} of={of} shown={shown} what={say('figure.of', { what: say(what), name })} />
  );
  const { daysLeft, stock, backlog, coming, wanted, silent, regencies, reportedOn, openIncidents } = figures;
  const days = daysLeft === null ? say('days.none') : say('days.n', { n: daysLeft });
  // A figure that is nought has no list behind it.
  const counted = (to: string, of: Readonly<Record<string, string>>, what: keyof typeof texts.id, n: number) =>
    n === 0 ? format.number(0) : link(to, of, what, format.number(n));
  const forecast = (what: keyof typeof texts.id, shown: ReactNode) => link('/blangko/perkiraan', within, what, shown);
  const reported = !due
    ? say('silent.free')
    : regencies > 1
      ? say('silent.of', { n: silent, all: regencies })
      : reportedOn
        ? say('silent.done', { on: format.date(reportedOn) })
        : say('silent.not');
  return {
    daysLeft: forecast('daysLeft', <Tag standing={STANDING[figures.standing]}>{days}</Tag>),
    stock: counted('/blangko', { cakupan: 'wilayah', ...within }, 'stock', stock),
    coming: counted('/blangko/perkiraan', within, 'coming', coming),
    backlog: scopes.includes('enrolment.read')
      ? counted('/perekaman/papan', { status: 'PRINT_READY_RECORD', ...within }, 'backlog', backlog)
      : counted('/blangko/perkiraan', within, 'backlog', backlog),
    wanted: counted('/blangko/perkiraan', within, 'wanted', wanted),
    silent: due ? link('/pemusnahan/laporan', within, 'silent', reported) : reported,
    incidents: counted('/blangko/insiden', within, 'incidents', openIncidents),
  };
}
