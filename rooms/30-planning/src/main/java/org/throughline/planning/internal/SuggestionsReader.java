package org.throughline.planning.internal;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.throughline.planning.Suggestion;
import org.throughline.planning.Suggestions;
import org.throughline.planning.SupplyKind;

/** The open proposals. */
@Service
class SuggestionsReader implements Suggestions {

    private final SuggestionRepository suggestions;

    SuggestionsReader(SuggestionRepository suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public List<Suggestion> proposed(SupplyKind kind) {
        return suggestions.undecided().stream()
                .filter(one -> one.kind() == kind && one.status() == Suggestion.Status.PROPOSED)
                .sorted(Comparator.comparing(Suggestion::orderBy).thenComparing(Suggestion::id))
                .toList();
    }
}
