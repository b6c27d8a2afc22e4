package org.throughline.records.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.kernel.NotFound;
import org.throughline.records.Attachment;
import org.throughline.records.Comment;
import org.throughline.web.Download;

/** History, comments and files of a record; who may read the record may read these and add to them. */
@RestController
class RecordExtrasController {

    private final RecordReader reader;
    private final Access access;
    private final History history;
    private final CommentTable comments;
    private final AttachmentTable attachments;

    RecordExtrasController(
            RecordReader reader, Access access, History history, CommentTable comments, AttachmentTable attachments) {
        this.reader = reader;
        this.access = access;
        this.history = history;
        this.comments = comments;
        this.attachments = attachments;
    }

    record HistoryView(Instant at, String user, String origin, String operation, List<ChangeView> changes) {}

    record ChangeView(
            String field,
            String label,
            @Nullable String old,
            @JsonProperty("new") @Nullable String now) {}

    record CommentBody(String text) {}

    /** 200 newest first, in the reader's words. */
    @GetMapping("/api/records/{type}/{id}/history")
    List<HistoryView> history(@PathVariable String type, @PathVariable UUID id) {
        return history.of(known(type, id), id).stream()
                .map(entry -> new HistoryView(
                        entry.at(),
                        entry.user(),
                        entry.origin(),
                        entry.operation(),
                        entry.changes().stream()
                                .map(change ->
                                        new ChangeView(change.field(), change.label(), change.old(), change.now()))
                                .toList()))
                .toList();
    }

    /** 200 oldest first. */
    @GetMapping("/api/records/{type}/{id}/comments")
    List<Comment> comments(@PathVariable String type, @PathVariable UUID id) {
        known(type, id);
        return comments.of(type, List.of(id)).getOrDefault(id, List.of());
    }

    /** 201 the comment · 422 nothing said. */
    @PostMapping("/api/records/{type}/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Comment comment(@PathVariable String type, @PathVariable UUID id, @RequestBody CommentBody body) {
        known(type, id);
        return comments.add(type, id, body.text());
    }

    /** 200 oldest first. */
    @GetMapping("/api/records/{type}/{id}/files")
    List<Attachment> files(@PathVariable String type, @PathVariable UUID id) {
        known(type, id);
        return attachments.of(type, List.of(id)).getOrDefault(id, List.of());
    }

    /** 201 the file · 409 empty or too large. */
    @PostMapping(path = "/api/records/{type}/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Attachment attach(@PathVariable String type, @PathVariable UUID id, @RequestParam("file") MultipartFile file)
            throws IOException {
        known(type, id);
        var name = file.getOriginalFilename();
        var mediaType = file.getContentType();
        return attachments.add(
                type,
                id,
                name == null ? "" : name,
                mediaType == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : mediaType,
                file.getBytes());
    }

    /** 200 the content, shown in the page if it is a picture or PDF, else saved · 404 none, or not yours to read. */
    @GetMapping("/api/files/{id}")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        var file = attachments.find(id).orElseThrow(() -> new NotFound("file", id));
        known(file.recordType(), file.recordId());
        return Download.shown(file.name(), file.mediaType(), attachments.content(id));
    }

    private Shape known(String type, UUID id) {
        var seen = access.seen(type);
        if (reader.find(seen, id).isEmpty()) {
            throw new NotFound(type, id);
        }
        return seen;
    }
}
