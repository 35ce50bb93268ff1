import type { ComponentType } from 'react';
import { Agreements } from './agreements/agreements.tsx';
import { BlankStock } from './blank-stock/blank-stock.tsx';
import { Case, Cases } from './citizen/case/case.tsx';
import { Applications } from './citizen/application/applications.tsx';
import { Data } from './citizen/data/data.tsx';
import { Home } from './citizen/home/home.tsx';
import { Voter } from './citizen/voter/voter.tsx';
import { Locks } from './citizen/lock/locks.tsx';
import { Look } from './citizen/looks/look.tsx';
import { Looks } from './citizen/looks/looks.tsx';
import { represented } from './citizen/represented.tsx';
import { Representation } from './citizen/representation/representation.tsx';
import { Rights } from './citizen/right/rights.tsx';
import { Choose, Sessions, SignOut } from './citizen/sign-in/choose.tsx';
import { First, SignIn } from './citizen/sign-in/sign-in.tsx';
import { CheckDocument } from './check-document/check-document.tsx';
import { CheckCard } from './check-card/check-card.tsx';
import { CheckText } from './check-text/check-text.tsx';
import { CheckLog } from './check-log/check-log.tsx';
import { Closed } from './closed/closed.tsx';
import { Failing } from './failing/failing.tsx';
import { Front } from './front/front.tsx';
import { DashboardView } from './dashboard/dashboard.tsx';
import { Figure } from './figure/figure.tsx';
import { Follow } from './follow/follow.tsx';
import { HolderLift, HolderReport, HolderWhere } from './holder/holder.tsx';
import { NotFound } from './not-found/not-found.tsx';
import { OpenData } from './open-data/open-data.tsx';
import { portalPages } from './portal/pages.ts';
import { Press } from './press/press.tsx';
import { ReportBlank } from './report-blank/report-blank.tsx';
import { Statement } from './statement/statement.tsx';
import { Tamper } from './tamper/tamper.tsx';

/**
 * The public pages by the id that a room's `PublicPage` names. A page is a component fed by `data`, which the room loaded on
 * the server; `title` gives the window's name in the reader's language. A new page is a line here and a folder beside it.
 */
export interface PageOf<Data> {
  readonly title: (given: { data: Data; language: 'id' | 'en' }) => string;
  readonly Page: ComponentType<{ data: Data }>;
}

// What a room loads and what its page takes agree by the room's schema; here both are only carried.
function page<Data>(given: PageOf<Data>): PageOf<never> {
  return given as unknown as PageOf<never>;
}

export const pages: Readonly<Record<string, PageOf<never>>> = {
  front: page(Front),
  statement: page(Statement),
  'check-log': page(CheckLog),
  tamper: page(Tamper),
  'check-document': page(CheckDocument),
  'check-card': page(CheckCard),
  'check-text': page(CheckText),
  dashboard: page(DashboardView),
  figure: page(Figure),
  press: page(Press),
  follow: page(Follow),
  'holder-where': page(HolderWhere),
  'holder-report': page(HolderReport),
  'holder-lift': page(HolderLift),
  'blank-stock': page(BlankStock),
  agreements: page(Agreements),
  'open-data': page(OpenData),
  'report-blank': page(ReportBlank),
  'citizen-sign-in': page(SignIn),
  'citizen-first': page(First),
  'citizen-choose': page(Choose),
  'citizen-sessions': page(Sessions),
  'citizen-sign-out': page(SignOut),
  'citizen-representation': page(represented(Representation, 'reader')),
  'citizen-looks': page(represented(Looks)),
  'citizen-look': page(represented(Look)),
  'citizen-cases': page(represented(Cases)),
  'citizen-case': page(represented(Case)),
  'citizen-home': page(represented(Home)),
  'citizen-locks': page(represented(Locks)),
  'citizen-voter': page(represented(Voter)),
  'citizen-data': page(represented(Data)),
  'citizen-rights': page(represented(Rights)),
  'citizen-applications': page(represented(Applications)),
  ...(portalPages as unknown as Record<keyof typeof portalPages, PageOf<never>>),
  closed: page(Closed),
  'not-found': page(NotFound),
  failing: page(Failing),
};
