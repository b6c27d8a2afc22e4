package org.throughline.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.identity.Verb;
import org.throughline.kernel.NotFound;
import org.throughline.order.OrderLine;
import org.throughline.order.SalesOrders;
import org.throughline.records.Attachment;
import org.throughline.records.Attachments;
import org.throughline.records.Comment;
import org.throughline.records.Comments;
import org.throughline.workflow.Notices;

/**
 * What the house and the customer say to each other about a line, and the documents shared with him. They hang on a record
 * type of their own, so that internal talk never shows.
 */
@Service
public class CustomerTalk {

    private static final String SHARED = "shared-line";

    private final SharedLines lines;
    private final SalesOrders orders;
    private final Comments comments;
    private final Attachments attachments;
    private final Notices notices;

    CustomerTalk(SharedLines lines, SalesOrders orders, Comments comments, Attachments attachments, Notices notices) {
        this.lines = lines;
        this.orders = orders;
        this.comments = comments;
        this.attachments = attachments;
        this.notices = notices;
    }

    /** What was said, oldest first. */
    public List<Comment> messages(UUID lineId) {
        return comments.of(SHARED, Set.of(lineId)).getOrDefault(lineId, List.of());
    }

    /** What was shared, oldest first. */
    public List<Attachment> documents(UUID lineId) {
        return attachments.of(SHARED, Set.of(lineId)).getOrDefault(lineId, List.of());
    }

    /**
     * The customer says something about a line of his own; who owns the line is told.
     *
     * @throws NotFound if the line is not his
     */
    @Verb(type = "portal-line", operation = "read")
    @Transactional
    public Comment ask(UUID lineId, String text) {
        var line = lines.one(lineId);
        var owners = orders.linesOf(Set.of(lineId)).stream()
                .map(OrderLine::ownerUserId)
                .flatMap(java.util.stream.Stream::ofNullable)
                .toList();
        notices.tell(
                owners,
                "portal.customer-asks",
                Map.of("number", line.orderNumber() + "/" + line.position(), "text", text),
                "/orders/" + lineId);
        return comments.add(SHARED, lineId, text);
    }

    /** The house says something that the customer can read. */
    @Verb(type = "sales-order", operation = "quote")
    @Transactional
    public Comment answer(UUID lineId, String text) {
        return comments.add(SHARED, lineId, text);
    }

    /** A document that the customer can open. */
    @Verb(type = "sales-order", operation = "quote")
    @Transactional
    public Attachment share(UUID lineId, String name, String mediaType, byte[] content) {
        return attachments.add(SHARED, lineId, name, mediaType, content);
    }

    /**
     * One shared document.
     *
     * @throws NotFound if the line is not the reader's, or the document is not shared with it
     */
    public Attachment document(UUID lineId, UUID documentId) {
        lines.one(lineId);
        return documents(lineId).stream()
                .filter(one -> one.id().equals(documentId))
                .findFirst()
                .orElseThrow(() -> new NotFound("file", documentId));
    }

    /**
     * What stands in a shared document.
     *
     * @throws NotFound as {@link #document}
     */
    public byte[] content(UUID lineId, UUID documentId) {
        return attachments.content(document(lineId, documentId).id());
    }
}
