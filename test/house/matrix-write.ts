// `node test/house/matrix-write.ts`: writes the table of who may call what, to be looked at and committed.
import { allRooms } from '../../src/house.ts';
import { writeMatrix } from './matrix.ts';

writeMatrix(allRooms);
