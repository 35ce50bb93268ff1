import type { ElectionView } from '../../../src/sharing/voter/schema.ts';
import { Tag, type Standing } from '../../kit/tag.tsx';
import { useLanguage, useSay } from '../../kit/text.tsx';
import { texts } from './texts.ts';

const STATE: Readonly<Record<ElectionView['state'], Standing>> = {
  PLANNED: 'waiting',
  OPEN: 'done',
  FROZEN: 'sealed',
  HELD: 'plain',
};

export function ElectionState({ state }: { state: ElectionView['state'] }) {
  const say = useSay(texts);
  return <Tag standing={STATE[state]}>{say(`state.${state}`)}</Tag>;
}

/** The election's name in the reader's language. */
export function useElectionName() {
  const language = useLanguage();
  return ({ nameId, nameEn }: { readonly nameId: string; readonly nameEn: string }) =>
    language === 'id' ? nameId : nameEn;
}

export function useArea() {
  const say = useSay(texts);
  return ({ area, kind }: Pick<ElectionView, 'area' | 'kind'>) =>
    area.length > 0 ? area.map(({ name }) => name).join(', ') : say(kind === 'pemilu' ? 'nation' : 'nation.pilkada');
}
