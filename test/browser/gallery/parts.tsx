import { useState } from 'react';
import { BarChart, LineChart, Sparkline } from '../../../web/kit/charts.tsx';
import { DataTable } from '../../../web/kit/data-table.tsx';
import { EvidenceDrawer } from '../../../web/kit/evidence-drawer.tsx';
import { Identifier } from '../../../web/kit/identifier.tsx';
import { IdentityStrip } from '../../../web/kit/identity-strip.tsx';
import { Problem } from '../../../web/kit/problem.ts';
import { SideBySide } from '../../../web/kit/side-by-side.tsx';
import { Empty, Failing, Forbidden, Loading, Offline } from '../../../web/kit/states.tsx';
import { StateLine } from '../../../web/kit/state-line.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { TileMap } from '../../../web/kit/tile-map.tsx';
import { WorkList } from '../../../web/kit/work-list.tsx';

const NOW = Date.parse('2018-12-11T09:00:00Z');
const HOUR = 3_600_000;
const ROWS = [
  {
    serial: '0031990711822044',
    why: 'Pindah alamat',
    standing: 'stopped',
    word: 'Ditemukan',
    days: 1031,
    line: [1, 4, 9, 12, 12, 40],
  },
  {
    serial: '0031990711822051',
    why: 'Rusak fisik',
    standing: 'done',
    word: 'Dimusnahkan',
    days: 12,
    line: [9, 7, 6, 2, 1, 0],
  },
  {
    serial: '0031990711822057',
    why: 'Data berubah',
    standing: 'sealed',
    word: 'Di kantong',
    days: 231,
    line: [3, 3, 4, 3, 3, 4],
  },
  {
    serial: '0031990711822060',
    why: 'Data berubah',
    standing: 'waiting',
    word: 'Menunggu saksi',
    days: 2,
    line: [0, 0, 1, 2, 2, 3],
  },
] as const;
const TILES = [
  ['AC', 0, 0, 96],
  ['SU', 1, 1, 95],
  ['JK', 2, 2, 99],
  ['PA', 4, 2, 71],
  ['PB', 3, 1, null],
] as const;

export function Parts() {
  const [open, setOpen] = useState(true);
  const [chosen, setChosen] = useState('all');
  return (
    <>
      <IdentityStrip
        name="SITI CONTOH RAHAYU"
        nik="9901014508909001"
        facts={['Perempuan', 'Contoh, 5 Agustus 1990', 'Desa Contoh, Kecamatan Contoh']}
        purpose="penelusuran kartu"
        state={<Tag standing="stopped">Kartu invalid</Tag>}
        askPhoto={() => Promise.reject(new Error('no photo in the gallery'))}
      />
      <div className="note stopped">
        <p>
          <b>Penguasaan terputus.</b> Kartu ini tercatat dalam kantong segel K-0412, tetapi ditemukan di luar gudang.
        </p>
      </div>
      <StateLine
        label="Perjalanan kartu"
        stations={[
          { name: 'Direkam', when: 'past', date: '2012-03-14' },
          { name: 'Dicetak', when: 'past', date: '2012-07-02', who: 'M. Contoh Siregar' },
          { name: 'Ditarik', when: 'past', date: '2016-02-11', note: 'pindah alamat' },
          { name: 'Ditemukan', when: 'now', date: '2018-12-08', note: 'penyidikan' },
          { name: 'Dimusnahkan', when: 'next', note: 'menunggu izin penyidik' },
        ]}
      />
      <div className="with-evidence">
        <section>
          <h2>Kartu lain dari kantong yang sama</h2>
          <DataTable
            caption="Kartu lain dari kantong yang sama"
            empty="Kosong"
            rowKey={(row) => row.serial}
            rows={{ at: 'here', rows: ROWS }}
            columns={[
              { key: 'serial', head: 'Nomor seri', names: true, cell: (row) => <Identifier value={row.serial} /> },
              { key: 'why', head: 'Sebab ditarik', cell: (row) => row.why },
              { key: 'now', head: 'Sekarang', cell: (row) => <Tag standing={row.standing}>{row.word}</Tag> },
              {
                key: 'line',
                head: 'Setahun',
                cell: (row) => <Sparkline values={row.line} label={`Setahun: ${row.line.join(', ')}`} />,
              },
              { key: 'days', head: 'Hari', number: true, cell: (row) => row.days },
            ]}
          />
          <button type="button" className="btn quiet" onClick={() => setOpen(true)}>
            Buka bukti
          </button>
        </section>
        <EvidenceDrawer title="Bukti" open={open} onClose={() => setOpen(false)}>
          <dl>
            <dt>Catatan jejak</dt>
            <dd className="mono">#18 204 771</dd>
            <dt>Akar log</dt>
            <dd className="hash">pQ3vb1mZ0kQw8sV0uXo5l4mJm6rT1nC2hS9aYdE7fGc=</dd>
            <dt>Diperiksa</dt>
            <dd>
              <Tag standing="done">Cocok dengan 2 dari 3 saksi log</Tag>
            </dd>
          </dl>
          <button type="button" className="btn">
            Buka kasus
          </button>
        </EvidenceDrawer>
      </div>
      <h2>Pekerjaan</h2>
      <WorkList
        label="Pekerjaan"
        now={NOW}
        empty="Tidak ada"
        filters={[
          { key: 'all', label: 'Semua', count: 2 },
          { key: 'late', label: 'Lewat batas', count: 1 },
        ]}
        filter={chosen}
        onFilter={setChosen}
        onOpen={(item) => setChosen(item.key)}
        items={[
          {
            key: 'a',
            title: 'Penggabungan dua data',
            why: 'Usul D. Contoh Lubis menunggu keputusan orang kedua',
            since: NOW - 22 * HOUR,
            tag: <Tag standing="stopped">sisa 2 jam</Tag>,
          },
          {
            key: 'b',
            title: 'Permohonan 470.13/11',
            why: 'Persyaratan lengkap, belum diperiksa',
            since: NOW - 3 * HOUR,
          },
        ]}
      />
      <SideBySide
        caption="Dua data yang mirip"
        left="9901 … 9001"
        right="9901 … 9002"
        rows={[
          { label: 'Nama', left: 'Soekarno Contoh', right: 'Sukarno Contoh' },
          { label: 'Tanggal lahir', left: '5 Agustus 1990', right: '5 Agustus 1990' },
          { label: 'Nama ibu', left: null, right: 'Contoh' },
        ]}
      />
      <h2>Angka</h2>
      <BarChart
        label="Pemanfaatan"
        bars={[
          { label: 'Perjanjian (PKS)', value: 1130 },
          { label: 'Petunjuk teknis', value: 576 },
          { label: 'Terhubung', value: 313 },
        ]}
      />
      <LineChart
        label="Penduduk tercatat"
        unit="jiwa"
        points={[2011, 2012, 2013, 2014, 2015].map((year, at) => ({
          at: String(year),
          value: [10, 40, 70, 90, 97][at]! * 1000,
        }))}
      />
      <TileMap
        label="Cakupan menurut provinsi"
        scale={{ from: 68, to: 100, shownFrom: '68 %', shownTo: '100 %' }}
        outlines={{
          box: { left: 0, top: 0, width: 300, height: 100 },
          shapes: [
            { code: 'AC', path: 'M0 0l100 0 0 100 -100 0z' },
            { code: 'SU', path: 'M100 0l100 0 0 100 -100 0z' },
            { code: 'PB', path: 'M200 0l100 0 0 100 -100 0z' },
          ],
          missing: 2,
        }}
        tiles={TILES.map(([letters, column, row, value]) => ({
          code: letters,
          letters,
          name: letters,
          column,
          row,
          value,
          shown: `${value} %`,
        }))}
      />
      <h2>Keadaan</h2>
      <Empty will="Permohonan yang masuk akan muncul di sini." how={<a href="#baru">Buat permohonan baru</a>} />
      <Loading lines={3} />
      <Failing error={new Error('x')} again={() => {}} />
      <Failing
        error={
          new Problem({
            status: 500,
            code: 'http.fault_of_ours',
            title: 'Ada kesalahan di pihak kami.',
            requestId: '0190',
          })
        }
      />
      <Offline since={NOW - 4 * 60_000} waits={2} now={NOW} />
      <Forbidden />
    </>
  );
}
