-- Appeals that wait are a work list: few among the millions that one order may deactivate.

create index deactivation_appeal on resident.deactivation (effective_on) where appeal_state = 'open' and ended_on is null;

-- Every page of a person asks whether a deactivation has been announced; of those in force and ended it need not know.
create index deactivation_announced on resident.deactivation (nik) where effective_act is null and ended_on is null;
