package org.throughline.planning.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.throughline.planning.Suggestion;

/**
 * Recognises in what a run proposes what was proposed before, so that a proposal keeps its identity while it means the
 * same need. Closest first: same order line, day and quantity; same order line and day; same order line; same item.
 */
final class SuggestionMatch {

    private static final Comparator<Suggestion> STORED =
            Comparator.comparing(Suggestion::due).thenComparing(Suggestion::id);
    private static final Comparator<WantedSuggestion> WANTED =
            Comparator.comparing(WantedSuggestion::due).thenComparing(WantedSuggestion::engineId);

    private final Map<WantedSuggestion, Suggestion> same = new LinkedHashMap<>();
    private final List<WantedSuggestion> fresh = new ArrayList<>();
    private final List<Suggestion> gone = new ArrayList<>();

    private SuggestionMatch() {}

    /** @param stored proposed or dismissed; a dismissed one only matches exactly */
    static SuggestionMatch of(List<WantedSuggestion> wanted, List<Suggestion> stored) {
        var match = new SuggestionMatch();
        var storedOf = new HashMap<UUID, List<Suggestion>>();
        stored.stream()
                .sorted(STORED)
                .forEach(suggestion -> storedOf.computeIfAbsent(suggestion.itemId(), id -> new ArrayList<>())
                        .add(suggestion));
        var wantedOf = new LinkedHashMap<UUID, List<WantedSuggestion>>();
        wanted.stream()
                .sorted(WANTED)
                .forEach(suggestion -> wantedOf.computeIfAbsent(suggestion.itemId(), id -> new ArrayList<>())
                        .add(suggestion));
        wantedOf.forEach((item, ofItem) -> {
            var known = storedOf.remove(item);
            match.matchItem(ofItem, known == null ? new ArrayList<>() : known);
        });
        storedOf.values().forEach(match.gone::addAll);
        return match;
    }

    private void matchItem(List<WantedSuggestion> wanted, List<Suggestion> stored) {
        pair(
                wanted,
                stored,
                (one, other) -> isFor(one, other)
                        && one.due().equals(other.due())
                        && one.quantity().compareTo(other.quantity().amount()) == 0);
        stored.removeIf(suggestion -> {
            var dismissed = suggestion.status() == Suggestion.Status.DISMISSED;
            if (dismissed) {
                gone.add(suggestion);
            }
            return dismissed;
        });
        pair(wanted, stored, (one, other) -> isFor(one, other) && one.due().equals(other.due()));
        pair(wanted, stored, SuggestionMatch::isFor);
        pair(wanted, stored, (one, other) -> one.kind() == other.kind());
        fresh.addAll(wanted);
        gone.addAll(stored);
    }

    private static boolean isFor(WantedSuggestion wanted, Suggestion stored) {
        return wanted.kind() == stored.kind() && Objects.equals(wanted.orderLineId(), stored.orderLineId());
    }

    private void pair(
            List<WantedSuggestion> wanted, List<Suggestion> stored, BiPredicate<WantedSuggestion, Suggestion> alike) {
        for (var one = wanted.iterator(); one.hasNext(); ) {
            var suggestion = one.next();
            for (var other = stored.iterator(); other.hasNext(); ) {
                var known = other.next();
                if (alike.test(suggestion, known)) {
                    same.put(suggestion, known);
                    one.remove();
                    other.remove();
                    break;
                }
            }
        }
    }

    /** What was proposed before, by what is wanted now. */
    Map<WantedSuggestion, Suggestion> same() {
        return same;
    }

    /** What was not proposed before. */
    List<WantedSuggestion> fresh() {
        return fresh;
    }

    /** What is no longer wanted. */
    List<Suggestion> gone() {
        return gone;
    }
}
