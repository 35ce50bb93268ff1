-- The lists of chip UIDs of many deliveries are kept together, in runs of some millions, so that a UID is looked for in a few dozen
-- places and not in as many as there ever were deliveries. And the other way round: beside a run's pages, which are sorted by UID, stands
-- of each of its serials, in order, on which page it is: three bytes, 660 to a row. 15 bytes a blank in all.

create table blank.uid_run (
  id  int generated always as identity primary key,
  low bigint not null,
  n   bigint not null check (n > 0)
);
comment on table blank.uid_run is 'Deliveries whose lists of chip UIDs are sorted together: the lowest of their serials, and how many.';
alter table blank.batch add column uid_run int references blank.uid_run (id);
comment on column blank.batch.uid_run is 'Where its list of chip UIDs stands, once it is here.';
create index batch_uid_run on blank.batch (uid_run);

-- Lists that are here already are runs of their own.
insert into blank.uid_run (id, low, n) overriding system value
select b.seq, min(lower(r.serials)), b.uids from blank.batch b join blank.batch_range r on r.batch_id = b.id where b.uids > 0 group by b.seq, b.uids;
select setval(pg_get_serial_sequence('blank.uid_run', 'id'), coalesce(max(id), 0) + 1, false) from blank.uid_run;
update blank.batch set uid_run = seq where uids > 0;

alter table blank.uid_page drop constraint uid_page_batch_seq_fkey;
alter table blank.uid_page rename column batch_seq to run;
alter table blank.uid_page add constraint uid_page_run_fkey foreign key (run) references blank.uid_run (id);
alter table blank.uid_page add column page int;
update blank.uid_page p set page = n.page
  from (select run, first_uid, row_number() over (partition by run order by first_uid) - 1 as page from blank.uid_page) n
 where n.run = p.run and n.first_uid = p.first_uid;
alter table blank.uid_page alter column page set not null;
create unique index uid_page_number on blank.uid_page (run, page);
comment on table blank.uid_page is 'Which serial has a chip UID: 11 bytes an entry, 7 of the UID (big-endian), 4 of the serial less the lowest of the run; sorted by UID.';

create table blank.uid_place (
  run   int not null references blank.uid_run (id),
  block int not null,
  pages bytea not null,
  constraint uid_place_pkey primary key (run, block)
);
alter table blank.uid_place alter column pages set storage plain;
comment on table blank.uid_place is 'On which page of its run each serial stands: 3 bytes a serial in the order of serials, 660 to a block.';

insert into blank.uid_place (run, block, pages)
select run, block, string_agg(substring(int4send(page) from 2), ''::bytea order by above)
  from (select p.run, p.page, e.above, (row_number() over (partition by p.run order by e.above) - 1) / 660 as block
          from blank.uid_page p
          cross join lateral (select substring(p.entries from 11 * k + 8 for 4) as above from generate_series(0, length(p.entries) / 11 - 1) k) e) placed
 group by run, block;

revoke insert on blank.uid_page from jatidiri_app;
grant select on blank.uid_run, blank.uid_place to jatidiri_app;
grant select, insert, delete on blank.uid_run, blank.uid_page, blank.uid_place to jatidiri_system;
