import { notice } from '../../core/notice/index.ts';

export const electionsOpened = notice<{ readonly id: string }>('voter.elections_opened');
