package org.throughline.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.RuleViolation;

/** Turns refusals into {@link Problem}s. */
@Component
public final class ProblemWriter {

    private final Sentences sentences;

    ProblemWriter(Sentences sentences) {
        this.sentences = sentences;
    }

    /** The answer to a rule that said no: 409, 404 for what is not there, or as {@link RefusedWith} says. */
    public ResponseEntity<Problem> answer(RuleViolation refusal) {
        var problem = problem(refusal);
        return response(problem);
    }

    /** The problem that {@link #answer} answers. */
    public Problem problem(RuleViolation refusal) {
        var language = Language.ofAnswer();
        var status = statusOf(refusal);
        return new Problem(
                typeOf(refusal.code()),
                title(status, language),
                status.value(),
                sentences.what(refusal, language),
                refusal.code(),
                plain(refusal.values()),
                sentences.advice(refusal, language),
                List.of());
    }

    /** An answer that no rule of a room gave. The sentence of {@code code} must exist in the module's refusals. */
    public ResponseEntity<Problem> answer(
            HttpStatus status, String code, Map<String, Object> values, List<Problem.FieldError> errors) {
        var language = Language.ofAnswer();
        return response(new Problem(
                typeOf(code),
                title(status, language),
                status.value(),
                sentences.sentence(code, values, language).orElse(code),
                code,
                plain(values),
                sentences.sentence(code + ".advice", values, language).orElse(null),
                errors));
    }

    /** The HTTP status of this refusal. */
    public static HttpStatus statusOf(RuleViolation refusal) {
        if (refusal instanceof NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        var stated = AnnotatedElementUtils.findMergedAnnotation(refusal.getClass(), RefusedWith.class);
        return stated == null ? HttpStatus.CONFLICT : stated.value();
    }

    private static String title(HttpStatus status, String language) {
        if (!"zh".equals(language)) {
            return status.getReasonPhrase();
        }
        return switch (status.value()) {
            case 400 -> "请求有误";
            case 401 -> "尚未登录";
            case 403 -> "没有权限";
            case 404 -> "没有找到";
            case 409 -> "操作被拒绝";
            case 412 -> "数据已变化";
            case 413 -> "内容过大";
            case 429 -> "请求过于频繁";
            default -> status.is5xxServerError() ? "系统出错" : "请求无法处理";
        };
    }

    private static String typeOf(String code) {
        return "urn:throughline:refusal:" + code.toLowerCase(Locale.ROOT);
    }

    private static ResponseEntity<Problem> response(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Values as JSON can carry them: numbers and texts; everything else as programs write it. */
    public static Map<String, Object> plain(Map<String, Object> values) {
        var readable = new TreeMap<String, Object>();
        values.forEach((name, value) -> readable.put(name, plain(value)));
        return readable;
    }

    private static Object plain(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(ProblemWriter::plain).toList();
        }
        return value instanceof Number || value instanceof Boolean || value instanceof Map
                ? value
                : String.valueOf(value);
    }
}
