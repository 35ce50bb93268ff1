import { FileDrop } from '../../../kit/file-drop.tsx';
import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

const MOST_BYTES = 10 * 1024 * 1024;

/** The scan, chosen now and sent with the form. */
export function FileChoice({
  file,
  onFile,
  error,
}: {
  file: File | null;
  onFile: (file: File) => void;
  error: string | undefined;
}) {
  const say = useSay(texts);
  return (
    <FileDrop
      label={say('file')}
      name="file"
      hint={say('file.hint')}
      accept={['.pdf']}
      mostBytes={MOST_BYTES}
      state={error ? { at: 'refused', name: '', why: error } : file ? { at: 'kept', name: file.name } : { at: 'none' }}
      onFile={onFile}
    />
  );
}
