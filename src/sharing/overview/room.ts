import type { Room } from '../../core/room.ts';
import { agreementsPage } from './page.ts';

export const room: Room = { name: 'sharing_overview', pages: [agreementsPage] };
