import { asking } from '../ask.tsx';

export const { useAsk, useRefresh } = asking('voter');
