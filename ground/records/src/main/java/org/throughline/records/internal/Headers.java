package org.throughline.records.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.internal.SheetFile.Line;

/**
 * The headers of a file: which row they stand in, and which field each means. Titles above them, headers of two rows
 * and merged cells are understood: the row or pair of rows that names most fields is taken.
 */
public record Headers(int firstDataLine, List<Header> columns) {

    private static final int LOOKED_AT = 15;
    private static final Pattern DECORATION = Pattern.compile("[*＊:：\\s_\\-./]|\\(.*?\\)|（.*?）|\\[.*?]");

    /**
     * One column.
     *
     * @param field the field it means; null: none
     */
    public record Header(int index, String text, @Nullable Field field) {}

    /** The headers of these lines; without any known column if no row names a field. */
    public static Headers find(RecordType seen, List<Line> lines) {
        return find(seen, lines, Map.of());
    }

    /** @param told headers and the names of the fields they mean by somebody's word; an empty name: none */
    static Headers find(RecordType seen, List<Line> lines, Map<String, String> told) {
        var known = known(seen);
        told.forEach((header, field) -> known.put(plain(header), seen.field(field)));
        var best = new Headers(0, List.of());
        for (int i = 0; i < Math.min(LOOKED_AT, lines.size()); i++) {
            best = better(best, of(lines.get(i), null, i, known));
            if (i > 0) {
                best = better(best, of(lines.get(i), lines.get(i - 1), i, known));
            }
        }
        return best;
    }

    long knownColumns() {
        return columns.stream().filter(column -> column.field() != null).count();
    }

    public boolean has(String field) {
        return columns.stream().anyMatch(column -> {
            var known = column.field();
            return known != null && known.name().equals(field);
        });
    }

    /** The headers and the names of the fields they mean; empty: none. */
    public Map<String, String> mapping() {
        var mapping = new LinkedHashMap<String, String>();
        for (var column : columns) {
            if (!column.text().isEmpty()) {
                var field = column.field();
                mapping.put(column.text(), field == null ? "" : field.name());
            }
        }
        return mapping;
    }

    private static Headers better(Headers one, Headers other) {
        return other.knownColumns() > one.knownColumns() ? other : one;
    }

    private static Headers of(Line line, @Nullable Line above, int index, Map<String, Optional<Field>> known) {
        var columns = new ArrayList<Header>();
        var used = new HashSet<String>();
        int width =
                Math.max(line.cells().size(), above == null ? 0 : above.cells().size());
        var group = "";
        for (int i = 0; i < width; i++) {
            var own = text(line.cell(i));
            var upper = above == null ? "" : text(above.cell(i));
            group = upper.isEmpty() ? group : upper;
            var text = own.isEmpty() ? upper : own;
            var whole = own.isEmpty() ? null : known.get(plain(group + own));
            var field = (whole == null ? known.getOrDefault(plain(text), Optional.empty()) : whole).orElse(null);
            if (field != null && !used.add(field.name())) {
                field = null;
            }
            columns.add(new Header(i, text, field));
        }
        return new Headers(index + 1, columns);
    }

    private static Map<String, Optional<Field>> known(RecordType seen) {
        var known = new HashMap<String, Optional<Field>>();
        for (var field : seen.fields()) {
            var names = new ArrayList<>(field.synonyms());
            names.addAll(
                    List.of(field.name(), field.labels().zh(), field.labels().en()));
            if (field.name().endsWith("_id")) {
                names.add(field.name().substring(0, field.name().length() - 3));
            }
            names.forEach(name -> known.putIfAbsent(plain(name), Optional.of(field)));
        }
        for (var field : seen.fields()) {
            known.putIfAbsent(plain(field.labels().zh() + "编码"), Optional.of(field));
            known.putIfAbsent(plain(field.labels().zh() + "代码"), Optional.of(field));
            known.putIfAbsent(plain(field.labels().zh() + "名称"), Optional.of(field));
            known.putIfAbsent(plain(field.labels().en() + " code"), Optional.of(field));
        }
        return known;
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell.toString().strip();
    }

    /** A header as it is compared. */
    static String plain(String header) {
        var half = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return DECORATION.matcher(half).replaceAll("");
    }
}
