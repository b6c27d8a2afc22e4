package org.throughline.engine.promise;

import java.util.List;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Arc;
import org.throughline.engine.schedule.Budget;
import org.throughline.engine.schedule.Job;
import org.throughline.engine.schedule.Machine;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.Operation.Alternative;
import org.throughline.engine.schedule.ScheduleProblem;
import org.throughline.engine.schedule.Scheduler;

/** Small plants with two machines, and what is asked of them. */
final class Inquiries {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always();

    private Inquiries() {}

    static Operation operation(String id, String machine, long minutes) {
        return Operation.of(id, new Alternative(machine, minutes));
    }

    static Job booked(String id, String machine, long release, long minutes) {
        return Job.of(id, release, null, 1, List.of(operation(id, machine, minutes)));
    }

    static PromiseBoard board(Job... jobs) {
        var problem = new ScheduleProblem(
                0,
                List.of(Machine.of("saw", ALWAYS), Machine.of("mill", ALWAYS)),
                List.of(),
                List.of(),
                List.of(jobs),
                List.of());
        return PromiseBoard.of(problem, Scheduler.schedule(problem, Budget.iterations(0)));
    }

    static Inquiry sawThenMill(long wanted) {
        return new Inquiry(
                List.of(Job.of(
                        "new",
                        0,
                        null,
                        1,
                        List.of(operation("new.saw", "saw", 30), operation("new.mill", "mill", 40)))),
                List.of(),
                wanted);
    }

    static PromiseBoard board(ScheduleProblem problem) {
        return PromiseBoard.of(problem, Scheduler.schedule(problem, Budget.iterations(0)));
    }

    static ScheduleProblem plant(List<Machine> machines, Job... jobs) {
        return new ScheduleProblem(0, machines, List.of(), List.of(), List.of(jobs), List.of());
    }

    static Inquiry asked(Operation... operations) {
        return new Inquiry(List.of(Job.of("new", 0, null, 1, List.of(operations))), List.of(), 0);
    }

    static Inquiry sawSoonAfterTheBookedMill(long most) {
        return new Inquiry(
                asked(operation("new.saw", "saw", 30)).jobs(), List.of(Arc.within("sub", "new.saw", 0, most)), 0);
    }
}
