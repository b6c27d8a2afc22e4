package org.throughline.portal.internal;

import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.identity.Permissions;
import org.throughline.kernel.Actor;
import org.throughline.portal.CustomerTalk;
import org.throughline.portal.SharedLine;
import org.throughline.portal.SharedLines;
import org.throughline.records.Attachment;
import org.throughline.records.Comment;
import org.throughline.web.Download;

/** {@code /api/portal}: a customer's own lines, the documents shared with him, and what is said about them. */
@RestController
@RequestMapping("/api/portal/lines")
class PortalController {

    private final SharedLines lines;
    private final CustomerTalk talk;
    private final Permissions permissions;

    PortalController(SharedLines lines, CustomerTalk talk, Permissions permissions) {
        this.lines = lines;
        this.talk = talk;
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
        return new SharedLinePage(
                lines.one(id),
                talk.messages(id).stream().map(PortalController::shown).toList(),
                talk.documents(id).stream().map(PortalController::shown).toList());
    }

    /** A message to the salesperson; refused for a line that is not the customer's. */
    @PostMapping("/{id}/messages")
    MessageView say(@PathVariable UUID id, @RequestBody NewMessage message) {
        return shown(talk.ask(id, message.text().strip()));
    }

    /** The house answers the customer. */
    @PostMapping("/{id}/answers")
    MessageView answer(@PathVariable UUID id, @RequestBody NewMessage message) {
        return shown(talk.answer(id, message.text().strip()));
    }

    /** The house shares a document with the customer. */
    @PostMapping(path = "/{id}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    DocumentView share(@PathVariable UUID id, @RequestParam("file") MultipartFile file) throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var mediaType = Objects.requireNonNullElse(file.getContentType(), MediaType.APPLICATION_OCTET_STREAM_VALUE);
        return shown(talk.share(id, name, mediaType, file.getBytes()));
    }

    /** A shared document, to save. */
    @GetMapping("/{id}/documents/{documentId}")
    ResponseEntity<byte[]> open(@PathVariable UUID id, @PathVariable UUID documentId) {
        permissions.require(Actor.current().partner() == null ? "sales-order-line" : "portal-line", "read");
        return Download.saved(talk.document(id, documentId).name(), talk.content(id, documentId));
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
