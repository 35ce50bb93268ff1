import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'overview.column.code': 'region code',
  'overview.column.name': 'region',
  'overview.column.stock': 'stock',
  'overview.column.coming': 'on the way to the region',
  'overview.column.usedIn60Days': 'used in 60 days',
  'overview.column.backlog': 'print-ready, waiting',
  'overview.column.daysLeft': 'days of stock',
  'overview.column.wanted': 'short for a month',
  'overview.column.regencies': 'regencies',
  'overview.column.silent': 'destruction not reported',
  'overview.column.reportedOn': 'last destruction report',
  'overview.column.destructions': 'destructions',
  'overview.column.pieces': 'pieces destroyed',
  'overview.column.openIncidents': 'open incidents',
  'overview.column.asOf': 'as of',
};
