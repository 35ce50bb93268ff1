-- The chip UID of a serial is found by one look-up, as the serial of a UID is: the pages of a delivery's list are sorted by UID, so
-- beside them stands of each of its serials, in order, on which page it is: three bytes, 660 to a row. 15 bytes a blank in all.

alter table blank.uid_page add column page int;
update blank.uid_page p set page = n.page
  from (select batch_seq, first_uid, row_number() over (partition by batch_seq order by first_uid) - 1 as page from blank.uid_page) n
 where n.batch_seq = p.batch_seq and n.first_uid = p.first_uid;
alter table blank.uid_page alter column page set not null;
create unique index uid_page_number on blank.uid_page (batch_seq, page);

create table blank.uid_place (
  batch_seq int not null references blank.batch (seq),
  block     int not null,
  pages     bytea not null,
  constraint uid_place_pkey primary key (batch_seq, block)
);
alter table blank.uid_place alter column pages set storage plain;
comment on table blank.uid_place is 'On which page of uid_page each serial of a delivery stands: 3 bytes a serial in the order of serials, 660 to a block.';
grant select, insert on blank.uid_place to jatidiri_app, jatidiri_system;

insert into blank.uid_place (batch_seq, block, pages)
select batch_seq, block, string_agg(substring(int4send(page) from 2), ''::bytea order by above)
  from (select p.batch_seq, p.page, e.above, (row_number() over (partition by p.batch_seq order by e.above) - 1) / 660 as block
          from blank.uid_page p
          cross join lateral (select substring(p.entries from 11 * k + 8 for 4) as above from generate_series(0, length(p.entries) / 11 - 1) k) e) placed
 group by batch_seq, block;
