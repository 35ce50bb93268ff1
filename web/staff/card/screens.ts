import type { Screen } from '../screen.ts';

/** Cards at the counter: who waits, printing, the check by somebody else, handing over, and the trace of one card. */
export const cardScreens: readonly Screen[] = [
  {
    path: '/petugas/kartu',
    title: 'screen.cards',
    scope: 'card.print',
    navigation: { group: 'cards' },
    load: () => import('./queue/queue.tsx').then((part) => part.CardQueue),
  },
  {
    path: '/petugas/kartu/cetak/$requestId',
    title: 'screen.printCard',
    scope: 'card.print',
    load: () => import('./print/print.tsx').then((part) => part.PrintCard),
  },
  {
    path: '/petugas/kartu/periksa/$cardId',
    title: 'screen.checkCard',
    scope: 'card.check',
    load: () => import('./check/check.tsx').then((part) => part.CheckCard),
  },
  {
    path: '/petugas/kartu/serah/$cardId',
    title: 'screen.handCard',
    scope: 'card.check',
    load: () => import('./handover/handover.tsx').then((part) => part.HandOver),
  },
  {
    path: '/petugas/kartu/tarik/$cardId',
    title: 'screen.strandedCard',
    scope: 'card.hand_over',
    load: () => import('./stranded/stranded.tsx').then((part) => part.StrandedCard),
  },
  {
    path: '/petugas/kartu/contoh',
    title: 'screen.sampleCards',
    scope: 'card.check',
    load: () => import('./sample/sample.tsx').then((part) => part.SampleCards),
  },
  {
    path: '/petugas/kartu/kirim',
    title: 'screen.sendCards',
    scope: 'card.check',
    load: () => import('./way/send.tsx').then((part) => part.SendCards),
  },
  {
    path: '/petugas/kartu/terima',
    title: 'screen.receiveCards',
    scope: 'card.hand_over',
    load: () => import('./way/receive.tsx').then((part) => part.ReceiveCards),
  },
  {
    path: '/petugas/kartu/telusuri',
    title: 'screen.traceCard',
    scope: 'card.trace',
    navigation: { group: 'cards' },
    load: () => import('./trace/trace.tsx').then((part) => part.TraceCard),
  },
];
