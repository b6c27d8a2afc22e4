package org.throughline.web.internal;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.web.Problem;

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
                GivenDecimals.describe(api);
            }
        };
    }

    private static void finish(Operation operation) {
        operation.getResponses().values().forEach(ApiDescription::fileAsBytes);
        operation.getResponses().addApiResponse("default", problem());
        var body = operation.getRequestBody();
        if (body != null && body.getContent().containsKey("multipart/form-data")) {
            body.setRequired(true);
        }
        operation.setSummary(plain(operation.getSummary()));
        operation.setDescription(plain(operation.getDescription()));
    }

    /** A file is no JSON. */
    private static void fileAsBytes(ApiResponse response) {
        var answered =
                response.getContent() == null ? null : response.getContent().get("application/json");
        if (answered != null
                && answered.getSchema() != null
                && "byte".equals(answered.getSchema().getFormat())) {
            response.setContent(new Content().addMediaType("application/octet-stream", new MediaType()));
        }
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
        return new RecordSchemas();
    }
}
