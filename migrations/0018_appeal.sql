-- Appeals that wait are a work list: few among the millions that one order may deactivate.

create index deactivation_appeal on resident.deactivation (effective_on) where appeal_state = 'open' and ended_on is null;
