package org.throughline.records.internal;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.throughline.records.Choice;
import org.throughline.records.Field;
import org.throughline.records.RecordType;
import org.throughline.records.RecordType.WrittenBy;

/**
 * The API document's part of the catalogue: for every built-in type its own schemas and paths, so that clients in any
 * language are generated with typed fields. User-made fields come as further members {@code x_…}.
 */
@Component
class TypedPaths implements OpenApiCustomizer {

    private static final String JSON = "application/json";

    private final Catalogue catalogue;

    TypedPaths(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void customise(OpenAPI document) {
        var generic = object();
        generic.addProperty("version", type("integer"));
        generic.addProperty("values", object().additionalProperties(true));
        generic.setRequired(List.of("values"));
        document.schema("RecordBody", generic);
        var paths = document.getPaths();
        if (paths == null) {
            return;
        }
        body(paths.get("/api/records/{type}"), "RecordBody");
        body(paths.get("/api/records/{type}/{id}"), "RecordBody");
        for (var type : catalogue.builtIn()) {
            schemas(document, type);
            paths.addPathItem("/api/records/" + type.name(), list(type));
            paths.addPathItem("/api/records/%s/{id}".formatted(type.name()), one(type));
        }
    }

    private static void body(@Nullable PathItem path, String schema) {
        if (path != null) {
            if (path.getPost() != null) {
                path.getPost().setRequestBody(requestBody(schema));
            }
            if (path.getPatch() != null) {
                path.getPatch().setRequestBody(requestBody(schema));
            }
        }
    }

    private static void schemas(OpenAPI document, RecordType type) {
        var name = className(type);
        var values = object().additionalProperties(true);
        values.setDescription(type.labels().en() + " · " + type.labels().zh());
        for (var field : type.fields()) {
            values.addProperty(field.name(), schema(field));
        }
        var one = object();
        one.addProperty("id", type("string").format("uuid"));
        one.addProperty("version", type("integer"));
        one.addProperty("values", reference(name + "Values"));
        one.addProperty("labels", object().additionalProperties(type("string")));
        one.setRequired(List.of("id", "version", "values", "labels"));
        var page = object();
        var items = type("array");
        items.setItems(reference(name + "Record"));
        page.addProperty("items", items);
        page.addProperty("total", type("integer").format("int64"));
        page.setRequired(List.of("items", "total"));
        var body = object();
        body.addProperty("version", type("integer"));
        body.addProperty("values", reference(name + "Values"));
        body.setRequired(List.of("values"));
        Map.of(name + "Values", values, name + "Record", one, name + "List", page, name + "Body", body)
                .forEach((schema, described) -> add(document, schema, described));
    }

    private static void add(OpenAPI document, String name, Schema<?> schema) {
        if (document.getComponents().getSchemas().putIfAbsent(name, schema) != null) {
            throw new IllegalStateException("Two shapes of the API are named " + name);
        }
    }

    private static PathItem list(RecordType type) {
        var name = className(type);
        var list = operation(type, "list" + name, "A page of " + type.labels().en(), name + "List", "200");
        for (var parameter : List.of("q", "filter", "sort")) {
            list.addParametersItem(new Parameter().in("query").name(parameter).schema(type("string")));
        }
        for (var parameter : List.of("page", "size")) {
            list.addParametersItem(new Parameter().in("query").name(parameter).schema(type("integer")));
        }
        var path = new PathItem().get(list);
        if (type.writtenBy() == WrittenBy.FREE) {
            path.post(operation(type, "create" + name, "Makes a record", name + "Record", "201")
                    .requestBody(requestBody(name + "Body")));
        }
        return path;
    }

    private static PathItem one(RecordType type) {
        var name = className(type);
        var path = new PathItem()
                .get(operation(type, "get" + name, "One record", name + "Record", "200")
                        .addParametersItem(id()));
        if (type.writtenBy() != WrittenBy.NOBODY) {
            path.patch(operation(type, "update" + name, "Changes some fields", name + "Record", "200")
                    .addParametersItem(id())
                    .requestBody(requestBody(name + "Body")));
        }
        if (type.writtenBy() == WrittenBy.FREE) {
            path.delete(new Operation()
                    .operationId("delete" + name)
                    .summary("Removes a record")
                    .addTagsItem(type.room())
                    .addParametersItem(id())
                    .responses(new ApiResponses().addApiResponse("204", new ApiResponse().description("gone"))));
        }
        return path;
    }

    private static Operation operation(RecordType type, String id, String summary, String answer, String status) {
        var content = new Content().addMediaType(JSON, new MediaType().schema(reference(answer)));
        return new Operation()
                .operationId(id)
                .summary(summary)
                .addTagsItem(type.room())
                .responses(new ApiResponses()
                        .addApiResponse(
                                status, new ApiResponse().description(summary).content(content)));
    }

    private static Parameter id() {
        return new Parameter()
                .in("path")
                .name("id")
                .required(true)
                .schema(type("string").format("uuid"));
    }

    private static RequestBody requestBody(String schema) {
        return new RequestBody()
                .required(true)
                .content(new Content().addMediaType(JSON, new MediaType().schema(reference(schema))));
    }

    private static Schema<?> schema(Field field) {
        Schema<?> schema = switch (field.kind()) {
            case TEXT, LONG_TEXT, CHOICE -> type("string");
            case INTEGER -> type("integer").format("int64");
            case DECIMAL, QUANTITY, MONEY, PRICE, PERCENT -> type("number");
            case DATE -> type("string").format("date");
            case INSTANT -> type("string").format("date-time");
            case FLAG -> type("boolean");
            case REFERENCE, USER, FILE -> type("string");
            case JSON -> new Schema<>(SpecVersion.V31);
        };
        if (schema.getTypes() != null) {
            schema.addType("null");
        }
        var possible = field.choices().stream().map(Choice::value).collect(Collectors.joining(", "));
        schema.setDescription(
                field.labels().en() + " · " + field.labels().zh() + (possible.isEmpty() ? "" : ": " + possible));
        return schema;
    }

    private static Schema<Object> object() {
        return type("object");
    }

    private static Schema<Object> type(String name) {
        var schema = new Schema<Object>(SpecVersion.V31);
        schema.addType(name);
        return schema;
    }

    private static Schema<Object> reference(String name) {
        var schema = new Schema<Object>(SpecVersion.V31);
        schema.set$ref("#/components/schemas/" + name);
        return schema;
    }

    /** {@code sales-order} is {@code SalesOrder}. */
    private static String className(RecordType type) {
        return Arrays.stream(type.name().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
