-- The board of recording: what it asks, as it asks it.

-- Receipts and decisions of the last days in one pass, for the two critical times.
drop index enrolment.packet_step_received;
create index packet_step_timed on enrolment.packet_step (at) where status in (6, 10, 11, 13);

-- The list behind a number, the longest wait first, page by page; also of those that wait to be printed.
drop index enrolment.packet_status;
create index packet_status on enrolment.packet (status, status_since, id) where status <> 14;
