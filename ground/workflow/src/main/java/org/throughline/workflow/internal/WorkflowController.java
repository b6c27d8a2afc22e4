package org.throughline.workflow.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.workflow.Acknowledgement;
import org.throughline.workflow.Acknowledgements;
import org.throughline.workflow.Notice;
import org.throughline.workflow.Notices;
import org.throughline.workflow.ProgressJob;
import org.throughline.workflow.ProgressJobs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notices, acknowledgements and jobs over HTTP. */
@RestController
class WorkflowController {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST = 200;

    private final Notices notices;
    private final NoticeTable noticeTable;
    private final Acknowledgements acknowledgements;
    private final ProgressJobs jobs;
    private final JobTable jobTable;

    WorkflowController(
            Notices notices,
            NoticeTable noticeTable,
            Acknowledgements acknowledgements,
            ProgressJobs jobs,
            JobTable jobTable) {
        this.notices = notices;
        this.noticeTable = noticeTable;
        this.acknowledgements = acknowledgements;
        this.jobs = jobs;
        this.jobTable = jobTable;
    }

    record JobView(
            UUID id,
            String kind,
            String title,
            ProgressJob.State state,
            long done,
            long total,
            @Nullable String message,
            @Nullable String code,
            @Nullable JsonNode result,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /** 200 my notices, unread first. */
    @GetMapping("/api/notices")
    List<Notice> notices() {
        return notices.mine(MOST);
    }

    /** 204 read. */
    @PostMapping("/api/notices/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id) {
        noticeTable.read(id);
    }

    /** 204 all read. */
    @PostMapping("/api/notices/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll() {
        noticeTable.read(null);
    }

    /** 200 what I still have to confirm, or all about one record. */
    @GetMapping("/api/acknowledgements")
    List<Acknowledgement> acknowledgements(
            @RequestParam(required = false) @Nullable String recordType,
            @RequestParam(required = false) @Nullable UUID recordId) {
        return recordType != null && recordId != null
                ? acknowledgements.of(recordType, List.of(recordId)).getOrDefault(recordId, List.of())
                : acknowledgements.waitingForMe();
    }

    /** 200 confirmed · 404 asked of somebody else. */
    @PostMapping("/api/acknowledgements/{id}")
    Acknowledgement acknowledge(@PathVariable UUID id) {
        return acknowledgements.acknowledge(id);
    }

    /** 200 the newest jobs of the house. */
    @GetMapping("/api/jobs")
    List<JobView> jobs() {
        return jobTable.newest(MOST).stream().map(WorkflowController::view).toList();
    }

    /** 200 how far it is · 404 no such job. */
    @GetMapping("/api/jobs/{id}")
    JobView job(@PathVariable UUID id) {
        return view(jobs.get(id));
    }

    /** 200 asked to stop. */
    @DeleteMapping("/api/jobs/{id}")
    JobView cancel(@PathVariable UUID id) {
        return view(jobs.cancel(id));
    }

    private static JobView view(ProgressJob job) {
        var result = job.result();
        return new JobView(
                job.id(),
                job.kind(),
                job.title(),
                job.state(),
                job.done(),
                job.total(),
                job.message(),
                job.code(),
                result == null ? null : MAPPER.readTree(result),
                job.startedAt(),
                job.endedAt());
    }
}
