import { useState } from 'react';
import { takeInListContract } from '../../../../src/cards/disposal/contract.ts';
import type { IntakeReport } from '../../../../src/cards/disposal/schema.ts';
import { TextField } from '../../../kit/text-field.tsx';
import { useSay } from '../../../kit/text.tsx';
import { TABLES, Upload } from '../form/upload.tsx';
import { texts } from './texts.ts';

/** A list of pieces; what cannot be taken in is told row by row, the rest is. */
export function TakeInList({ onReport }: { onReport: (report: IntakeReport) => void }) {
  const say = useSay(texts);
  const [source, setSource] = useState('');
  return (
    <details className="act scanner">
      <summary>{say('many')}</summary>
      <p className="soft">{say('many.about')}</p>
      <TextField
        label={say('source')}
        hint={say('source.hint')}
        name="listSource"
        required
        autoComplete="off"
        maxLength={120}
        value={source}
        onChange={(event) => setSource(event.target.value)}
      />
      <Upload
        contract={takeInListContract}
        input={source.trim() === '' ? null : { source: source.trim() }}
        missing={say('many.source')}
        label={say('many.label')}
        hint={say('many.hint')}
        accept={TABLES}
        onDone={onReport}
      />
    </details>
  );
}
