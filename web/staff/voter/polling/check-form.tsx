import { useCallback, useState, type FormEvent } from 'react';
import type { Region } from '../../../../src/register/region/schema.ts';
import { isNumber, numberKey, POLLING_DOCUMENTS, type PollingDocument } from '../../../../src/sharing/voter/rules.ts';
import { NikField } from '../../../kit/nik-field.tsx';
import { NotReached, Problem } from '../../../kit/problem.ts';
import { RegionPicker } from '../../../kit/region-picker.tsx';
import { Failing } from '../../../kit/states.tsx';
import { ChoiceField, TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { useDistrictName, useOwnVillageSearch } from '../../regions.ts';
import { Answer } from './answer.tsx';
import type { KeptFile } from './kept-files.ts';
import { useLook, type Election } from './look.ts';
import { texts } from './texts.ts';

const EMPTY = { document: 'card' as PollingDocument, nik: '', number: '' };

/** The document before the officer. */
export function CheckForm({ election, files }: { election: Election; files: readonly KeptFile[] }) {
  const say = useSay(texts);
  const search = useVillages(files);
  const districtName = useDistrictName();
  const [village, setVillage] = useState<Region | null>(null);
  const [given, setGiven] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const look = useLook(election, files);
  const number = numberKey(given.document, given.number);
  const faults = {
    village: village ? undefined : say('village.wrong'),
    nik: /^\d{16}$/.test(given.nik) ? undefined : say('nik.wrong'),
    number: isNumber(given.document, number) ? undefined : say(`number.${given.document}.wrong`),
  };
  const problem = look.failed instanceof Problem ? look.failed : null;
  const fault = (name: keyof typeof faults) =>
    (tried ? faults[name] : undefined) ?? problem?.errors.find(({ path }) => path === name)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (village && !faults.nik && !faults.number) void look.run({ village: village.code, ...given, number });
  };
  const change = (part: Partial<typeof EMPTY>) => {
    setGiven({ ...given, ...part });
    look.forget();
  };
  return (
    <form noValidate aria-label={say('title')} onSubmit={submit}>
      <RegionPicker
        label={say('village')}
        required
        value={village}
        onChange={setVillage}
        search={search}
        error={fault('village')}
      />
      <ChoiceField
        label={say('document')}
        name="document"
        value={given.document}
        choices={POLLING_DOCUMENTS.map((value) => ({ value, label: say(`document.${value}`) }))}
        onChange={(event) => change({ document: event.target.value as PollingDocument, number: '' })}
      />
      <NikField
        label={say('nik')}
        name="nik"
        required
        value={given.nik}
        districtName={districtName}
        error={fault('nik')}
        onChange={(nik) => change({ nik })}
      />
      <TextField
        label={say(`number.${given.document}`)}
        hint={say(`number.${given.document}.hint`)}
        name="number"
        required
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        inputMode={given.document === 'card' ? 'numeric' : 'text'}
        value={given.number}
        error={fault('number')}
        onChange={(event) => change({ number: event.target.value })}
      />
      {look.failed === 'missing' ? (
        <div className="note stopped" role="alert">
          <p>{say('along.missing')}</p>
        </div>
      ) : (
        look.failed !== null && !problem?.errors.length && <Failing error={look.failed} />
      )}
      <div className="row">
        <button type="submit" className="btn" aria-disabled={look.busy}>
          {say(look.busy ? 'checking' : 'check')}
        </button>
        {look.told && (
          <button
            type="button"
            className="btn quiet"
            onClick={() => {
              change(EMPTY);
              setTried(false);
              document.querySelector<HTMLInputElement>('input[name="nik"]')?.focus();
            }}
          >
            {say('another')}
          </button>
        )}
      </div>
      {look.told && <Answer told={look.told} />}
    </form>
  );
}

/** Villages of the officer's region; where nobody answers, those whose files are here. */
function useVillages(files: readonly KeptFile[]) {
  const search = useOwnVillageSearch();
  return useCallback(
    async (text: string, signal: AbortSignal) => {
      try {
        return await search(text, signal);
      } catch (error) {
        if (!(error instanceof NotReached)) throw error;
        const typed = text.trim().toLowerCase();
        return files.map(({ region }) => region).filter(({ name }) => name.toLowerCase().includes(typed));
      }
    },
    [search, files],
  );
}
