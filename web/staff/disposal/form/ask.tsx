import { asking } from '../../ask.tsx';

export { Asked, useMay } from '../../ask.tsx';
export const { useAsk, useRefresh } = asking('disposal');
