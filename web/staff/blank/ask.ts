import { asking } from '../ask.tsx';

export const { useAsk: useAskBlanks, useRefresh: useRefreshBlanks } = asking('blank');
