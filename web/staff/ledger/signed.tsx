import { Tag } from '../../kit/tag.tsx';
import { useSay } from '../../kit/text.tsx';
import { texts } from './texts.ts';

/** Whether the log's key signed a checkpoint, as this browser found. */
export function Signed({ signed }: { signed: 'yes' | 'no' | 'unable' }) {
  const say = useSay(texts);
  const standing = ({ yes: 'done', no: 'stopped', unable: 'plain' } as const)[signed];
  return <Tag standing={standing}>{say(`signed.${signed}`)}</Tag>;
}
