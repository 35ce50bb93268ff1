import { useState } from 'react';
import type { Region } from '../../../src/register/region/schema.ts';
import { DateField } from '../../../web/kit/date-field.tsx';
import { dropDraft, readDraft, useDraft } from '../../../web/kit/draft.ts';
import { FileDrop } from '../../../web/kit/file-drop.tsx';
import { ErrorSummary, FormSection } from '../../../web/kit/form-section.tsx';
import { GreatAct } from '../../../web/kit/great-act.tsx';
import { NikField } from '../../../web/kit/nik-field.tsx';
import { RegionPicker } from '../../../web/kit/region-picker.tsx';
import { ChoiceField, PasswordField, TextField } from '../../../web/kit/text-field.tsx';
import { useTell } from '../../../web/kit/toasts.tsx';
import { useDistrictName, useRegionSearch } from '../../../web/staff/regions.ts';

const OFFICER = 'contoh';
const FORM = 'penduduk-baru';

export function Forms() {
  const kept = readDraft<{ born: string; nik: string }>(OFFICER, FORM);
  const [born, setBorn] = useState(kept?.born ?? '');
  const [nik, setNik] = useState(kept?.nik ?? '');
  const [region, setRegion] = useState<Region | null>(null);
  const [sent, setSent] = useState(false);
  const saved = useDraft(OFFICER, FORM, { born, nik }, !sent && (born !== '' || nik !== ''));
  const search = useRegionSearch();
  const districtName = useDistrictName();
  const tell = useTell();
  return (
    <>
      <h1 className="page-title">Penduduk baru</h1>
      <ErrorSummary faults={[{ name: 'nama', label: 'Nama lengkap', message: 'Wajib diisi.' }]} />
      <FormSection title="Diri" about="Sesuai dokumen yang ditunjukkan.">
        <TextField name="nama" label="Nama lengkap" hint="Tanpa gelar" error="Wajib diisi." required />
        <NikField label="NIK" name="nik" value={nik} onChange={setNik} districtName={districtName} />
        <RegionPicker label="Tempat tinggal" name="wilayah" value={region} onChange={setRegion} search={search} />
        <DateField label="Tanggal lahir" value={born} onChange={setBorn} />
        <ChoiceField
          label="Agama atau kepercayaan"
          name="agama"
          none="Pilih"
          choices={[{ value: '1', label: 'Islam' }]}
        />
        <PasswordField label="Kata sandi" name="sandi" />
      </FormSection>
      <FormSection title="Lampiran">
        <FileDrop
          label="Surat keterangan lahir"
          hint="PDF, JPEG, atau PNG"
          accept={['.pdf']}
          mostBytes={2_000_000}
          state={{ at: 'sending', name: 'lahir.pdf', sent: 400_000, total: 1_200_000 }}
          onFile={() => {}}
        />
        <FileDrop
          label="Buku nikah"
          hint="PDF"
          accept={['.pdf']}
          mostBytes={2_000_000}
          state={{ at: 'kept', name: 'nikah.pdf' }}
          onFile={() => {}}
        />
      </FormSection>
      <p className="soft" role="status">
        {saved && 'Draf tersimpan di perangkat ini.'}
      </p>
      <button
        type="button"
        className="btn"
        onClick={() => {
          tell('done', `Tersimpan: ${born}`);
          setSent(true);
          dropDraft(OFFICER, FORM);
        }}
      >
        Simpan
      </button>{' '}
      <button type="button" className="btn quiet">
        Batalkan
      </button>
    </>
  );
}

export function Great() {
  return (
    <GreatAct
      title="Gabungkan dua data penduduk"
      sentence="Data kedua akan ditutup sebagai ganda dan seluruh riwayatnya dipindahkan ke data pertama."
      numbers={[
        { label: 'Catatan dipindahkan', value: '14' },
        { label: 'Kartu terkait', value: '2' },
      ]}
      hash="9f2c61d0b7a845e3c1f0d2b3a4958677e1c2d3b4a5968778695a4b3c2d1e0f90"
      proposedBy="D. Contoh Lubis"
      proposedAt="2018-12-11T07:30:00Z"
      expiresAt="2018-12-12T07:30:00Z"
      mayApprove="Kepala Seksi, Suku Dinas Contoh"
    >
      <div className="row acts">
        <button type="button" className="btn stop">
          Tolak usul
        </button>
        <button type="button" className="btn">
          Setujui penggabungan
        </button>
      </div>
    </GreatAct>
  );
}
