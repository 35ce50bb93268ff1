-- After a table of recordings came in the planner must know of them at once: before, coverage of a nation that nobody had
-- analysed yet compared every resident with every recording.
grant maintain on enrolment.packet, enrolment.packet_step, enrolment.recording, enrolment.item to jatidiri_system;
