package org.throughline.web.internal;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A decimal that is sent may be a text as well, so that a page need not squeeze it through a floating-point number. Shapes
 * that are also answered stay as they are answered: with numbers.
 */
@SuppressWarnings("rawtypes") // the library's own signatures
final class GivenDecimals {

    private final Map<String, Schema> shapes;
    private final Set<String> given = new HashSet<>();
    private final Set<String> answered = new HashSet<>();

    private GivenDecimals(Map<String, Schema> shapes) {
        this.shapes = shapes;
    }

    static void describe(OpenAPI api) {
        var decimals = new GivenDecimals(api.getComponents().getSchemas());
        api.getPaths().values().forEach(path -> path.readOperations().forEach(decimals::read));
        decimals.given.stream()
                .filter(name -> !decimals.answered.contains(name))
                .forEach(decimals::allowText);
    }

    private void read(Operation operation) {
        if (operation.getRequestBody() != null) {
            collect(operation.getRequestBody().getContent(), given);
        }
        operation.getResponses().values().forEach(answer -> collect(answer.getContent(), answered));
    }

    private void collect(@Nullable Content content, Set<String> names) {
        if (content != null) {
            content.values().forEach(media -> within(media.getSchema(), part -> follow(part, names)));
        }
    }

    private void follow(Schema part, Set<String> names) {
        if (part.get$ref() != null) {
            var name = part.get$ref().substring(part.get$ref().lastIndexOf('/') + 1);
            if (names.add(name)) {
                within(shapes.get(name), next -> follow(next, names));
            }
        }
    }

    private void allowText(String name) {
        within(shapes.get(name), part -> {
            if (part.getTypes() != null && part.getTypes().contains("number")) {
                part.addType("string");
            }
        });
    }

    /** The shape itself and all it is made of, without what it refers to. */
    @SuppressWarnings("unchecked") // the library's own signatures
    private static void within(@Nullable Schema shape, Consumer<Schema> visit) {
        if (shape == null) {
            return;
        }
        visit.accept(shape);
        within(shape.getItems(), visit);
        if (shape.getAdditionalProperties() instanceof Schema values) {
            within(values, visit);
        }
        if (shape.getAnyOf() != null) {
            ((List<Schema>) shape.getAnyOf()).forEach(part -> within(part, visit));
        }
        if (shape.getProperties() != null) {
            ((Map<String, Schema>) shape.getProperties()).values().forEach(part -> within(part, visit));
        }
    }
}
