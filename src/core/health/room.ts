import type { Room } from '../room.ts';
import { healthRoutes } from './routes.ts';

export const healthRoom: Room = { name: 'health', routes: healthRoutes };
