import { useState } from 'react';
import { openChipContract } from '../../../../src/cards/card/contract.ts';
import type { AnswerOf } from '../../../../src/core/http/contract.ts';
import { Failing } from '../../../kit/states.tsx';
import { useFormat } from '../../../kit/text.tsx';
import { saveFile } from '../../download.ts';
import { useHouse } from '../../house.tsx';
import { useSession } from '../../session.tsx';
import { useCardWords } from '../words.ts';

type Chip = AnswerOf<typeof openChipContract>;

interface ChipFile {
  readonly name: string;
  readonly what: 'sod' | 'certificate' | 'dg1' | 'dg2' | 'dg3' | 'dg7' | 'dg';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
const WHATS = { 1: 'dg1', 2: 'dg2', 3: 'dg3', 7: 'dg7' } as const;

/** The files of the chip under the names that ICAO Doc 9303 gives them, and the certificate by which the signature verifies. */
function filesOf(chip: Chip): ChipFile[] {
  return [
    { name: 'EF.SOD.bin', what: 'sod', bytes: bytesOf(chip.sod) },
    ...chip.groups.map(({ number, bytes }): ChipFile => ({
      name: `EF.DG${number}.bin`,
      what: WHATS[number as keyof typeof WHATS] ?? 'dg',
      bytes: bytesOf(bytes),
    })),
    { name: 'document-signer.cer', what: 'certificate', bytes: bytesOf(chip.certificate) },
  ];
}

/**
 * What is written to the chip of a card that was just printed: for the office that printed it, as templates are in it. Fetched when it is
 * asked for, which the holder can read, and held only as long as this is open.
 */
export function ChipFiles({ cardId }: { cardId: string }) {
  const { say } = useCardWords();
  const format = useFormat();
  const { client } = useHouse();
  const { scopes } = useSession();
  const [state, setState] = useState<{ at: 'rest' | 'fetching' } | { at: 'failed'; error: unknown }>({ at: 'rest' });
  const [files, setFiles] = useState<readonly ChipFile[] | null>(null);
  if (!scopes.includes('card.print')) return null;
  const fetchChip = async () => {
    if (state.at === 'fetching') return;
    setState({ at: 'fetching' });
    try {
      setFiles(filesOf(await client.call(openChipContract, { id: cardId })));
      setState({ at: 'rest' });
    } catch (error) {
      setState({ at: 'failed', error });
    }
  };
  return (
    <section className="card-act">
      <h2>{say('chip.title')}</h2>
      <p className="soft">{say('chip.about')}</p>
      {state.at === 'failed' && <Failing error={state.error} again={() => void fetchChip()} />}
      {!files && state.at !== 'failed' && (
        <p>
          <button
            type="button"
            className="btn quiet"
            aria-disabled={state.at === 'fetching'}
            onClick={() => void fetchChip()}
          >
            {say(state.at === 'fetching' ? 'chip.fetching' : 'chip.open')}
          </button>
        </p>
      )}
      {files && (
        <>
          <ul className="chip-files">
            {files.map((file) => (
              <li key={file.name}>
                <button
                  type="button"
                  className="link"
                  onClick={() => saveFile({ name: file.name, blob: new Blob([file.bytes]) })}
                >
                  {say('chip.save', { name: file.name })}
                </button>
                <span className="soft">
                  {say(`chip.${file.what}`)}, {format.bytes(file.bytes.length)}
                </span>
              </li>
            ))}
          </ul>
          <p>
            <button type="button" className="link" onClick={() => setFiles(null)}>
              {say('chip.close')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
