package org.throughline.web.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Describes records as they are written: components that are not {@code @Nullable} are required, and each has its name. */
final class RecordSchemas implements ModelConverter {

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's own signature
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = rawClass(type);
        if (raw != null && JsonNode.class.isAssignableFrom(raw)) {
            return new JsonSchema();
        }
        if (raw != null && raw.isRecord() && raw.getTypeParameters().length == 0 && type.getName() == null) {
            type.name(own(nameOf(raw), raw));
        }
        var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null && raw != null && raw.isRecord()) {
            var defined = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(nameIn(schema.get$ref()));
            if (defined != null) {
                defined.setRequired(needed(raw));
                keepComponents(defined, raw);
            }
        }
        return schema;
    }

    private String own(String name, Class<?> record) {
        var other = named.putIfAbsent(name, record);
        if (other != null && !other.equals(record)) {
            throw new IllegalStateException("%s and %s are both named %s in the API".formatted(other, record, name));
        }
        return name;
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's own signature
    private static void keepComponents(Schema schema, Class<?> type) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        properties
                .keySet()
                .retainAll(Arrays.stream(type.getRecordComponents())
                        .map(RecordSchemas::nameIn)
                        .toList());
        for (var component : type.getRecordComponents()) {
            var property = properties.get(nameIn(component));
            if (property != null && isNullable(component)) {
                properties.put(nameIn(component), orNull(property));
            }
        }
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's own signature
    private static Schema orNull(Schema property) {
        if (property.get$ref() != null || property.getEnum() != null) {
            var nothing = new JsonSchema();
            nothing.addType("null");
            return new JsonSchema().anyOf(List.of(property, nothing));
        }
        if (property.getTypes() != null) {
            property.addType("null");
        }
        return property;
    }

    private static List<String> needed(Class<?> type) {
        return new ArrayList<>(Arrays.stream(type.getRecordComponents())
                .filter(component -> !isNullable(component))
                .map(RecordSchemas::nameIn)
                .toList());
    }

    /** As it stands in JSON. */
    private static String nameIn(RecordComponent component) {
        var written = component.getAccessor().getAnnotation(JsonProperty.class);
        return written == null ? component.getName() : written.value();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String nameIn(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** A view inside a controller bears the controller's name too, so that two rooms' views do not become one. */
    private static String nameOf(Class<?> record) {
        var outer = record.getEnclosingClass();
        if (outer == null || !outer.getSimpleName().endsWith("Controller")) {
            return outer == null ? record.getSimpleName() : outer.getSimpleName() + record.getSimpleName();
        }
        var controller = outer.getSimpleName().replaceFirst("Controller$", "");
        return record.getSimpleName().startsWith(controller)
                ? record.getSimpleName()
                : controller + record.getSimpleName();
    }

    private static @Nullable Class<?> rawClass(AnnotatedType type) {
        var java = TypeFactory.defaultInstance().constructType(type.getType());
        return java.getRawClass();
    }
}
