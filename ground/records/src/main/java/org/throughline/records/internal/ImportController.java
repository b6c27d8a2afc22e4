package org.throughline.records.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.kernel.NotFound;
import org.throughline.records.FileRefused;
import org.throughline.records.ImportOutcome;
import org.throughline.records.RecordImports.Mode;
import org.throughline.records.ValueRefused;
import org.throughline.web.Download;

/** Templates, imports with undo, and exports of every type. */
@RestController
class ImportController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final int LISTED = 200;

    private final Importer importer;
    private final ImportUndo undo;
    private final ImportLog log;
    private final Template template;
    private final Export export;
    private final Access access;
    private final Clock clock;

    ImportController(
            Importer importer,
            ImportUndo undo,
            ImportLog log,
            Template template,
            Export export,
            Access access,
            Clock clock) {
        this.importer = importer;
        this.undo = undo;
        this.log = log;
        this.template = template;
        this.export = export;
        this.access = access;
        this.clock = clock;
    }

    /** 200 a file to fill in, with an example and dropdowns. */
    @GetMapping("/api/records/{type}/template.xlsx")
    ResponseEntity<byte[]> template(@PathVariable String type) {
        access.require(type, "import");
        var seen = access.seen(type);
        boolean english = "en".equals(FieldValues.language());
        var label = seen.type().labels().in(FieldValues.language());
        return Download.saved(label + (english ? " template.xlsx" : "导入模板.xlsx"), XLSX, template.write(seen));
    }

    /**
     * 200 what was done, or would be done by a dry run; good rows are taken, the others listed · 409 the file as a whole
     * cannot be understood. The mode is {@code upsert}, {@code insert} or {@code update}; the mapping is a JSON object of
     * headers and the fields they mean (empty: none), remembered for the actor's next file of this type.
     */
    @PostMapping(path = "/api/records/{type}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportOutcome run(
            @PathVariable String type,
            @RequestParam("file") MultipartFile file,
            @RequestPart(required = false) @Nullable String mapping,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "upsert") @Schema(allowableValues = {"upsert", "insert", "update"})
                    String mode)
            throws IOException {
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (file.isEmpty()) {
            throw FileRefused.empty(name);
        }
        return importer.file(type, name, file.getBytes(), mode(mode), dryRun, told(mapping));
    }

    private static Map<String, String> told(@Nullable String mapping) {
        var told = new LinkedHashMap<String, String>();
        if (mapping != null && !mapping.isBlank()) {
            Json.object(mapping).forEach((header, field) -> told.put(header, field == null ? "" : field.toString()));
        }
        return told;
    }

    private static Mode mode(String word) {
        for (var mode : Mode.values()) {
            if (mode.name().equals(word.toUpperCase(Locale.ROOT))) {
                return mode;
            }
        }
        throw ValueRefused.noChoice("mode", "mode", word, "upsert, insert, update");
    }

    /** 200 the newest imports of the types that the actor may import. */
    @GetMapping("/api/imports")
    List<ImportLog.Logged> imports() {
        return log.newest(LISTED).stream()
                .filter(one -> access.allowed(one.recordType(), "import"))
                .toList();
    }

    /** 200 what was taken back and what stays because somebody went on since · 409 nothing to undo. */
    @PostMapping("/api/imports/{id}/undo")
    ImportUndo.Undone undo(@PathVariable UUID id) {
        return undo.undo(id);
    }

    /** 200 the rejected rows with their reasons. */
    @GetMapping("/api/imports/{id}/errors.xlsx")
    ResponseEntity<byte[]> errors(@PathVariable UUID id) {
        var logged = log.find(id).orElseThrow(() -> new NotFound("import", id));
        access.require(logged.recordType(), "import");
        var content = log.errorFile(id).orElseThrow(() -> new NotFound("import", id));
        boolean english = "en".equals(FieldValues.language());
        return Download.saved(english ? "rejected rows.xlsx" : "未导入的行.xlsx", XLSX, content);
    }

    /** 200 everything that the list shows with this filter and order, in the columns named or the list's own. */
    @GetMapping({"/api/records/{type}/export.xlsx", "/api/records/{type}/export.csv"})
    ResponseEntity<byte[]> export(
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String columns,
            HttpServletRequest request) {
        access.require(type, "export");
        var seen = access.seen(type);
        var query = ListQuery.of(q, filter, sort, 0, 1);
        var fields = Export.columns(seen, columns);
        var name = "%s %s".formatted(seen.type().labels().in(FieldValues.language()), LocalDate.now(clock));
        var bytes = new ByteArrayOutputStream();
        if (request.getRequestURI().endsWith(".csv")) {
            export.csv(seen, query, fields, bytes);
            return Download.saved(name + ".csv", CSV, bytes.toByteArray());
        }
        export.xlsx(seen, query, fields, bytes);
        return Download.saved(name + ".xlsx", XLSX, bytes.toByteArray());
    }
}
