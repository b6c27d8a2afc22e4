package org.throughline.web.internal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.math.BigDecimal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughline.web.PriceVisibility;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How records become JSON and back: what is not {@code @Nullable} must be given, numbers are exact and plain, and prices
 * are answered only to those who may see them.
 */
@Configuration(proxyBeanMethods = false)
class JsonRules {

    @Bean
    JsonMapperBuilderCustomizer throughlineJson(ObjectProvider<PriceVisibility> visibility) {
        var module = new SimpleModule("throughline")
                .addSerializer(BigDecimal.class, new PlainNumber())
                .setSerializerModifier(new PriceBlind(visibility));
        return builder -> builder.addModule(module)
                .annotationIntrospector(new NeededComponents())
                .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE)) // components only
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);
    }

    /** 300 instead of 300.000000, 0.0000001 instead of 1E-7. */
    private static final class PlainNumber extends StdSerializer<BigDecimal> {

        PlainNumber() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal number, JsonGenerator json, SerializationContext context) {
            json.writeNumber(
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        }
    }
}
