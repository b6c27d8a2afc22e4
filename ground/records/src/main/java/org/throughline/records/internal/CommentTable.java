package org.throughline.records.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.records.Comment;
import org.throughline.records.Comments;
import org.throughline.records.ValueRefused;

/** Comments, in table {@code records.comment}. */
@Repository
class CommentTable implements Comments {

    private final JdbcClient jdbc;
    private final Clock clock;

    CommentTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Comment add(String recordType, UUID recordId, String text) {
        if (text.isBlank()) {
            throw ValueRefused.required("text", "zh".equals(FieldValues.language()) ? "评论" : "Comment");
        }
        var actor = Actor.current();
        var comment = new Comment(
                Identity.fresh(), recordType, recordId, text.strip(), actor.user(), actor.name(), clock.instant());
        jdbc.sql("""
                INSERT INTO records.comment (id, record_type, record_id, text, author_id, author_name, at)
                VALUES (:id, :type, :record, :text, :author, :authorName, :at)
                """)
                .param("id", comment.id())
                .param("type", recordType)
                .param("record", recordId)
                .param("text", comment.text())
                .param("author", comment.author())
                .param("authorName", comment.authorName())
                .param("at", comment.at().atOffset(ZoneOffset.UTC))
                .update();
        return comment;
    }

    @Override
    public Map<UUID, List<Comment>> of(String recordType, Collection<UUID> recordIds) {
        return jdbc
                .sql("""
                SELECT id, record_type, record_id, text, author_id, author_name, at
                  FROM records.comment
                 WHERE record_type = :type AND record_id = ANY (:records)
                 ORDER BY at, id
                """)
                .param("type", recordType)
                .param("records", recordIds.toArray(UUID[]::new))
                .query(CommentTable::map)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Comment::recordId, LinkedHashMap::new, Collectors.toList()));
    }

    private static Comment map(ResultSet row, int index) throws SQLException {
        return new Comment(
                row.getObject("id", UUID.class),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                row.getString("text"),
                row.getObject("author_id", UUID.class),
                row.getString("author_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
