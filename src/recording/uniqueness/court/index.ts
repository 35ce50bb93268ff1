export { courtJobs, courtSearch, listCourtSearches, openCourtSearch, proposeCourtSearch } from './court-search.ts';
