export {
  courtJobs,
  courtSearch,
  listCourtSearches,
  openCourtSearch,
  proposeCourtSearch,
  searchForCourt,
} from './court-search.ts';
