package org.throughline.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.throughline.database.BrokenConstraint;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.Language;
import org.throughline.web.Problem;
import org.throughline.web.Problem.FieldError;
import org.throughline.web.ProblemWriter;
import org.throughline.web.Sentences;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** The one place where exceptions become answers. */
@RestControllerAdvice
class RefusalAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

    private final ProblemWriter problems;
    private final Sentences sentences;

    RefusalAdvice(ProblemWriter problems, Sentences sentences) {
        this.problems = problems;
        this.sentences = sentences;
    }

    @ExceptionHandler
    ResponseEntity<Problem> aRuleSaidNo(RuleViolation refusal) {
        return problems.answer(refusal);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof RuleViolation refusal) {
            return problems.answer(refusal);
        }
        if (unreadable.getCause() instanceof DatabindException badField) {
            var refusal = ruleWithin(badField);
            if (refusal.isPresent()) {
                return problems.answer(refusal.get());
            }
            return invalid(pathOf(badField), "request.field-unreadable");
        }
        return problems.answer(HttpStatus.BAD_REQUEST, "request.unreadable", Map.of(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException wrong) {
        return invalid(wrong.getName(), "request.field-unreadable");
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing) {
        return invalid(missing.getParameterName(), "request.field-missing");
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestPartException missing) {
        return invalid(missing.getRequestPartName(), "request.field-missing");
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException large) {
        return problems.answer(HttpStatus.CONTENT_TOO_LARGE, "request.too-large", Map.of(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> changedMeanwhile(OptimisticLockingFailureException lost) {
        return problems.answer(HttpStatus.CONFLICT, "record.changed", Map.of(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> notThere(EmptyResultDataAccessException empty) {
        return problems.answer(HttpStatus.NOT_FOUND, "record.absent", Map.of(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> theDatabaseSaidNo(DataAccessException failure, HttpServletRequest request) {
        var broken = BrokenConstraint.in(failure);
        return broken.isPresent() ? answer(broken.get()) : incident(failure, request);
    }

    @ExceptionHandler
    void theBrowserLeft(AsyncRequestNotUsableException left) {
        LOG.debug("The browser left", left);
    }

    @ExceptionHandler
    ResponseEntity<Problem> anythingElse(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var status = Objects.requireNonNullElse(
                    HttpStatus.resolve(known.getStatusCode().value()), HttpStatus.BAD_REQUEST);
            var code = status == HttpStatus.NOT_FOUND ? "request.no-such-address" : "request.not-possible";
            return problems.answer(status, code, Map.of("path", request.getRequestURI()), List.of());
        }
        var broken = BrokenConstraint.in(failure);
        return broken.isPresent() ? answer(broken.get()) : incident(failure, request);
    }

    private ResponseEntity<Problem> invalid(String field, String code) {
        var values = Map.<String, Object>of("field", field);
        var sentence = sentences.sentence(code, values, Language.ofAnswer()).orElse(code);
        return problems.answer(
                HttpStatus.BAD_REQUEST, "request.invalid", values, List.of(new FieldError(field, code, sentence)));
    }

    /** A constraint with a sentence of its own ({@code constraint.<name>}) speaks for itself, else its kind speaks. */
    private ResponseEntity<Problem> answer(BrokenConstraint broken) {
        var values = Map.<String, Object>of(
                "table", broken.table(),
                "column", broken.column(),
                "constraint", broken.constraint(),
                "detail", broken.detail());
        var own = "constraint." + broken.constraint();
        if (sentences.sentence(own, values, "en").isPresent()) {
            return problems.answer(HttpStatus.CONFLICT, own, values, List.of());
        }
        return switch (broken.kind()) {
            case DUPLICATE -> problems.answer(HttpStatus.CONFLICT, "record.duplicate", values, List.of());
            case REFERENCE -> problems.answer(HttpStatus.CONFLICT, "record.reference", values, List.of());
            case CHECK -> problems.answer(HttpStatus.CONFLICT, "record.check", values, List.of());
            case OVERLAP -> problems.answer(HttpStatus.CONFLICT, "record.overlap", values, List.of());
            case MISSING -> problems.answer(HttpStatus.BAD_REQUEST, "record.value-missing", values, List.of());
            case TOO_LARGE -> problems.answer(HttpStatus.BAD_REQUEST, "record.value-too-large", values, List.of());
            case UNREADABLE -> problems.answer(HttpStatus.BAD_REQUEST, "record.value-unreadable", values, List.of());
            case NOT_YOURS -> problems.answer(HttpStatus.FORBIDDEN, "record.not-yours", values, List.of());
            case BUSY -> problems.answer(HttpStatus.CONFLICT, "record.busy", values, List.of());
        };
    }

    private ResponseEntity<Problem> incident(Exception failure, HttpServletRequest request) {
        var incident = HexFormat.of()
                .toHexDigits(ThreadLocalRandom.current().nextLong())
                .substring(0, 10);
        LOG.error("Incident {} in {} {}", incident, request.getMethod(), request.getRequestURI(), failure);
        return problems.answer(
                HttpStatus.INTERNAL_SERVER_ERROR, "web.incident", Map.of("incident", incident), List.of());
    }

    private static Optional<RuleViolation> ruleWithin(JacksonException failure) {
        return failure.getCause() instanceof RuleViolation refusal ? Optional.of(refusal) : Optional.empty();
    }

    private static String pathOf(DatabindException failure) {
        return failure.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
