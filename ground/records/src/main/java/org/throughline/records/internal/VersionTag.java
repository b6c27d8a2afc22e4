package org.throughline.records.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.throughline.records.internal.RecordsController.RecordView;

/** Every answer that is one record names its version as {@code ETag}; {@code If-Match} asks for it when it is written. */
@RestControllerAdvice(assignableTypes = RecordsController.class)
class VersionTag implements ResponseBodyAdvice<Object> {

    static String of(int version) {
        return "\"" + version + "\"";
    }

    /** Whether a record of this version is one that {@code If-Match} names; without the header every one is. */
    static boolean matches(@Nullable String ifMatch, int version) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return true;
        }
        for (var tag : ifMatch.split(",", -1)) {
            if (tag.strip().equals(of(version))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return answer.getParameterType() == RecordView.class;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType mediaType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof RecordView view) {
            response.getHeaders().setETag(of(view.version()));
            response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store"); // its labels change without it
        }
        return body;
    }
}
