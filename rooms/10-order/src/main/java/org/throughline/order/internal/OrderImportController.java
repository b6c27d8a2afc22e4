package org.throughline.order.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.kernel.Actor;
import org.throughline.order.ImportOrders;
import org.throughline.order.OrderImport;
import org.throughline.records.Field;
import org.throughline.web.Download;

/** {@code /api/orders/imports}: orders from Excel or CSV, tried first and taken back as a whole. */
@RestController
@RequestMapping("/api/orders/imports")
class OrderImportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportOrders importOrders;
    private final Clock clock;

    OrderImportController(ImportOrders importOrders, Clock clock) {
        this.importOrders = importOrders;
        this.clock = clock;
    }

    /** One row for each line, columns in any order; {@code dryRun} changes nothing and answers what would happen. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    OrderImport run(@RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        return importOrders.run(
                Objects.requireNonNullElse(file.getOriginalFilename(), "orders.xlsx"), file.getBytes(), dryRun);
    }

    /** Takes a whole import back; refused once one of its orders has gone on. */
    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable UUID id) {
        importOrders.undo(id);
    }

    /** An empty file with the columns and one example row. */
    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template() {
        boolean english = Actor.current().language().equals("en");
        var headers = OrderColumns.type().fields().stream()
                .map(Field::labels)
                .map(labels -> english ? labels.en() : labels.zh())
                .toList();
        return Download.saved("orders.xlsx", MediaType.parseMediaType(XLSX), workbook(headers));
    }

    private byte[] workbook(List<String> headers) {
        var example = List.of(
                "PO-1001",
                "C001",
                "FL-80",
                "100",
                "",
                LocalDate.now(clock).plusMonths(1).toString(),
                "12.5");
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Throughline", "1.0")) {
            var sheet = book.newWorksheet("Orders");
            for (int i = 0; i < headers.size(); i++) {
                sheet.value(0, i, headers.get(i));
                sheet.style(0, i).bold().set();
                if (i < example.size()) {
                    sheet.value(1, i, example.get(i));
                }
            }
            sheet.freezePane(0, 1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
