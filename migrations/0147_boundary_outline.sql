-- What pages draw of a boundary is made once, when the map is imported: a path in whole steps instead of the geometry's degrees.

alter table region.boundary add column outline text;
comment on column region.boundary.outline is 'SVG path in hundredths of a degree, east of 94 degrees and south of 7 degrees north; none for a map imported before there were any.';

create or replace view region_read.boundary as select code, geometry, outline from region.boundary;
