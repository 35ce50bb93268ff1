-- What follows a decision is taken back with it: a merge turns the recordings, and its end turns them again.

alter table uniqueness.adjudication
  add column kept text check (kept in ('later', 'earlier'));
comment on column uniqueness.adjudication.kept is 'Whose record stays, while the two are merged. Where the later one stays, its recording stays and the earlier one is the duplicate.';

alter table uniqueness.followed drop constraint followed_what_check;
alter table uniqueness.followed add constraint followed_what_check check (what in
  ('decided', 'packet', 'way', 'proposal', 'merged', 'letter', 'reopened', 'letter_withdrawn', 'proposal_withdrawn', 'unmerged'));
