package org.throughline.web.internal;

import java.io.Serial;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.throughline.web.Price;
import org.throughline.web.PriceVisibility;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** Writes null for {@link Price} components when the one who asks may not see prices. */
final class PriceBlind extends ValueSerializerModifier {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ObjectProvider<PriceVisibility> visibility;

    PriceBlind(ObjectProvider<PriceVisibility> visibility) {
        this.visibility = visibility;
    }

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription.Supplier bean, List<BeanPropertyWriter> properties) {
        return properties.stream()
                .map(property -> property.getAnnotation(Price.class) == null
                        ? property
                        : new PriceProperty(property, visibility))
                .toList();
    }

    private static final class PriceProperty extends BeanPropertyWriter {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient ObjectProvider<PriceVisibility> visibility;

        PriceProperty(BeanPropertyWriter property, ObjectProvider<PriceVisibility> visibility) {
            super(property);
            this.visibility = visibility;
        }

        @Override
        public void serializeAsProperty(Object bean, JsonGenerator json, SerializationContext context)
                throws Exception {
            var asked = visibility.getIfAvailable();
            if (asked != null && asked.seesPrices()) {
                super.serializeAsProperty(bean, json, context);
            } else {
                json.writeNullProperty(getName());
            }
        }
    }
}
