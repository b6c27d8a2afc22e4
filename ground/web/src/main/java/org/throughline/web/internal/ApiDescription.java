package org.throughline.web.internal;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.web.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The description of the API (OpenAPI 3.1 at {@code /v3/api-docs}, to read at {@code /swagger-ui.html}), from which the face's
 * types are generated: what is not {@code @Nullable} is required, names are stable, the Javadoc of a use case's door is its
 * summary, operations stand under their room, and every one may answer a Problem.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    GlobalOpenApiCustomizer throughlineApi() {
        return api -> {
            api.info(new Info().title("Throughline").version("1"));
            api.setServers(null);
            api.setTags(null);
            api.getComponents()
                    .addSecuritySchemes(
                            "token",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .description("The token that POST /api/session answers"));
            api.addSecurityItem(new SecurityRequirement().addList("token"));
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            if (api.getPaths() != null) {
                api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::finish));
            }
        };
    }

    private static void finish(Operation operation) {
        operation.getResponses().addApiResponse("default", problem());
        operation.setSummary(plain(operation.getSummary()));
        operation.setDescription(plain(operation.getDescription()));
    }

    /** Javadoc as Markdown: code in backticks, no other markup. */
    private static @Nullable String plain(@Nullable String javadoc) {
        return javadoc == null ? null : javadoc.replaceAll("</?code>", "`").replaceAll("<[^>]+>", "");
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("Refused or failed")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    /** {@code OrderController.confirm} is {@code orderConfirm} of the room order: it does not change when others come. */
    @Bean
    GlobalOperationCustomizer stableOperationNames() {
        return (operation, handler) -> {
            var controller = handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
            var method = handler.getMethod().getName();
            operation.setOperationId(controller.substring(0, 1).toLowerCase(Locale.ROOT)
                    + controller.substring(1)
                    + method.substring(0, 1).toUpperCase(Locale.ROOT)
                    + method.substring(1));
            operation.setTags(List.of(room(handler.getBeanType())));
            return operation;
        };
    }

    /** {@code org.throughline.order.internal} is the room order. */
    private static String room(Class<?> controller) {
        return controller.getPackageName().split("\\.", -1)[2];
    }

    @Bean
    ModelConverter neededComponents() {
        return new NeededComponentsInSchema();
    }

    /** Marks a record's components as required unless they are {@code @Nullable}. */
    private static final class NeededComponentsInSchema implements ModelConverter {

        @Override
        @SuppressWarnings({"rawtypes", "unchecked"}) // the library's own signature
        public @Nullable Schema resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            var raw = rawClass(type);
            if (raw != null && JsonNode.class.isAssignableFrom(raw)) {
                return new JsonSchema();
            }
            if (raw != null && raw.isRecord() && raw.getTypeParameters().length == 0 && type.getName() == null) {
                type.name(nameOf(raw));
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

        @SuppressWarnings({"rawtypes", "unchecked"}) // the library's own signature
        private static void keepComponents(Schema schema, Class<?> type) {
            Map<String, Schema> properties = schema.getProperties();
            if (properties == null) {
                return;
            }
            properties
                    .keySet()
                    .retainAll(Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
            for (var component : type.getRecordComponents()) {
                var property = properties.get(component.getName());
                if (property != null && isNullable(component)) {
                    properties.put(component.getName(), orNull(property));
                }
            }
        }

        @SuppressWarnings({"rawtypes", "unchecked"}) // the library's own signature
        private static Schema orNull(Schema property) {
            if (property.get$ref() != null) {
                var nothing = new JsonSchema();
                nothing.addType("null");
                return new JsonSchema().anyOf(List.of(property, nothing));
            }
            if (property.getTypes() != null && property.getEnum() == null) {
                property.addType("null");
            }
            return property;
        }

        private static List<String> needed(Class<?> type) {
            return new ArrayList<>(Arrays.stream(type.getRecordComponents())
                    .filter(component -> !isNullable(component))
                    .map(RecordComponent::getName)
                    .toList());
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
}
