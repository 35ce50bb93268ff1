export { takeAlong } from './along.ts';
export { appointmentsKept, callNext, changeAppointment, listQueue, makeAppointment } from './appointment.ts';
export { enrolmentService } from './application.ts';
export { cancelVisit, listVisits, openPlan, planVisit, visitDone } from './visit.ts';
