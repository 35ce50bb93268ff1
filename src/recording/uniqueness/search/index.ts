export { openGalleryDesk, type GalleryDesk } from './gallery.ts';
export { jobs, searchPacket, takeUpSearches } from './search.ts';
export { listening } from './listen.ts';
export { identify } from './identify.ts';
