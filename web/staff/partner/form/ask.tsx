import { asking } from '../../ask.tsx';

export { Asked, useMay } from '../../ask.tsx';
export { Go, useGo } from '../../go.tsx';
export const { useAsk, useRefresh } = asking('partner');
