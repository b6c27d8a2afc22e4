package org.throughline.engineering;

import java.util.List;
import org.throughline.kernel.RuleViolation;

/** A structure that cannot be planned or built. */
public final class StructureRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private StructureRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    /** @param path item codes, the first one again at the end */
    public static StructureRefused containsItself(List<String> path) {
        return new StructureRefused("engineering.contains-itself", "path", String.join(" → ", path));
    }

    /** Neither a routing nor a default operation of the item's group. */
    public static StructureRefused withoutRouting(String item) {
        return new StructureRefused("engineering.without-routing", "item", item);
    }

    /** Only a draft can be released. */
    public static StructureRefused notDraft(String type, String item, String revision, RevisionStatus status) {
        return new StructureRefused(
                "engineering.not-draft", "type", type, "item", item, "revision", revision, "status", status.name());
    }

    /** An operation that takes neither minutes nor days. */
    public static StructureRefused withoutTime(String item, int sequence) {
        return new StructureRefused("engineering.without-time", "item", item, "sequence", sequence);
    }

    /** What is bought has neither bill nor routing. */
    public static StructureRefused notMade(String item) {
        return new StructureRefused("engineering.not-made", "item", item);
    }

    /** A component counted in a unit that does not convert to its own. */
    public static StructureRefused wrongUnit(String item, String unit, String base) {
        return new StructureRefused("engineering.wrong-unit", "item", item, "unit", unit, "base", base);
    }

    /** Only a draft drawing can be confirmed. */
    public static StructureRefused drawingNotDraft(String number, String revision, String status) {
        return new StructureRefused(
                "engineering.drawing-confirmed", "number", number, "revision", revision, "status", status);
    }

    /** A bill without lines or a routing without operations. */
    public static StructureRefused empty(String type, String item, String revision) {
        return new StructureRefused("engineering.empty", "type", type, "item", item, "revision", revision);
    }
}
