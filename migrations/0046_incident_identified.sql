-- A report of the public often brings a photo and no number: whoever looks into it enters what he reads there, and the incident goes to
-- where the blanks lie.

alter table blank.incident_event drop constraint incident_event_kind_check,
  add constraint incident_event_kind_check
    check (kind in ('opened', 'taken_up', 'noted', 'identified', 'police', 'frozen', 'lifted', 'closed')),
  drop constraint incident_event_serials,
  add constraint incident_event_serials check ((serials is not null) = (kind in ('identified', 'frozen', 'lifted')));

grant update (serials, unknown, region_code) on blank.incident to jatidiri_app, jatidiri_system;
