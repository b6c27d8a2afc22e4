package org.throughline.portal.internal;

import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.identity.Permissions;
import org.throughline.kernel.Actor;
import org.throughline.portal.SharedLine;
import org.throughline.portal.SharedLines;
import org.throughline.records.Attachment;
import org.throughline.records.Attachments;
import org.throughline.records.Comment;
import org.throughline.records.Comments;

/** {@code /api/portal}: a customer's own lines, the documents shared with him, and his messages. */
@RestController
@RequestMapping("/api/portal/lines")
class PortalController {

    /** Messages and documents for the customer hang on this record type, so that internal talk never shows. */
    private static final String SHARED = "shared-line";

    private final SharedLines lines;
    private final Comments comments;
    private final Attachments attachments;
    private final Permissions permissions;

    PortalController(SharedLines lines, Comments comments, Attachments attachments, Permissions permissions) {
        this.lines = lines;
        this.comments = comments;
        this.attachments = attachments;
        this.permissions = permissions;
    }

    record MessageView(UUID id, String author, boolean mine, String text, Instant at) {}

    record DocumentView(UUID id, String name, long size, Instant at) {}

    record SharedLinePage(SharedLine line, List<MessageView> messages, List<DocumentView> documents) {}

    record NewMessage(@NotBlank String text) {}

    /** The customer's own order lines. */
    @GetMapping
    List<SharedLine> mine() {
        permissions.require("portal-line", "read");
        return lines.mine();
    }

    /** One of the customer's own order lines. */
    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    SharedLinePage one(@PathVariable UUID id) {
        permissions.require("portal-line", "read");
        var line = lines.one(id);
        return new SharedLinePage(
                line,
                comments.of(SHARED, Set.of(id)).getOrDefault(id, List.of()).stream()
                        .map(PortalController::shown)
                        .toList(),
                attachments.of(SHARED, Set.of(id)).getOrDefault(id, List.of()).stream()
                        .map(PortalController::shown)
                        .toList());
    }

    /** A message to the salesperson; refused for a line that is not the customer's. */
    @PostMapping("/{id}/messages")
    @Transactional
    MessageView say(@PathVariable UUID id, @RequestBody NewMessage message) {
        permissions.require("portal-line", "read");
        lines.one(id);
        return shown(comments.add(SHARED, id, message.text().strip()));
    }

    private static MessageView shown(Comment comment) {
        var me = Actor.current().user();
        return new MessageView(
                comment.id(),
                comment.authorName(),
                me != null && me.equals(comment.author()),
                comment.text(),
                comment.at());
    }

    private static DocumentView shown(Attachment file) {
        return new DocumentView(file.id(), file.name(), file.size(), file.at());
    }
}
