import type { Screen } from '../screen.ts';

/** Blanks: where they lie, how they go from store to store, and what does not add up. */
export const blankScreens: readonly Screen[] = [
  {
    path: '/petugas/blangko',
    title: 'screen.stock',
    scope: 'blank.read',
    navigation: { group: 'cards' },
    load: () => import('./stock/stock.tsx').then((part) => part.Stock),
  },
  {
    path: '/petugas/blangko/gudang/$storeId',
    title: 'screen.stockCard',
    scope: 'blank.read',
    load: () => import('./stock/card.tsx').then((part) => part.StockCard),
  },
  {
    path: '/petugas/blangko/gudang/$storeId/serah-terima',
    title: 'screen.handover',
    scope: 'blank.read',
    load: () => import('./store/handover.tsx').then((part) => part.Handover),
  },
  {
    path: '/petugas/blangko/gudang-baru',
    title: 'screen.openStore',
    scope: 'blank.store.manage',
    load: () => import('./store/open-store.tsx').then((part) => part.OpenStore),
  },
  {
    path: '/petugas/blangko/pengiriman',
    title: 'screen.shipments',
    scope: 'blank.read',
    navigation: { group: 'cards' },
    load: () => import('./shipment/shipments.tsx').then((part) => part.Shipments),
  },
  {
    path: '/petugas/blangko/kirim',
    title: 'screen.send',
    scope: 'blank.keep',
    load: () => import('./shipment/send.tsx').then((part) => part.Send),
  },
  {
    path: '/petugas/blangko/pengiriman/$shipmentId',
    title: 'screen.shipment',
    scope: 'blank.read',
    load: () => import('./shipment/shipment.tsx').then((part) => part.OneShipment),
  },
  {
    path: '/petugas/blangko/opname',
    title: 'screen.stockTake',
    scope: 'blank.count',
    navigation: { group: 'cards' },
    load: () => import('./count/stock-take.tsx').then((part) => part.StockTake),
  },
  {
    path: '/petugas/blangko/selisih',
    title: 'screen.differences',
    scope: 'blank.read',
    navigation: { group: 'cards' },
    load: () => import('./difference/differences.tsx').then((part) => part.Differences),
  },
  {
    path: '/petugas/blangko/pemasok',
    title: 'screen.deliveries',
    scope: 'blank.read',
    navigation: { group: 'cards' },
    load: () => import('./delivery/deliveries.tsx').then((part) => part.Deliveries),
  },
  {
    path: '/petugas/blangko/pemasok/catat',
    title: 'screen.recordDelivery',
    scope: 'blank.deliver',
    load: () => import('./delivery/record.tsx').then((part) => part.RecordDelivery),
  },
  {
    path: '/petugas/blangko/pemasok/$deliveryId',
    title: 'screen.delivery',
    scope: 'blank.read',
    load: () => import('./delivery/delivery.tsx').then((part) => part.OneDelivery),
  },
  {
    path: '/petugas/blangko/telusuri',
    title: 'screen.traceBlank',
    scope: 'blank.trace',
    navigation: { group: 'cards' },
    load: () => import('./trace/trace.tsx').then((part) => part.Trace),
  },
];
