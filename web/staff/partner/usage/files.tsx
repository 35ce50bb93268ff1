import { useSay } from '../../../kit/text.tsx';
import { texts } from './texts.ts';

/** Beside the questions of a span: the files that were compared, where there were any. */
export function Files({ files, rows }: { files: number; rows: number }) {
  const say = useSay(texts);
  return files > 0 ? <span className="soft block">{say('files.of', { files, rows })}</span> : null;
}
