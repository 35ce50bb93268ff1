/** Ten blanks of one regency are offered in an online shop: reported, traced to whoever keeps them, frozen. */
import { freezeBlanks, reportIncident, setPoliceReport, traceBlank } from '../../../cards/blank/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import type { Stage } from '../journey.ts';
import { player } from '../recording/crew.ts';
import { on } from '../recording/diary.ts';
import { FOR_SALE } from './blanks.ts';

const SEEN_ON = asCivilDate('2018-12-05');
const REPORTED_ON = asCivilDate('2018-12-06');

export function enterSale(stage: Stage): void {
  const ministry = player(stage, 'ministry_officer');
  let incident = '';
  const seen: string[] = [];
  for (let serial = FOR_SALE.first; serial <= FOR_SALE.last; serial++) seen.push(String(serial));
  on(stage, REPORTED_ON, '09:30', 'blangko dijual daring', async () => {
    const done = await stage.act(ministry, (tx) =>
      reportIncident(tx, ministry, {
        kind: 'for_sale',
        place: 'Toko daring CONTOH',
        seenOn: SEEN_ON,
        words: 'Sepuluh blangko KTP-el ditawarkan di sebuah toko daring; nomor serinya terlihat pada foto.',
        seen,
      }),
    );
    incident = done.id;
    if (done.known !== seen.length) stage.fault(`${seen.length} blanks for sale should be known, ${done.known} are`);
  });
  on(stage, REPORTED_ON, '09:45', 'telusuri blangko', () =>
    stage.act(ministry, (tx) => traceBlank(tx, ministry, { what: seen[0]! })),
  );
  on(stage, REPORTED_ON, '10:00', 'bekukan blangko', async () => {
    const spans = [FOR_SALE];
    const reason = 'Ditawarkan di toko daring, menunggu pemeriksaan.';
    const { n } = await stage.act(ministry, (tx) =>
      freezeBlanks(tx, ministry, { id: incident, way: 'freeze', spans, reason }),
    );
    if (Number(n) !== seen.length) stage.fault(`${seen.length} blanks should be frozen, ${n} are`);
  });
  on(stage, REPORTED_ON, '15:00', 'laporan polisi', () =>
    stage.act(ministry, (tx) =>
      setPoliceReport(tx, ministry, { id: incident, number: 'LP/CONTOH/1206/2018', office: 'Polda Metro Jaya' }),
    ),
  );
}
