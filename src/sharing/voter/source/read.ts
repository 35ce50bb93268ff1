/** Rows of a list of sources, as services, courts and missions keep them: what each says, or why it cannot be read. */
import type { Nik } from '../../../core/id/index.ts';
import { dayOfCell, nikOfCell, readRows, type FaultyRow, type ReadBatch } from '../../../core/staged-import/index.ts';
import { cellText, type Row, type TableSource } from '../../../core/table/index.ts';
import { dayIn, ZONES, type CivilDate } from '../../../core/time/index.ts';
import type { SourceKind } from '../eligibility/rules.ts';
import { refuse } from '../refusals.ts';
import { kindOfBody, type ListKind, type SourceFault } from './rules.ts';

export interface GivenSource {
  readonly row: number;
  readonly nik: Nik;
  readonly kind: SourceKind;
  readonly body: string;
  readonly number: string | null;
  readonly decidedOn: CivilDate | null;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
}

const HEADERS = {
  nik: ['nik'],
  body: ['kesatuan', 'service', 'dinas', 'instansi', 'pengadilan', 'court', 'perwakilan', 'mission', 'perwakilan_ri'],
  number: ['nomor', 'number', 'nomor_putusan', 'no_putusan'],
  decidedOn: ['tanggal', 'date', 'tanggal_putusan', 'tgl_putusan'],
  since: ['sejak', 'since', 'tmt', 'mulai'],
  until: ['sampai', 'until', 'berakhir'],
} as const;
type Name = keyof typeof HEADERS;

const BODY_HEAD = { service: 'kesatuan', deprivation: 'pengadilan', mission: 'perwakilan' } as const;

/** Reads the list in batches. Refuses one without its columns. */
export function readSources(
  list: ListKind,
  source: TableSource,
  { now, batchRows }: { readonly now: Date; readonly batchRows: number },
): AsyncGenerator<ReadBatch<GivenSource, SourceFault>> {
  const heads = { ...HEADERS, body: [BODY_HEAD[list], ...HEADERS.body] };
  return readRows<GivenSource, Name, SourceFault>(source, {
    heads,
    needed: list === 'deprivation' ? ['nik', 'body', 'number', 'decidedOn', 'since'] : ['nik', 'body', 'since'],
    missing: (columns) => refuse('voter.import_columns', { values: { columns } }),
    batchRows,
    reader: (places) => rowReader(list, places, dayIn(ZONES.WIT, now)),
  });
}

function rowReader(list: ListKind, places: Readonly<Record<Name, number>>, latest: CivilDate) {
  return (row: Row, at: number): GivenSource | FaultyRow<SourceFault> => {
    const fault = (column: string, code: SourceFault, text: string | null): FaultyRow<SourceFault> => ({
      row: at,
      column,
      code,
      given: text?.slice(0, 40) ?? null,
    });
    const textAt = (name: Name) => (places[name] < 0 ? '' : cellText(row[places[name]]).trim().replaceAll(/\s+/g, ' '));
    const nik = nikOfCell(row[places.nik]);
    if (!nik) return fault('nik', 'nik', null);
    const body = textAt('body').toUpperCase();
    if (body === '' || body.length > 120) return fault(BODY_HEAD[list], 'body', null);
    const kind = kindOfBody(list, body);
    if (!kind) return fault(BODY_HEAD[list], 'service', body);
    const number = textAt('number') || null;
    const decidedText = textAt('decidedOn');
    const decidedOn = dayOfCell(decidedText);
    if (list === 'deprivation') {
      if (number === null || number.length > 80) return fault('nomor', 'number', null);
      if (!decidedOn) return fault('tanggal', 'date', decidedText);
      if (decidedOn > latest) return fault('tanggal', 'future', decidedOn);
    }
    const since = dayOfCell(textAt('since'));
    if (!since) return fault('sejak', 'date', textAt('since'));
    const untilText = textAt('until');
    const until = untilText === '' ? null : dayOfCell(untilText);
    if (untilText !== '' && !until) return fault('sampai', 'date', untilText);
    if (until && until < since) return fault('sampai', 'order', until);
    const ofCourt = list === 'deprivation';
    return {
      row: at,
      nik,
      kind,
      body,
      number: ofCourt ? number : null,
      decidedOn: ofCourt ? decidedOn : null,
      since,
      until,
    };
  };
}
