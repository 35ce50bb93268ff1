import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'office.not_found': 'This office was not found. Choose an office from the list.',
  'office.name_taken': 'An open office has this name already. Use another name or open the existing one.',
  'office.wrong_level': 'This kind of office does not serve regions of that level. Choose a fitting region or kind.',
  'office.wrong_parent': 'The office above does not head this kind of office or region. Choose a fitting one.',
  'office.closed': 'This office is closed already.',
  'office.has_open_parts': 'Offices under it are still open. Close or move them first.',
  'office.region_shape': 'A region code has 2, 4, 6 or 10 digits without dots.',
  'office.zone_unknown': 'This time zone is not known; an example is Asia/Makassar.',
  'office.kind.ditjen': 'Directorate General',
  'office.kind.directorate': 'Directorate / unit of the centre',
  'office.kind.provincial': 'Provincial office',
  'office.kind.regency': 'Regency or city office',
  'office.kind.sub_office': "City sub-office (Jakarta's Suku Dinas)",
  'office.kind.unit': 'Technical unit (UPT)',
  'office.kind.mission': 'Mission abroad',
  'office.kind.counter': 'Service counter',
  'office.kind.mobile': 'Mobile unit',
};
