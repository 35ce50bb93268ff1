// `node test/house/matrix-write.ts && npx oxfmt test/house/matrix.json`: writes the table of who may call what, to be read and committed.
import { allRooms } from '../../src/house.ts';
import { writeMatrix } from './matrix.ts';

writeMatrix(allRooms);
