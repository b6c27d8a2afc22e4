package org.throughline.records.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON with exact numbers. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<LinkedHashMap<String, Object>> MEMBERS = new TypeReference<>() {};

    private Json() {}

    static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    /**
     * The members of a JSON object: text, BigDecimal or whole numbers, Boolean, lists and maps.
     *
     * @throws BodyRefused if it is no object
     */
    static Map<String, @Nullable Object> object(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return new LinkedHashMap<>();
        }
        try {
            var members = new LinkedHashMap<String, @Nullable Object>();
            members.putAll(MAPPER.readValue(json, MEMBERS));
            return members;
        } catch (JacksonException malformed) {
            throw BodyRefused.noObject();
        }
    }
}
